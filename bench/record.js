import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { findServer } from "../test/support/postgres-templates.js";

const program = fileURLToPath(new URL("../bin/standpoint.js", import.meta.url));
const synthetic = readFileSync(new URL("synthetic.sql", import.meta.url), "utf8");

/**
 * A database with the seeds, the whole record of votes, and what is made up besides: the one given, which is completed
 * and stays, else one of its own.
 *
 * @returns its URL, a client, what server it is on, and `remove`
 */
export async function openRecord({ database, data }) {
  const own = database === undefined ? await makeDatabase() : undefined;
  const url = database ?? own.url;
  try {
    if (own) fill(url, data);
    const client = new pg.Client({ connectionString: url, application_name: "standpoint bench" });
    await client.connect();
    await makeUp(client);
    const { rows } = await client.query(
      `select split_part(current_setting('server_version'), ' ', 1) as version, (select count(*)::int from "Position") as positions,
        (select count(*)::int from "RollCall") as "rollCalls", (select count(*)::int from "Statement") as statements`,
    );
    const remove = async () => {
      await client.end();
      await own?.remove();
    };
    return { url, client, ...rows[0], remove };
  } catch (error) {
    await own?.remove();
    throw error;
  }
}

async function makeDatabase() {
  const server = await findServer(process.env);
  if (!server?.mayCreate)
    throw new Error("The benchmark needs a Postgres server that lets us make databases: set DATABASE_URL");
  const name = `standpoint_bench_${process.pid}_${randomBytes(3).toString("hex")}`;
  const onServer = async (statement) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`create database "${name}"`);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  return { url, remove: () => onServer(`drop database "${name}" with (force)`) };
}

function fill(url, data) {
  if (!existsSync(data)) throw new Error(`There is no folder ${data} with the files of the votes`);
  const run = (...words) =>
    execFileSync(process.execPath, [program, ...words], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: "inherit",
    });
  run("migrate");
  run("seed");
  run("import", "un-votes", data);
}

/** Adds what is made up, once. */
async function makeUp(client) {
  const { rowCount } = await client.query(`select from "Source" where "slug" = 'bench-source'`);
  if (rowCount > 0) return;
  console.log("Making up statements and policy actions …");
  await client.query(`begin; ${synthetic}; commit`);
  await client.query("vacuum analyze");
}

/** The pids of the database's sessions besides ours; none where the server runs elsewhere. */
export async function sessionPids(client) {
  const { rows } = await client.query(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  return rows.map(({ pid }) => pid).filter(isPostgres);
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
  } catch {
    return false;
  }
}
