import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { listApiKeys, revokeApiKey } from "../../src/auth/api-key.repository.js";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { startFederated } from "../../src/federation/federated.js";
import { modules } from "../../src/modules/index.js";
import { createServer, type Server } from "../../src/server.js";
import { type Issuer, startIssuer } from "../auth/issuer.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { closeAfterTests } from "../support/federation.js";
import { schema } from "../support/once/schema.js";
import { ask } from "../support/server.js";

let database: Database;
let issuer: Issuer;
let single: Server;
let gateway: Server;
/** What happens as a request reaches a subgraph. */
let atSubgraph: (name: string, query: string) => Promise<unknown> = async () => undefined;

beforeAll(async () => {
  database = await testDatabase();
  issuer = await startIssuer();
  const log = pino({ level: "silent" });
  const tokens = issuer.rules;
  single = await createServer({ schema, database, log, tokens, examples: [] });
  const federated = await startFederated({
    modules,
    database,
    log,
    tokens,
    examples: [],
    listen(server, part) {
      if (part.kind === "subgraph")
        server.fastify.addHook("preHandler", async ({ body }) => {
          await atSubgraph(part.name, (body as { query?: string } | null)?.query ?? "");
        });
      return server.listen({ host: "127.0.0.1", port: 0 });
    },
  });
  gateway = federated.gateway;
  closeAfterTests(single.close, federated.close);
});
beforeEach(async () => {
  atSubgraph = async () => undefined;
  await database.query(sql`delete from "ApiKey"`);
});

const read = "{ topics { name } actors { nodes { name } } positions { nodes { stance holder { name } } } }";
const record = (slug: string) => `recordTopic(input: { slug: "${slug}", name: "${slug}" }) { topic { slug } }`;

/** What both deployments answer, which must be the same. */
async function both(question: string, headers: Record<string, string>) {
  const [through, alone] = [await ask(gateway, question, { headers }), await ask(single, question, { headers })].map(
    ({ status, data, errors, headers: answered }) => ({
      status,
      data,
      errors: errors?.map(({ locations: _, ...error }) => error),
      challenge: answered["www-authenticate"],
    }),
  );
  expect(through).toEqual(alone);
  return through;
}

describe("through the gateway, as from the single process,", () => {
  test.each<[string, () => Promise<string>]>([
    ["an unknown key", async () => `Bearer standpoint_${"0".repeat(16)}_${"0".repeat(64)}`],
    ["another scheme", async () => "Basic bWU6c2VjcmV0"],
    ["a token that has expired", async () => `Bearer ${await issuer.token({ exp: 1 })}`],
    ["a token by somebody else", async () => `Bearer ${await issuer.forged()}`],
  ])("%s is refused, with 401, for reading and for writing", async (_name, make) => {
    const authorization = await make();
    const own = ["{ __typename }", "{ __schema { queryType { name } } }", "{ nothing }", "{"];
    for (const question of [read, "{ topics { name } __typename }", ...own, `mutation { ${record("refused")} }`]) {
      expect(await both(question, { authorization })).toEqual({
        status: 401,
        data: undefined,
        errors: [{ message: expect.any(String), extensions: { code: "UNAUTHENTICATED" } }],
        challenge: "Bearer",
      });
    }
  });

  test("a token that cannot be checked is told to be that, with 503", async () => {
    const other = await startIssuer();
    await other.stop();
    const log = pino({ level: "silent" });
    const tokens = other.rules;
    const federated = await startFederated({
      modules,
      database,
      log,
      tokens,
      examples: [],
      listen: (server) => server.listen({ host: "127.0.0.1", port: 0 }),
    });
    closeAfterTests(federated.close);
    const headers = { authorization: `Bearer ${await other.token()}` };
    const { status, data, errors } = await ask(federated.gateway, read, { headers });
    expect({ status, data, codes: errors?.map(({ extensions }) => extensions?.code) }).toEqual({
      status: 503,
      data: undefined,
      codes: ["SERVICE_UNAVAILABLE"],
    });
  });

  test("who is nobody may read, and not write", async () => {
    expect(await both(read, {})).toMatchObject({ status: 200, errors: undefined });
    expect(await both(`mutation { ${record("nobody")} }`, {})).toMatchObject({
      status: 200,
      errors: [{ path: ["recordTopic"], extensions: { code: "UNAUTHENTICATED", requiredRole: "CONTRIBUTOR" } }],
    });
  });

  test("a role that is too low is told which it needs", async () => {
    const { headers } = await apiKey(database, "CONTRIBUTOR");
    const approve = "mutation { approveDrafts(input: { drafts: [] }) { __typename } }";
    expect(await both(approve, headers)).toMatchObject({
      errors: [{ path: ["approveDrafts"], extensions: { code: "FORBIDDEN", requiredRole: "EDITOR" } }],
    });
    const authorization = `Bearer ${await issuer.token({ roles: [] })}`;
    expect(await both(`mutation { ${record("reader")} }`, { authorization })).toMatchObject({
      errors: [
        {
          message: expect.stringContaining("READER, which is the role of a token whose claim"),
          extensions: { code: "FORBIDDEN", requiredRole: "CONTRIBUTOR" },
        },
      ],
    });
  });

  test("a credential in the address is refused", async () => {
    for (const { fastify } of [single, gateway]) {
      const { statusCode } = await fastify.inject({ url: "/graphql", query: { query: read, api_key: "secret" } });
      expect(statusCode).toBe(400);
    }
  });
});

test("who writes through the gateway is who the subgraph's revisions name", async () => {
  const { headers } = await apiKey(database, "EDITOR", { name: "ci" });
  const { data } = await ask(gateway, `mutation { ${record("water")} }`, { headers });
  expect(data).toEqual({ recordTopic: { topic: { slug: "water" } } });
  expect(await database.prisma.revision.findMany({ select: { author: true } })).toEqual([{ author: "key:ci" }]);
});

test("the subgraphs of one request note one use of a key", async () => {
  const { headers } = await apiKey(database, "EDITOR");
  await ask(gateway, read, { headers });
  const [first] = await listApiKeys(database);
  expect(first?.lastUsedAt).toBeInstanceOf(Date);
  await ask(gateway, read, { headers });
  expect(await listApiKeys(database)).toEqual([first]);
});

test("a mutation that was done is told, even if the key is revoked before the next one", async () => {
  const { id, headers } = await apiKey(database, "EDITOR");
  atSubgraph = async (_name, query) => query.includes("recordActor") && revokeApiKey(database, id);
  const actor = 'recordActor(input: { slug: "late", name: "Late", kind: STATE }) { actor { slug } }';
  const answer = await ask(gateway, `mutation { ${record("early")} ${actor} }`, { headers });
  expect(answer).toMatchObject({
    status: 200,
    data: null,
    errors: [{ path: ["recordActor"], extensions: { code: "UNAUTHENTICATED" } }],
  });
  expect((await ask(gateway, "{ topics { slug } }")).data.topics).toContainEqual({ slug: "early" });
});
