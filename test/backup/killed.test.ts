import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "@jest/globals";
import pg from "pg";
import { backUpTo } from "../../src/backup/backup.js";
import { endAll, type Running, run, start } from "../cli/standpoint.js";
import { temporaryFolder } from "../dump/reading.js";
import { askAs } from "../support/ask.js";
import { databaseForProcesses, testDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import { rowsByTable, verify } from "./contents.js";

afterAll(endAll);

/** Kills a process at the moment that a condition holds, or lets it end where that is earlier. */
async function killWhen(running: Running, holds: () => Promise<boolean> | boolean): Promise<void> {
  let ended = false;
  void running.done.then(() => {
    ended = true;
  });
  while (!ended && !(await holds())) await pause(2);
  running.child.kill("SIGKILL");
  await running.done;
}

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { encoding: "utf8" }) : []);

/** Whether a restore has come to a step, told by turn: on a server by its statement, on the embedded database by its new files. */
async function restoreSteps(place: { url?: string; dataDir: string }) {
  if (place.url === undefined) {
    const tables = join(place.dataDir, "postgres", "base", "5");
    return {
      step: (turn: number) => {
        const before = filesIn(tables).length;
        return () => filesIn(tables).length > before + (turn % 4) * 40;
      },
      end: async () => undefined,
    };
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  const steps = [
    "alter table % drop constraint %",
    "truncate %",
    "copy %",
    "alter table % add constraint %",
    "analyze %",
  ];
  const query =
    "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ilike $1";
  return {
    step: (turn: number) => async () => (await client.query(query, [steps[turn % steps.length]])).rowCount !== 0,
    end: () => client.end(),
  };
}

test("killed at any point, backup and restore leave nothing half", async () => {
  const folder = await temporaryFolder();
  const [one, other] = [join(folder, "one.tar"), join(folder, "other.tar")];
  const database = await testDatabase({ seeds: runs(1) > 1 }); // a long run has more rows to be killed in
  const first = rowsByTable(await backUpTo(one, database));
  await askAs(
    "EDITOR",
    database,
    `mutation { recordTopic(input: { slug: "other", name: "Other" }) { topic { slug } } }`,
  );
  const second = rowsByTable(await backUpTo(other, database));
  expect(second).not.toEqual(first);
  const place = await databaseForProcesses();
  const env = { DATA_DIR: place.dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}) };
  expect(await run(["restore", one], { env })).toMatchObject({ code: 0 });
  const { step, end } = await restoreSteps(place);
  const target = join(folder, "target.tar");
  for (let turn = 0; turn < runs(1); turn++) {
    await killWhen(start(["restore", "--replace", turn % 2 ? one : other], { env }), step(turn));
    const backup = start(["backup", target], { env });
    await killWhen(backup, () => filesIn(folder).some((name) => name.endsWith(`${backup.child.pid}.unfinished`)));
    if (existsSync(target)) expect([first, second]).toContainEqual(rowsByTable(await verify(target)));
  }
  await end();
  expect(await run(["backup", target], { env })).toMatchObject({ code: 0 });
  expect([first, second]).toContainEqual(rowsByTable(await verify(target)));
  expect(await run(["restore", "--replace", other], { env })).toMatchObject({ code: 0 });
}, 200_000);

test("a backup is written while a server answers and records", async () => {
  const place = await databaseForProcesses();
  const env = { DATA_DIR: place.dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}) };
  const { out } = await run(["keys", "create", "--name", "backup", "--role", "EDITOR"], { env });
  const server = start(["serve"], { env: { ...env, PORT: "0", SEED: "false", LOG_LEVEL: "warn" } });
  const greeting = await server.said("runs at http");
  const url = /runs at (http:\S+\/graphql)/.exec(greeting)?.[1] ?? "";
  let recorded = 0;
  const record = async () => {
    const query = `mutation { recordTopic(input: { slug: "topic-${recorded}", name: "Topic ${recorded}" }) { topic { slug } } }`;
    const headers = { "content-type": "application/json", authorization: `Bearer ${out.trim()}` };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
    expect(await response.json()).toEqual({ data: { recordTopic: { topic: { slug: `topic-${recorded}` } } } });
    recorded += 1;
  };
  await record();
  const file = join(await temporaryFolder(), "serving.tar");
  let written = false;
  const backup = run(["backup", file], { env }).finally(() => {
    written = true;
  });
  while (!written) await record();
  expect(await backup).toMatchObject({ code: 0, err: expect.stringContaining("Wrote") });
  await record();
  const topics = rowsByTable(await verify(file))["public.Topic"] ?? 0;
  expect(topics).toBeGreaterThan(0);
  expect(topics).toBeLessThan(recorded);
  const refused = await run(["backup", join(file, "inside")], { env });
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("its folder is a file") });
  server.child.kill("SIGTERM");
  expect(await server.done).toMatchObject({ code: 0 });
}, 200_000);
