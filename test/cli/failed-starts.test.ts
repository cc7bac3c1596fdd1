import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { databaseForProcesses, kinds } from "../support/database.js";
import { endAll, run, runProcess } from "./standpoint.js";

/** Takes a port, and says nothing to whoever connects. */
const mute: Server = createServer(() => undefined);
const folder = mkdtempSync(join(tmpdir(), "standpoint-starts-"));
let port: number;

beforeAll(async () => {
  mute.listen(0, "127.0.0.1");
  await once(mute, "listening");
  port = (mute.address() as AddressInfo).port; // it listens on a port
});
afterAll(() => {
  endAll();
  mute.close();
  rmSync(folder, { recursive: true });
});

describe.each(kinds)("on the database %s", (kind) => {
  let where: Record<string, string>;
  beforeAll(async () => {
    const { url, dataDir } = await databaseForProcesses(kind);
    where = { ...(url ? { DATABASE_URL: url } : { DATA_DIR: dataDir }), SEED: "false", LOG_LEVEL: "warn" };
  });

  test.each([
    ["the port is taken", ["serve"], () => ({ PORT: String(port) }), "Cannot listen on"],
    [
      "the port of a module is taken",
      ["serve", "--module", "alerts"],
      () => ({ PORT: String(port) }),
      "Cannot listen on",
    ],
    ["the gateway's port is taken", ["federated"], () => ({ PORT: String(port) }), "cannot listen on"],
    ["the port of a subgraph is taken", ["federated"], () => ({ PORT: String(port - 3) }), "The subgraph"],
    ["the host is unknown", ["serve"], () => ({ PORT: "0", HOST: "no.such.host.invalid" }), "Cannot listen on"],
    ["the address is another machine's", ["serve"], () => ({ PORT: "0", HOST: "192.0.2.1" }), "Cannot listen on"],
  ])("where %s, everything is closed again, and the exit code is 3", async (what, words, env, told) => {
    // A process that does not end by itself would never be done: one of each command is enough.
    const outcome = await (/^the (gateway's )?port is taken/.test(what) ? runProcess : run)(words, {
      env: { ...where, ...env() },
    });
    expect(outcome).toMatchObject({ code: 3, err: expect.stringContaining(told) });
    expect(outcome.err).not.toContain("after calling end");
  });
});

const onServer = kinds.includes("postgres") ? test : test.skip;

onServer("where Redis is away the exit code is 3", async () => {
  const { url = "" } = await databaseForProcesses("postgres");
  const env = { DATABASE_URL: url, SEED: "false", PORT: "0", REDIS_URL: "redis://:secret@127.0.0.1:1" };
  const outcome = await run(["serve"], { env });
  expect(outcome).toMatchObject({ code: 3, err: expect.stringContaining("Cannot use Redis at 127.0.0.1:1") });
  expect(outcome.err).not.toContain("secret");
});

onServer("where the database has a migration of a newer version the exit code is 3", async () => {
  const { url = "" } = await databaseForProcesses("postgres");
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`update "_prisma_migrations" set migration_name = '99999999999999_newer'
    where migration_name = (select max(migration_name) from "_prisma_migrations")`);
  await client.end();
  const outcome = await run(["serve"], { env: { DATABASE_URL: url, PORT: "0" } });
  expect(outcome).toMatchObject({ code: 3, err: expect.stringContaining("a newer version applied it") });
});

test.each([
  ["does not speak TLS", () => "postgres://me@127.0.0.1:5432/test?sslmode=require", "SSL"],
  ["never answers", () => `postgres://me@127.0.0.1:${port}/none`, "Cannot use the Postgres database"],
  ["needs a certificate that is not there", () => "postgres://me@127.0.0.1/none?sslrootcert=/no/such", "ENOENT"],
])("where the server %s the exit code is 3", async (_what, url, told) => {
  if (told === "SSL" && !kinds.includes("postgres")) return;
  const outcome = await run(["serve"], { env: { DATABASE_URL: url(), CONNECT_TIMEOUT: "500", PORT: "0" } });
  expect(outcome).toMatchObject({ code: 3, err: expect.stringContaining(told) });
});

test("where the data folder cannot be made the exit code is 3", async () => {
  const outcome = await run(["serve"], { env: { DATA_DIR: "/dev/null/data", PORT: "0" } });
  expect(outcome).toMatchObject({ code: 3, err: expect.stringContaining("Cannot use the embedded database") });
});
