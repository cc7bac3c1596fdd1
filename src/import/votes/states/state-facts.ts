import { raw, type Sql, sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { correctionReason } from "../plan/corrections.js";
import { authorsIn, otherAuthor, revise } from "../plan/ownership.js";
import type { Report } from "../report.js";
import { recordActors } from "../write/record-actors.js";
import type { KnownState, KnownStates } from "./known-states.js";
import type { StateCode } from "./states.js";

interface Addition {
  readonly state: KnownState;
  readonly names: readonly string[];
  readonly codes: readonly StateCode[];
}

/**
 * The names and codes that states on record lack. So a state ends with the same ones whatever release came first. What
 * somebody took from a state stays away, unless `overwrite`.
 */
export async function missingFacts(
  session: BulkSession,
  states: KnownStates,
  file: string,
  overwrite: boolean,
  report: Report,
): Promise<Addition[]> {
  const lacking = states.onRecordMet().flatMap((state): Addition[] => {
    const facts = states.facts.get(state.id);
    const names = [...(facts?.names ?? [])].filter((name) => !state.names.includes(name));
    const codes = (facts?.codes ?? []).filter(
      ({ scheme, during }) => during === undefined && !state.codes.some((code) => code.scheme === scheme),
    );
    return names.length + codes.length > 0 ? [{ state, names, codes }] : [];
  });
  const ids = lacking.map(({ state }) => state.id);
  const authors = await authorsIn(session, "actors", ids);
  return lacking
    .map(({ state, names, codes }): Addition => {
      const allowed = (what: string, cell: string): boolean => {
        const by = otherAuthor(authors.get(state.id), [cell]);
        if (by && !overwrite) {
          const why = `${by.author} removed it, and it is not added again without --overwrite`;
          report.conflict(file, null, "state", `${what} of ${state.slug}: ${why}`);
          return false;
        }
        report.correct(file, null, "state", `${what} of ${state.slug} added`);
        return true;
      };
      return {
        state,
        names: names.filter((name) => allowed(`name "${name}"`, `names[${JSON.stringify([name, "en", "ALIAS"])}]`)),
        codes: codes.filter(({ scheme, value }) =>
          allowed(`code ${scheme} ${value}`, `codes[${JSON.stringify([scheme, value])}]`),
        ),
      };
    })
    .filter(({ names, codes }) => names.length + codes.length > 0);
}

/** Records the states that are not on record, and what those lack that are. */
export async function recordStates(
  session: BulkSession,
  states: KnownStates,
  additions: readonly Addition[],
): Promise<void> {
  const added = [...states.added].map(([id, state]) => ({ id, state: states.withFacts(id, state) }));
  if (added.length > 0) await recordActors(session, added);
  const ids = additions.map(({ state }) => state.id);
  await revise(session, "actors", ids, correctionReason, async () => {
    const names = additions.flatMap(({ state, names }) => names.map((name) => [state.id, name] as const));
    await append(session, "ActorName", sql`value, language, kind`, sql`n.one, 'en', 'ALIAS'`, names);
    const codes = additions.flatMap(({ state, codes }) =>
      codes.map(({ scheme, value }) => [state.id, `${scheme} ${value}`] as const),
    );
    const parts = sql`split_part(n.one, ' ', 1)::"CodeScheme", split_part(n.one, ' ', 2)`;
    await append(session, "ExternalCode", sql`scheme, value`, parts, codes);
  });
}

/** Appends rows to a list of an actor, after those that it has. */
async function append(
  session: BulkSession,
  table: string,
  columns: Sql,
  values: Sql,
  rows: readonly (readonly [id: string, one: string])[],
): Promise<void> {
  const name = raw(`"${table}"`);
  await session.query(sql`
    insert into ${name} ("actorId", ordinal, ${columns})
    select n.id, coalesce((select max(t.ordinal) from ${name} t where t."actorId" = n.id), -1)
      + row_number() over (partition by n.id order by n.place), ${values}
    from unnest(${rows.map(([id]) => id)}::uuid[], ${rows.map(([, one]) => one)}::text[]) with ordinality n (id, one, place)`);
}
