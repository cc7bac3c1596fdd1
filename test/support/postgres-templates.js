import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import pg from "pg";
import { built, log, seed } from "./built.js";

const PREFIX = "standpoint_test_";

/** A server to test on: the one of DATABASE_URL, or a local one that answers and lets us make databases; null without. */
export async function findServer(env) {
  if (env.DATABASE_URL) return lookAt(env.DATABASE_URL);
  const place = `${env.PGHOST ?? "127.0.0.1"}:${env.PGPORT ?? 5432}`;
  const user = encodeURIComponent(env.PGUSER ?? userInfo().username);
  for (const database of [env.PGDATABASE, "test", "postgres"].filter(Boolean)) {
    // No server, or not for us: the embedded database serves.
    const server = await lookAt(`postgres://${user}@${place}/${database}`).catch(() => null);
    if (server?.mayCreate) return server;
  }
  return null;
}

async function lookAt(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  const { rows } = await client.query(
    `select split_part(current_setting('server_version'), ' ', 1) as version, rolcreatedb or rolsuper as may_create
     from pg_roles where rolname = current_user`,
  );
  await client.end();
  const { hostname, port } = new URL(url);
  return { url, version: rows[0].version, mayCreate: rows[0].may_create, place: `${hostname}:${port || 5432}` };
}

/**
 * Databases to copy: one migrated and empty, one with the seeds too. Every database of a run has the run's name in its
 * own; the run keeps a connection of that name, so that the next one can tell what a killed run left.
 */
export async function postgresTemplates({ url }) {
  const run = `${PREFIX}${process.pid}_${randomBytes(3).toString("hex")}`;
  const client = new pg.Client({ connectionString: url, application_name: run });
  await client.connect();
  await removeLeftovers(client, url);
  const [empty, seeded] = [`${run}_empty`, `${run}_seeded`];
  await client.query(`create database "${empty}"`);
  const { migrate } = await built("db/migrations/migrate.js");
  await inDatabase(url, empty, (database) => migrate(database, log));
  await client.query(`create database "${seeded}" template "${empty}"`);
  const problem = await inDatabase(url, seeded, seed);
  return {
    databases: { url, run, empty, seeded, problem },
    remove: async () => {
      await drop(url, await databasesLike(client, run));
      await client.end();
    },
  };
}

async function inDatabase(url, name, work) {
  const { openDatabase } = await built("db/open.js");
  const at = new URL(url);
  at.pathname = `/${name}`;
  const database = await openDatabase({ url: at.href, dataDir: "", log });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function removeLeftovers(client, url) {
  const { rows } = await client.query("select application_name as run from pg_stat_activity");
  const alive = rows.map(({ run }) => run).filter((run) => run.startsWith(PREFIX));
  const names = await databasesLike(client, PREFIX);
  await drop(
    url,
    names.filter((name) => !alive.some((run) => name.startsWith(`${run}_`))),
  );
}

async function databasesLike(client, prefix) {
  const { rows } = await client.query("select datname as name from pg_database where starts_with(datname, $1)", [
    prefix,
  ]);
  return rows.map(({ name }) => name);
}

/** Ten at once: the server makes a checkpoint for each, but one for all that wait for it. */
async function drop(url, names) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await Promise.all(names.map((name) => pool.query(`drop database if exists "${name}" with (force)`)));
  await pool.end();
}
