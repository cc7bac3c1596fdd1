import { readdirSync, readFileSync } from "node:fs";
import { pino } from "pino";
import { readBackup } from "../../src/backup/archive-reader.js";
import type { BackupManifest } from "../../src/backup/manifest.js";
import { restoreFrom } from "../../src/backup/restore.js";
import type { Database } from "../../src/db/database.js";
import { raw } from "../../src/db/sql.js";
import { RandomHistory, randomly } from "../known/random-history.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";

const nothing = async () => undefined;

/** Reads a backup file to its end. */
export const verify = (path: string): Promise<BackupManifest> => readBackup(path, nothing, nothing);

/** Restores a backup file without a word. */
export const restored = (path: string, database: Database, replace = false) =>
  restoreFrom(path, database, { replace }, pino({ level: "silent" }));

/** The tables of a backup with their rows. */
export const rowsByTable = ({ tables }: BackupManifest): Record<string, number> =>
  Object.fromEntries(tables.map(({ schema, name, rows }) => [`${schema}.${name}`, rows]));

/** A small record in which facts were recorded, revised, retracted and merged. */
export async function smallRecord(): Promise<{ database: Database; history: RandomHistory }> {
  const database = await testDatabase();
  const history = new RandomHistory(database, randomly(7));
  await history.begin();
  for (let step = 0; step < 10; step++) await history.step();
  return { database, history };
}

/** A hash of all rows of each table, and the constraints and triggers with their state. */
export async function contents(database: Database, { tables }: BackupManifest): Promise<Record<string, unknown>> {
  const hashes = tables.map(
    ({ schema, name }) => `select '${schema}.${name}' as name, count(*)::int as rows,
      md5(string_agg(t::text, chr(10) order by t::text collate "C")) as hash from "${schema}"."${name}" t`,
  );
  const rows = await database.query<{ name: string; rows: number; hash: string }>(raw(hashes.join(" union all ")));
  const rules = await database.query<{ rule: string }>(
    raw(`select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as rule
        from pg_constraint where contype in ('f', 'c')
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
      union all select indexdef from pg_indexes where schemaname in ('public', 'history')
      order by 1`),
  );
  return {
    ...Object.fromEntries(rows.map(({ name, ...content }) => [name, content])),
    rules: rules.map(({ rule }) => rule).sort(),
  };
}

const folder = new URL("../../questions/", import.meta.url);

/** Answers to standard questions, by their numbers: "01" asks who supports a proposal, "50" what is on record. */
export async function standardAnswers(database: Database, ...numbers: string[]): Promise<unknown[]> {
  const files = numbers.map((number) => readdirSync(folder).find((name) => name.startsWith(`${number}-`)) ?? number);
  const found: unknown[] = [];
  for (const file of files) found.push(await answer(database, readFileSync(new URL(file, folder), "utf8")));
  return found;
}
