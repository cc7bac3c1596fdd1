import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { openDatabase } from "../../src/db/open.js";
import { raw } from "../../src/db/sql.js";
import { databaseForProcesses } from "../support/database.js";
import { run } from "./standpoint.js";

interface Finding {
  check: string;
  level: string;
  message: string;
  advice?: string;
}

/** Answers /keys with a set of keys, /text with something else, and has a port. */
const web: Server = createHttpServer((request, response) => {
  response.end(request.url === "/keys" ? JSON.stringify({ keys: [{ kty: "OKP" }] }) : "text");
});
let folder: string;
let origin: string;
let place: { url?: string; dataDir: string };
let where: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpoint-doctor-"));
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  origin = `127.0.0.1:${(web.address() as AddressInfo).port}`; // it listens on a port
  place = await databaseForProcesses();
  where = { DATA_DIR: place.dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}), PORT: "0" };
});
afterAll(async () => {
  web.close();
  await rm(folder, { recursive: true });
});

async function examined(
  env: Record<string, string>,
): Promise<{ code: unknown; findings: Finding[]; problems: number }> {
  const { code, out } = await run(["doctor", "--json"], { env });
  return { code, ...JSON.parse(out) };
}

/** Opens the database as a server does, for one piece of work. */
async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase({ ...place, log: pino({ level: "silent" }) });
  await work(database).finally(() => database.close());
}

test("where all is well, each check is ok and the exit code is 0", async () => {
  const { code, problems, findings } = await examined(where);
  expect(findings.filter(({ level }) => level !== "ok")).toEqual([]);
  expect({ code, problems }).toEqual({ code: 0, problems: 0 });
  const folderChecks = place.url ? [] : ["folder", "disk"];
  const checks = ["database", "locale", "clock", "migrations", "webhooks", "port"];
  expect(findings.map(({ check }) => check)).toEqual(["configuration", ...folderChecks, ...checks]);
  const { code: plainCode, out } = await run(["doctor"], { env: where });
  expect(plainCode).toBe(0);
  expect(out).toMatch(/^ok {7}migrations: all are applied$/m);
});

const unused = () => join(folder, "unused");
const tokens = (path: string) => ({
  JWKS_URL: `http://${origin}/${path}`,
  JWT_ISSUER: "https://login.example.org",
  JWT_AUDIENCE: "standpoint",
});

test.each<[what: string, env: () => Record<string, string>, found: Partial<Finding>, code: number]>([
  ["a variable is malformed", () => ({ PORT: "many" }), { check: "configuration", level: "problem" }, 3],
  [
    "there is no database yet",
    () => ({}),
    { check: "database", level: "ok", message: "the first start creates it" },
    0,
  ],
  [
    "no database server answers",
    () => ({ DATABASE_URL: "postgres://user:secret@127.0.0.1:1/x" }),
    { check: "database", level: "problem", message: "127.0.0.1:1", advice: "DATABASE_URL" },
    3,
  ],
  [
    "the port is taken",
    () => ({ PORT: origin.split(":")[1] ?? "" }),
    { check: "port", level: "warning", advice: "set PORT" },
    0,
  ],
  [
    "the port of the metrics is taken",
    () => ({ METRICS_PORT: origin.split(":")[1] ?? "", METRICS_HOST: "127.0.0.1" }),
    { check: "metrics port", level: "warning", advice: "set METRICS_PORT" },
    0,
  ],
  ["the host is another machine's", () => ({ HOST: "192.0.2.1" }), { check: "port", level: "problem" }, 3],
  ["Redis is away", () => ({ REDIS_URL: "redis://:secret@127.0.0.1:1" }), { check: "redis", level: "problem" }, 3],
  ["the keys of tokens can be fetched", () => tokens("keys"), { check: "tokens", level: "ok", message: "1 keys" }, 0],
  ["the keys of tokens are no keys", () => tokens("text"), { check: "tokens", level: "problem" }, 3],
])("where %s, doctor says so", async (_what, env, { check, level, message = "", advice = "" }, code) => {
  const outcome = await examined({ DATA_DIR: unused(), PORT: "0", HOST: "127.0.0.1", ...env() });
  const finding = outcome.findings.find((one) => one.check === check);
  expect(finding).toMatchObject({ level, message: expect.stringContaining(message) });
  expect(finding?.advice ?? "").toContain(advice);
  expect(outcome.code).toBe(code);
  expect(JSON.stringify(outcome.findings)).not.toContain("secret@");
});

test("a data folder that others can read is a warning, and one that a process has is not opened", async () => {
  const dataDir = join(folder, "open");
  await mkdir(dataDir);
  await chmod(dataDir, 0o755);
  const { code, findings } = await examined({ DATA_DIR: dataDir, PORT: "0" });
  expect(code).toBe(0);
  expect(findings).toContainEqual(
    expect.objectContaining({ check: "folder", level: "warning", advice: `chmod 700 ${dataDir}` }),
  );
  if (place.url) return;
  await withDatabase(async () => {
    const used = await examined(where);
    expect(used.code).toBe(0);
    expect(used.findings.find(({ check }) => check === "database")).toMatchObject({ level: "warning" });
  });
});

test("migrations, clocks and webhooks of a database are checked", async () => {
  await withDatabase(async (database) => {
    await database.query(
      raw(`insert into "ImportBatch" ("id", "entityKind", "recordedAt", "author", "rollCallIds", "count")
        values (gen_random_uuid(), 'POSITION', now() + interval '1 day', 'test', '{}', 0)`),
    );
  });
  const ahead = await examined(where);
  expect(ahead.findings.find(({ check }) => check === "recorded")).toMatchObject({ level: "warning" });
  await withDatabase(async (database) => {
    await database.query(raw(`delete from "_prisma_migrations" where "migration_name" > '20261129153000'`));
  });
  const pending = await examined(where);
  expect(pending).toMatchObject({ code: 0, problems: 0 });
  expect(pending.findings.find(({ check }) => check === "migrations")).toMatchObject({
    level: "warning",
    message: expect.stringMatching(/^\d+ are not applied: 20261129153000_stances_as_bits/),
  });
  await withDatabase(async (database) => {
    await database.query(
      raw(
        `update "_prisma_migrations" set "migration_name" = '29990101000000_later' where "migration_name" like '%init'`,
      ),
    );
  });
  const newer = await examined(where);
  expect(newer).toMatchObject({ code: 3, problems: 1 });
  expect(newer.findings.find(({ check }) => check === "migrations")).toMatchObject({
    level: "problem",
    message: expect.stringContaining("29990101000000_later"),
  });
});
