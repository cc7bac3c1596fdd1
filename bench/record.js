import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { findServer } from "../test/support/postgres-templates.js";
import { copyShare, makeUpVotes } from "./votes.js";

const program = fileURLToPath(new URL("../bin/standpoint.js", import.meta.url));
const synthetic = readFileSync(new URL("synthetic.sql", import.meta.url), "utf8");

/**
 * A database with the seeds, the record of votes, and what is made up besides: the one given, which is completed and stays,
 * else one of its own.
 *
 * @param data the folder of the votes' files; votes are made up where there is none
 * @param every 10 for a tenth of the roll calls; for a database of its own
 * @returns its URL, a client, what it holds, and `remove`
 */
export async function openRecord({ database, data, every = 1 }) {
  const own = database === undefined ? await makeDatabase() : undefined;
  const url = database ?? own.url;
  try {
    if (own) own.source = await fill(url, data, every);
    const client = new pg.Client({ connectionString: url, application_name: "standpoint bench" });
    await client.connect();
    await makeUp(client);
    const { rows } = await client.query(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
        (select count(*)::int from "Position") as positions, (select count(*)::int from "RollCall") as "rollCalls",
        (select count(*)::int from "Statement") as statements`,
    );
    const remove = async () => {
      await client.end();
      await own?.remove();
    };
    return { url: withSettings(url), source: own?.source ?? "a database that was given", client, ...rows[0], remove };
  } catch (error) {
    await own?.remove();
    throw error;
  }
}

/**
 * The same settings for whoever is compared. Compiling statements (`jit`) costs more than it gains on short ones; parallel
 * workers would end before their time is read.
 */
function withSettings(url) {
  const changed = new URL(url);
  changed.searchParams.set("options", "-c jit=off -c max_parallel_workers_per_gather=0");
  return changed.href.replaceAll("+", "%20");
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

/** Fills a new database; tells with what. */
async function fill(url, data, every) {
  const scratch = await mkdtemp(join(tmpdir(), "standpoint-bench-"));
  try {
    const [all, share] = [existsSync(data) ? data : join(scratch, "all"), join(scratch, "share")];
    if (all !== data) {
      console.log("There are no files of the votes: making some up …");
      await makeUpVotes(all);
    }
    const source = all === data ? "the record of the General Assembly's votes" : "votes that are made up";
    if (every > 1) await copyShare(all, share, every);
    const env = { ...process.env, DATABASE_URL: url };
    for (const words of [["migrate"], ["seed"], ["import", "un-votes", every > 1 ? share : all, "--new-states"]]) {
      const { status } = spawnSync(process.execPath, [program, ...words], {
        env,
        cwd: scratch,
        stdio: ["ignore", "ignore", "inherit"],
      });
      // 4: rows were rejected, as some of the real data are.
      if (status !== 0 && status !== 4) throw new Error(`standpoint ${words.join(" ")} ended with ${status}`);
    }
    return source;
  } finally {
    await rm(scratch, { recursive: true });
  }
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
