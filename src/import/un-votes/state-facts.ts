import type { BulkSession } from "../../db/bulk-session.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { correctionReason } from "./corrections.js";
import type { KnownState, KnownStates } from "./known-states.js";
import { lastAuthors, recordedByUs, revise } from "./ownership.js";
import { recordActors } from "./record-actors.js";
import { author } from "./record-revisions.js";
import type { Report } from "./report.js";
import type { StateCode } from "./states.js";

interface Addition {
  readonly state: KnownState;
  readonly names: readonly string[];
  readonly codes: readonly StateCode[];
}

/**
 * The names and codes that states on record lack, of those that the import itself recorded. So a state ends with the same
 * ones whatever release came first. A list that somebody else has changed since stays, unless `overwrite`.
 */
export async function missingFacts(
  session: BulkSession,
  states: KnownStates,
  file: string,
  overwrite: boolean,
  report: Report,
): Promise<Addition[]> {
  const met = states.onRecordMet();
  const ids = met.map(({ id }) => id);
  const ours = await recordedByUs(session, ids);
  const [names, codes] = [await lastAuthors(session, ids, "names"), await lastAuthors(session, ids, "codes")];
  return met
    .filter(({ id }) => ours.has(id))
    .map((state): Addition => {
      const facts = states.facts.get(state.id);
      const missingNames = [...(facts?.names ?? [])].filter((name) => !state.names.includes(name));
      const missingCodes = (facts?.codes ?? []).filter(
        ({ scheme, during }) => during === undefined && !state.codes.some((code) => code.scheme === scheme),
      );
      const allowed = (authors: ReadonlyMap<string, string>, missing: readonly string[], field: string): boolean => {
        const by = authors.get(state.id) ?? author;
        if (missing.length === 0) return false;
        const change = `${field} of ${state.slug}: ${missing.join(", ")}`;
        if (by === author || overwrite) {
          report.correct(file, null, field, `${change} added`);
          return true;
        }
        report.conflict(
          file,
          null,
          field,
          `${change} missing. The record's are by ${by} and stay; --overwrite adds these`,
        );
        return false;
      };
      return {
        state,
        names: allowed(names, missingNames, "names") ? missingNames : [],
        codes: allowed(
          codes,
          missingCodes.map(({ scheme, value }) => `${scheme} ${value}`),
          "codes",
        )
          ? missingCodes
          : [],
      };
    })
    .filter((addition) => addition.names.length + addition.codes.length > 0);
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
