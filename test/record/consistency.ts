import type { Database } from "../../src/db/database.js";
import { Prisma } from "../../src/db/generated/client.js";
import { join, raw, type Sql, sql } from "../../src/db/sql.js";
import { canonical } from "../../src/record/canonical.js";
import { entities, type ListName, listNames } from "../../src/record/entities/index.js";
import { namedIn } from "../../src/record/named-in.js";

interface Row {
  readonly id: string;
  readonly version: number;
  readonly retracted: boolean;
  readonly entry: object;
  readonly revisions: readonly { version: number; action: string; before: object | null; after: object }[] | null;
}

/** How many rows each table has. */
export async function tableCounts(database: Database): Promise<Record<string, number>> {
  const counts = Object.values(Prisma.ModelName).map(
    (table) => sql`(select count(*)::int from ${raw(`"${table}"`)}) as ${raw(`"${table}"`)}`,
  );
  const [row] = await database.query<Record<string, number>>(sql`select ${join(counts)}`);
  return row ?? {};
}

/**
 * Everything in which the record and its revisions disagree: each entity has a revision for each version, the first
 * recorded it, each begins with what the one before ended with, and the last ends with what is on record.
 *
 * @param options `renamed`: where slugs were changed. A revision names others by the slugs that they had, and another slug
 * is no change of those that name it, so what an entry names is not compared.
 */
export async function inconsistencies(database: Database, { renamed = false } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const list of listNames) {
    for (const row of await rowsOf(database, list))
      found.push(
        ...inconsistenciesOf(renamed ? withoutNames(list, row) : row).map((what) => `${list} ${row.id} ${what}`),
      );
  }
  const { Revision = 0, IdempotencyKey = 0, SubjectSlug = 0, ...counts } = await tableCounts(database);
  const [kept] = await database.query<Record<string, number>>(sql`select
    (select count(*)::int from "Revision" where "entityId" in (${ids()})) as revisions,
    (select count(*)::int from "IdempotencyKey" where "entityId" in (${ids()})) as keys,
    (select count(*)::int from (select id, slug from "Proposal" union all select id, slug from "PolicyAction") s
      join "SubjectSlug" k on k."subjectId" = s.id and k.slug = s.slug) as slugs`);
  if (kept?.revisions !== Revision) found.push("a revision is of nothing on record");
  if (kept?.keys !== IdempotencyKey) found.push("an idempotency key is of nothing on record");
  found.push(...(await wrongBits(database)));
  const subjects = (counts.Proposal ?? 0) + (counts.PolicyAction ?? 0);
  if (kept?.slugs !== SubjectSlug || SubjectSlug !== subjects) found.push("a subject's slug is not its own");
  return found;
}

/** Where the strings of bits of standing positions are not what stands: one that is missing, or one too many. */
export async function wrongBits(database: Database): Promise<string[]> {
  const both = (standing: Sql, bits: Sql) =>
    database.query<{ what: string }>(sql`
    with standing as (${standing} where position."standingUntil" = '9999-12-31'), bits as (${bits})
    (select 'missing ' || standing::text as what from (table standing except table bits) standing)
    union all (select 'too many ' || bits::text as what from (table bits except table standing) bits)`);
  const rows = [
    ...(await both(
      sql`select "holderId", "subjectId", "proposalId", "policyActionId", stance, basis, "sinceEarliest", "sinceLatest",
        coalesce("evidenceRollCallId", '00000000-0000-0000-0000-000000000000') from "Position" position`,
      sql`select place."holderId", "subjectId", "proposalId", "policyActionId", stance, basis, "sinceEarliest", "sinceLatest",
        "evidenceRollCallId" from "SubjectStances" join "HolderPlace" place
        on place.place / 256 = part and get_bit(holders, place.place % 256) = 1`,
    )),
    ...(await both(
      sql`select "holderId", "subjectId", stance, basis from "Position" position`,
      sql`select "holderId", place."subjectId", stance, basis from "HolderStances" join "SubjectPlace" place
        on place.place / 512 = part and get_bit(subjects, place.place % 512) = 1`,
    )),
  ];
  return rows.map(({ what }) => what);
}

const ids = () => raw(listNames.map((list) => `select id from "${entities[list].table}"`).join(" union all "));

function rowsOf(database: Database, list: ListName): Promise<Row[]> {
  const { table, entry } = entities[list];
  return database.query<Row>(sql`select t.id, t.version, t."retractedAt" is not null as retracted, ${entry} as entry,
    (select json_agg(json_build_object('version', r.version, 'action', r.action, 'before', r.before, 'after', r.after)
      order by r.version) from "Revision" r where r."entityId" = t.id) as revisions
    from ${raw(`"${table}"`)} t order by t.id`);
}

function withoutNames(list: ListName, { entry, revisions, ...row }: Row): Row {
  const withoutThem = <T extends object | null>(named: T): T => {
    if (named === null) return named;
    const anonymous = canonical<object>(named);
    for (const { path } of namedIn(entities[list].format, anonymous)) {
      // `path` is from walking this very value.
      const inside = path.slice(0, -1).reduce((parent, step) => (parent as never)[step], anonymous as object);
      (inside as Record<string | number, unknown>)[path.at(-1) ?? ""] = "…";
    }
    return anonymous as T;
  };
  const anonymous = revisions?.map(({ before, after, ...revision }) => ({
    ...revision,
    before: withoutThem(before),
    after: withoutThem(after),
  }));
  return { ...row, entry: withoutThem(entry), revisions: anonymous ?? null };
}

function inconsistenciesOf({ version, retracted, entry, revisions }: Row): string[] {
  const all = revisions ?? [];
  const steps = all.flatMap((revision, index) => {
    const before = all[index - 1];
    const wanted = actionsAfter[before?.action ?? "NOTHING"] ?? [];
    return [
      ...(revision.version === index + 1 ? [] : [`has revision ${revision.version} in place ${index + 1}`]),
      ...(wanted.includes(revision.action) ? [] : [`is ${revision.action} after ${before?.action}`]),
      ...(text(revision.before) === text(before?.after)
        ? []
        : [`is not what it was before version ${revision.version}`]),
    ];
  });
  const last = all.at(-1);
  return [
    ...steps,
    ...(last?.version === version ? [] : [`has version ${version}, its last revision ${last?.version}`]),
    ...(text(last?.after) === text(canonical(entry))
      ? []
      : [`is ${text(canonical(entry))}, and ${text(last?.after)} in its last revision`]),
    ...(retracted === (last !== undefined && isRetracted(last.action)) ? [] : ["is retracted and not"]),
  ];
}

const actionsAfter: Readonly<Record<string, readonly string[]>> = {
  NOTHING: ["RECORDED"],
  RECORDED: ["REVISED", "RETRACTED"],
  REVISED: ["REVISED", "RETRACTED"],
  REINSTATED: ["REVISED", "RETRACTED"],
  RETRACTED: ["REINSTATED"],
};

const isRetracted = (action: string): boolean => action === "RETRACTED";

/** The same for equal values, in whichever order their fields are: jsonb has an order of its own. */
function text(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );
}
