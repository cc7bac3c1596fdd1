import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import type { Sql } from "../../src/db/sql.js";
import { blobOf } from "./blob-of.js";

interface Templates {
  embedded: { empty: string; seeded?: string; problem?: string };
  postgres?: { url: string; run: string; empty: string; seeded: string; problem?: string };
}

// Made by global-setup.js.
const templates: Templates = JSON.parse(process.env.STANDPOINT_TEST_TEMPLATES ?? "{}");

/** The database of this run: the server, where there is one. Continuous integration runs once on each. */
export const kinds: Database["kind"][] = [templates.postgres ? "postgres" : "embedded"];

const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Does this after the test file, before what was registered earlier. */
export function cleanUp(work: () => Promise<void>): void {
  cleanups.unshift(work);
}

/**
 * A database of the test's own, migrated, on what this run tests on; closed and dropped after the test file.
 *
 * @param options `seeds`: with the dossiers of seeds/. `kind`: on that kind instead (only the run's own has seeds).
 */
export async function testDatabase(options: { seeds?: boolean; kind?: Database["kind"] } = {}): Promise<Database> {
  const { seeds = false, kind = kinds[0] } = options;
  const source = kind === "postgres" ? templates.postgres : templates.embedded;
  const template = seeds ? source?.seeded : source?.empty;
  if (template === undefined) throw new Error(`There is no ${seeds ? "seeded " : ""}template for ${kind} in this run`);
  if (seeds && source?.problem) throw new Error(`The seeds could not be loaded:\n${source.problem}`);
  const database = kind === "postgres" ? await copyOnServer(template) : await loadFrom(template);
  return database;
}

/**
 * Where a process opens a migrated database; it is removed after the test file.
 *
 * @param options `seeds`: with the dossiers of seeds/, which only the run's kind has
 */
export async function databaseForProcesses(
  kind = kinds[0],
  { seeds = false } = {},
): Promise<{ url?: string; dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), "standpoint-test-"));
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
  if (kind === "postgres" && templates.postgres) {
    return { url: await createDatabase(seeds ? templates.postgres.seeded : templates.postgres.empty), dataDir };
  }
  const file = seeds ? templates.embedded.seeded : templates.embedded.empty;
  if (file === undefined) throw new Error("There are no seeds for the embedded database in this run");
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create({ dataDir: join(dataDir, "postgres"), loadDataDir: await blobOf(file) });
  await pglite.close();
  return { dataDir };
}

/**
 * The address of an empty database on the server that this run tests on, not migrated; dropped after the test file.
 *
 * @param options of `create database`, such as a locale
 */
export function emptyServerDatabase(options = ""): Promise<string> {
  return createDatabase("template0", options);
}

async function copyOnServer(template: string): Promise<Database> {
  const url = await createDatabase(template);
  const database = await openDatabase({ url, dataDir: "", log: pino({ level: "silent" }) });
  cleanups.unshift(database.close);
  return database;
}

async function createDatabase(template: string, options = ""): Promise<string> {
  if (!templates.postgres) throw new Error("There is no server in this run");
  const { url, run } = templates.postgres;
  const name = `${run}_${randomBytes(4).toString("hex")}`;
  // A test need not wait for the disk: only a crash of the whole server would lose what it committed.
  await onServer(
    url,
    `create database "${name}" template "${template}" ${options}`,
    `alter database "${name}" set synchronous_commit = off`,
  );
  cleanups.unshift(() => dropLater(url, name));
  const at = new URL(url);
  at.pathname = `/${name}`;
  return at.href;
}

/** The databases of the files that this worker is done with. Kits are loaded for each file, so the worker keeps the list. */
const dropping = Symbol.for("standpoint.test.dropping");
const worker: typeof globalThis & { [dropping]?: string[] } = globalThis;

/**
 * Drops several databases at once: the server makes a checkpoint for each, which takes seconds, but one for all that wait for
 * it. Not more than five: every worker does so, and a server takes 100 connections. The run drops the last ones.
 */
async function dropLater(url: string, name: string): Promise<void> {
  worker[dropping] ??= [];
  const names = worker[dropping];
  names.push(name);
  if (names.length < 5) return;
  await Promise.all(names.splice(0).map((each) => onServer(url, `drop database "${each}" with (force)`)));
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** What an embedded database that is migrated and empty is loaded from. */
export const embeddedTemplate = (): Promise<Blob> => blobOf(templates.embedded.empty);

async function loadFrom(file: string): Promise<Database> {
  // Imported when needed: each test file loads its modules anew.
  const { PGlite } = await import("@electric-sql/pglite");
  const { embeddedDatabase } = await import("../../src/db/embedded/embedded.js");
  const { traced } = await import("../../src/db/observed.js");
  const database = traced(embeddedDatabase(await PGlite.create({ loadDataDir: await blobOf(file) })));
  cleanups.unshift(database.close);
  return database;
}

/** The same database, and the text of every statement that `query` runs on it, as known at whatever moment. */
export function recordStatements(database: Database): { database: Database; statements: string[] } {
  const statements: string[] = [];
  return { database: telling(database, ({ text }) => statements.push(text)), statements };
}

/** The same database, which tells of every statement that `query` runs on it, as known at whatever moment. */
export function telling(database: Database, tell: (statement: Sql) => void): Database {
  return {
    ...database,
    query(statement, signal) {
      tell(statement);
      return database.query(statement, signal);
    },
    asKnownAt: (moment) => telling(database.asKnownAt(moment), tell),
    inSnapshot: (work, signal) => database.inSnapshot((snapshot) => work(telling(snapshot, tell)), signal),
  };
}
