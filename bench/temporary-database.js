import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findServer } from "../test/support/postgres-templates.js";

/**
 * An empty database for one run: on the Postgres server of DATABASE_URL or a local one that answers, else a data folder
 * for the embedded one. Tells what it is, and removes it.
 */
export async function temporaryDatabase() {
  const server = process.env.BENCH_DATABASE === "embedded" ? null : await findServer(process.env);
  if (!server) {
    const dataDir = await mkdtemp(join(tmpdir(), "standpoint-bench-"));
    const remove = () => rm(dataDir, { recursive: true, force: true });
    return { kind: "the embedded database", config: { dataDir }, remove };
  }
  const name = `standpoint_bench_${process.pid}_${randomBytes(3).toString("hex")}`;
  const onServer = async (statement) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`create database "${name}"`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const remove = () => onServer(`drop database "${name}" with (force)`);
  return { kind: `Postgres ${server.version}`, config: { url: url.href, dataDir: "" }, remove };
}
