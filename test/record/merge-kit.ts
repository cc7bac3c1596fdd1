import { readFileSync } from "node:fs";
import type { Database } from "../../src/db/database.js";
import { Prisma } from "../../src/db/generated/client.js";
import { join, raw, sql } from "../../src/db/sql.js";
import { importDossiers } from "../../src/import/dossier/index.js";
import { canonical } from "../../src/record/canonical.js";
import { entities, listNames } from "../../src/record/entities/index.js";
import { askAs } from "../support/ask.js";

export const valleys = readFileSync(new URL("merge.dossier.yaml", import.meta.url), "utf8");

/** Records two records of one state, "valley" and "the-valley", a third, "vale", and all that can name them. */
export const recordValleys = (database: Database) =>
  importDossiers(database, [{ path: "merge.dossier.yaml", text: valleys }], { author: "tester" });

export interface Told {
  readonly __typename: string;
  readonly path: string;
  readonly message: string;
  readonly currentVersion?: number;
}

const errors = "errors { __typename path message ... on Conflict { currentVersion } }";

/** Asks for one mutation as an editor, and fails where the answer is no payload. */
async function change(database: Database, name: string, field: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { id slug version } ${errors} } }`;
  const { data, errors: failed } = await askAs("EDITOR", database, source, { input });
  if (failed) throw new Error(`${name} failed: ${JSON.stringify(failed)}`);
  const { [field]: actor, errors: told } = data[name];
  return { actor, errors: told as Told[] };
}

/** Merges in the versions that are on record, unless others are given. */
export async function merge(database: Database, merged: string, keep: string, more: object = {}) {
  const versions = await database.query<{ slug: string; version: number }>(sql`select slug, version from "Actor"`);
  const version = (slug: string) => versions.find((row) => row.slug === slug)?.version ?? 1;
  const both = { keep, keepVersion: version(keep), merge: merged, mergeVersion: version(merged) };
  return change(database, "mergeActors", "survivor", { ...both, reason: "They are one.", ...more });
}

export const unmerge = (database: Database, merged: string) =>
  change(database, "unmergeActors", "actor", { merged, reason: "They are two." });

const bookkeeping: string[] = ["Revision", "IdempotencyKey", "ActorMerge", "ActorMergePart", "Change", "ImportBatch"];
/** Made of positions: a bit is given for good, and a string may stay with no bit set. Their own test compares them with positions. */
const computed: string[] = ["HolderPlace", "HolderStances", "SubjectPlace", "SubjectStances"];

/** Every row of every table but those that keep account of writes or are made of others, without versions and when they were made. */
export async function everyRow(database: Database): Promise<Record<string, unknown[]>> {
  const tables = Object.values(Prisma.ModelName).filter((table) => ![...bookkeeping, ...computed].includes(table));
  const rows = await Promise.all(
    tables.map(async (table) => {
      const found = await database.query<{ row: unknown }>(
        sql`select to_jsonb(t) - '{version,updatedAt,systemFrom}'::text[] as row from ${raw(`"${table}"`)} t order by t::text collate "C"`,
      );
      const sorted = found.map(({ row }) => JSON.stringify(row)).sort();
      return [table, sorted.map((row) => JSON.parse(row))] as const;
    }),
  );
  return Object.fromEntries(rows);
}

/** How many rows name an actor, by each column that a foreign key makes refer to actors. */
export async function namings(database: Database, slug: string): Promise<Record<string, number>> {
  const keys = await database.query<{ table: string; column: string }>(sql`
    select t.relname::text as "table", a.attname::text as "column"
    from pg_constraint f join pg_class t on t.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any(f.conkey)
    where f.contype = 'f' and f.confrelid = '"Actor"'::regclass order by 1, 2`);
  const counts = keys.map(
    ({
      table,
      column,
    }) => sql`(select count(*)::int from ${raw(`"${table}"`)} t join "Actor" a on a.id = t.${raw(`"${column}"`)}
      where a.slug = ${slug}) as ${raw(`"${table}.${column}"`)}`,
  );
  const [row] = await database.query<Record<string, number>>(sql`select ${join(counts)}`);
  return row ?? {};
}

/** Each entity whose versions and revisions do not go together: each follows the one before, the last tells what is on record. */
export async function unrevised(database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const list of listNames) {
    const { table, entry } = entities[list];
    const rows = await database.query<{
      id: string;
      version: number;
      entry: object;
      revisions: { version: number; before: object | null; after: object }[];
    }>(sql`select t.id, t.version, ${entry} as entry,
      (select json_agg(json_build_object('version', r.version, 'before', r.before, 'after', r.after) order by r.version)
        from "Revision" r where r."entityId" = t.id) as revisions from ${raw(`"${table}"`)} t`);
    for (const { id, version, entry: now, revisions } of rows) {
      const chain = [...revisions.map(({ before }) => before ?? {}).slice(1), canonical(now)];
      const right = revisions.every(
        (revision, index) => revision.version === index + 1 && ordered(revision.after) === ordered(chain[index]),
      );
      if (!right || revisions.length !== version) found.push(`${list} ${id}`);
    }
  }
  return found;
}

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );

/** How many statements the transactions of some work run. */
export async function writesOf(database: Database, work: (recording: Database) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting = <T extends object>(transaction: T): T =>
    new Proxy(transaction, {
      get(target, key) {
        if (key === "$executeRaw" || key === "$queryRaw") count += 1;
        return Reflect.get(target, key);
      },
    });
  const { prisma } = database;
  const recording = new Proxy(prisma, {
    get: (target, key) =>
      key === "$transaction"
        ? (inside: (transaction: object) => unknown, options: object) =>
            prisma.$transaction((transaction) => Promise.resolve(inside(counting(transaction))), options)
        : Reflect.get(target, key),
  });
  await work({ ...database, prisma: recording });
  return count;
}
