import { request as httpRequest } from "node:http";
import { setImmediate as round } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { pino } from "pino";
import { openDatabase } from "../../src/db/open.js";
import { sql } from "../../src/db/sql.js";
import { startFederated } from "../../src/federation/federated.js";
import { modules } from "../../src/modules/index.js";
import type { Limits } from "../../src/operations/limits/limits.js";
import { createServer, type Server } from "../../src/server.js";
import { databaseForProcesses, kinds, testDatabase } from "../support/database.js";
import { closeAfterTests, startDeployments } from "../support/federation.js";
import { schema } from "../support/once/schema.js";
import { ask } from "../support/server.js";

const log = pino({ level: "silent" });
const where = '{ not: { slugs: ["x"] } }';
const aliases = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(" ")} }`;

describe("what costs too much is refused alike, before anything is read", () => {
  let servers: Record<string, Server>;
  beforeAll(async () => {
    const { single, gateway } = await startDeployments(await testDatabase());
    servers = { single, gateway };
  });

  test.each<[number, string, boolean]>([
    [50, `stanceChanges(across: ${where}, first: 0) { totalCount }`, true],
    [20, "positionCounts(groupBy: [STANCE]) { count }", true],
    [2, "positionCounts(groupBy: [STANCE]) { count }", false],
    [20, `positionCounts(groupBy: [STANCE], where: { holder: { slugs: ["x"] } }) { count }`, false],
    [20, `positions(where: { subject: { proposals: { text: { contains: "e" } } } }, first: 1) { totalCount }`, true],
    [20, "positions(first: 1) { totalCount }", true],
    [20, "positions(first: 1) { nodes { stance } }", false],
    [20, `positions(where: { not: { holder: { slugs: ["x"] } } }, first: 1) { nodes { stance } }`, true],
    [
      20,
      `positions(where: { or: [{ holder: { slugs: ["x"] } }, { bases: [VOTE] }] }, first: 1) { nodes { stance } }`,
      true,
    ],
    [12, `actors(first: 100) { nodes { agreementWith(slug: "x") { shared } } }`, true],
    [8, "actors(first: 100) { nodes { positions(first: 1) { totalCount } } }", true],
    [1, "actors(first: 100) { nodes { positions(first: 1) { totalCount } } }", false],
  ])("%d × %s", async (count, field, isRefused) => {
    const query = aliases(count, field);
    const answers = await Promise.all(Object.values(servers).map((server) => ask(server, query)));
    for (const { status, data, errors } of answers) {
      const codes = errors?.map(({ extensions }) => extensions?.code) ?? [];
      if (isRefused) {
        expect({ status, data, codes }).toEqual({ status: 400, data: undefined, codes: ["QUERY_TOO_EXPENSIVE"] });
        expect(errors?.[0]?.extensions?.limit).toMatchObject({ name: "work", found: expect.any(Number) });
      } else expect(codes).not.toContain("QUERY_TOO_EXPENSIVE");
    }
    expect(answers[0]?.errors).toEqual(answers[1]?.errors);
  });

  test("the wide condition may be in a variable, and null is none", async () => {
    const query = `query ($where: PositionFilter) { ${aliases(20, "positions(where: $where, first: 1) { nodes { stance } }").slice(1)}`;
    const codeWith = async (variables: Record<string, unknown>) => {
      const [one, other] = await Promise.all(Object.values(servers).map((server) => ask(server, query, { variables })));
      expect(one?.errors).toEqual(other?.errors);
      return one?.errors?.[0]?.extensions?.code;
    };
    expect(await codeWith({ where: { not: { stances: ["SUPPORTS"] } } })).toBe("QUERY_TOO_EXPENSIVE");
    expect(await codeWith({ where: null })).not.toBe("QUERY_TOO_EXPENSIVE");
    expect(await codeWith({})).not.toBe("QUERY_TOO_EXPENSIVE");
  });
});

test("each connection and list that anybody can count in the positions declares its work", () => {
  const lists = [...Object.values(schema.getTypeMap())].flatMap((type) =>
    "getFields" in type && !type.name.endsWith("Connection") && !type.name.startsWith("__")
      ? Object.values(type.getFields())
          .filter((field) =>
            /^\[?(PositionCount|StanceChangeConnection|StanceMatrix|AgreementSubjectConnection)\b/.test(
              String(field.type),
            ),
          )
          .map((field) => ({ field: `${type.name}.${field.name}`, work: field.extensions.work }))
      : [],
  );
  expect(lists.length).toBeGreaterThan(3);
  expect(lists.filter(({ work }) => work === undefined)).toEqual([]);
});

if (kinds.includes("postgres")) {
  describe("while a table is locked", () => {
    /** Both deployments, each on connections of its own to one database in which no actor can be read. */
    async function locked(limits: Partial<Limits>) {
      const { url = "", dataDir } = await databaseForProcesses("postgres");
      const database = await openDatabase({ url, dataDir, log });
      const federated = await startFederated({
        modules,
        database,
        log,
        examples: [],
        limits,
        listen: (server) => server.listen({ host: "127.0.0.1", port: 0 }),
      });
      const single = await createServer({ schema, database, log, examples: [], limits });
      const lock = new pg.Client({ connectionString: url });
      await lock.connect();
      await lock.query('begin; lock table "Actor" in access exclusive mode');
      closeAfterTests(federated.close, single.close, database.close);
      const waiting = async () => {
        const rows = await database.query<{ count: number }>(
          sql`select count(*)::int as "count" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows[0]?.count ?? 0;
      };
      return { servers: { single, gateway: federated.gateway }, release: () => lock.end(), waiting };
    }

    test("a request is told when its time is used up, and hanging up cancels its query, through the gateway too", async () => {
      const { servers, release, waiting } = await locked({ databaseTime: 300, patience: 10_000 });
      for (const server of Object.values(servers)) {
        const { status, errors } = await ask(server, "{ actors { nodes { name } } topics { name } }");
        expect({ status, codes: errors?.map(({ extensions }) => extensions?.code) }).toEqual({
          status: 200,
          codes: ["TIMEOUT"],
        });
        expect(await waiting()).toBe(0);
      }
      await release();
    });

    test("hanging up cancels the query in the database", async () => {
      const { servers, release, waiting } = await locked({});
      for (const server of Object.values(servers)) {
        const address =
          server === servers.gateway
            ? server.fastify.listeningOrigin
            : await server.listen({ host: "127.0.0.1", port: 0 });
        const headers = { "content-type": "application/json" };
        const request = httpRequest(`${address}/graphql`, { method: "POST", headers });
        request.on("error", () => undefined);
        request.end(JSON.stringify({ query: "{ actors { nodes { name } } }" }));
        while ((await waiting()) === 0) await round();
        request.destroy();
        while ((await waiting()) > 0) await round();
      }
      await release();
    });

    test("what waits too long is refused by 503, and readiness is well", async () => {
      const { servers, release } = await locked({ databaseTime: 4000, patience: 200 });
      for (const server of Object.values(servers)) {
        const answers = Array.from({ length: 8 }, () => ask(server, "{ actors { nodes { name } } }"));
        const ready = await server.fastify.inject({ url: "/health/ready" });
        expect(ready.statusCode).toBe(200);
        const told = (await Promise.all(answers)).map(({ status, headers, errors }) => ({
          status,
          retry: headers["retry-after"],
          codes: errors?.map(({ extensions }) => extensions?.code),
        }));
        expect(told).toContainEqual({ status: 503, retry: "5", codes: ["OVERLOADED"] });
        expect(told).toContainEqual({ status: 200, retry: undefined, codes: ["TIMEOUT"] });
        expect(new Set(told.flatMap(({ codes }) => codes))).toEqual(new Set(["OVERLOADED", "TIMEOUT"]));
      }
      await release();
    });
  });
}
