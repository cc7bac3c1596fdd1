import { beforeAll, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";

let database: Database;
let deployments: Deployments;
let editor: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  deployments = await startDeployments(database);
  editor = (await apiKey(database, "EDITOR")).headers;
});

type Sent = readonly [what: string, payload: Record<string, unknown>, headers?: Record<string, string>];

const named = "query Q($slug: String!) { actor(slug: $slug) { slug name } } query R { topics { slug } }";
const requests: readonly Sent[] = [
  ["a query", { query: "{ actors(first: 3) { totalCount nodes { id slug } } }" }],
  ["one operation of two", { query: named, operationName: "Q", variables: { slug: "germany" } }],
  ["the other of two", { query: named, operationName: "R" }],
  ["no operation of two", { query: named }],
  ["an operation that there is not", { query: named, operationName: "S" }],
  ["a variable that is missing", { query: named, operationName: "Q" }],
  ["an unknown slug", { query: named, operationName: "Q", variables: { slug: "atlantis" } }],
  ["a NUL", { query: named, operationName: "Q", variables: { slug: "\0" } }],
  ["a variable of another type", { query: named, operationName: "Q", variables: { slug: 1 } }],
  ["variables that are no object", { query: named, operationName: "Q", variables: "slug" }],
  ["a name that is no text", { query: named, operationName: 1 }],
  ["extensions that are no object", { query: "{ topics { slug } }", extensions: "x" }],
  ["extensions of a client", { query: "{ topics { slug } }", extensions: { clientLibrary: { name: "x" } } }],
  ["the media type of GraphQL", { query: "{ topics { slug } }" }, { accept: "application/graphql-response+json" }],
  ["its refusals", { query: named, operationName: "Q" }, { accept: "application/graphql-response+json" }],
  ["a day", { query: "{ topics { slug } }" }, { "standpoint-as-of": "2021-01-27" }],
  ["a moment before the history", { query: "{ topics { slug } }" }, { "standpoint-known-at": "2001-01-01T00:00:00Z" }],
  ["a credential that is not valid", { query: "{ __typename }" }, { authorization: "Bearer sp_wrong" }],
  ["a role that is missing", { query: "{ drafts { nodes { id } } }" }],
  ["too much", { query: "{ actors(first: 500) { nodes { positions(first: 500) { nodes { sources { slug } } } } } }" }],
];

test.each(requests)("%s is answered alike whether or not its document is known", async (_, payload, headers = {}) => {
  for (const name of ["single", "gateway"] as const) {
    const send = async () => {
      const response = await deployments[name].fastify.inject({ method: "POST", url: "/graphql", payload, headers });
      const { "x-request-id": _id, date: _date, "server-timing": _timing, ...others } = response.headers;
      return { status: response.statusCode, headers: others, body: response.body };
    };
    const [first, ...later] = [await send(), await send(), await send()];
    for (const answer of later) expect(answer).toEqual(first);
  }
});

test("a field that fails is reported as it was, and is executed once", async () => {
  const query = "{ topics { slug } actors { nodes { slug } } }";
  const payload = { query };
  const send = () => deployments.single.fastify.inject({ method: "POST", url: "/graphql", payload });
  expect((await send()).json()).toMatchObject({ data: { topics: expect.any(Array) } });
  await database.prisma.$executeRaw(sql`alter table "Topic" rename to "Away"`);
  try {
    const response = await send();
    expect(response.statusCode).toBe(200);
    const { errors, data } = response.json();
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ path: ["topics"] })]);
    expect(errors[0].extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", incidentId: expect.any(String) });
  } finally {
    await database.prisma.$executeRaw(sql`alter table "Away" rename to "Topic"`);
  }
});

test("a document that is known by an editor is still refused to others", async () => {
  const payload = { query: "{ drafts(first: 1) { nodes { id } } }" };
  const send = async (headers: Record<string, string>) =>
    (await deployments.single.fastify.inject({ method: "POST", url: "/graphql", headers, payload })).json();
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await send(editor)).toEqual({ data: { drafts: { nodes: [] } } });
    expect(await send({})).toMatchObject({ errors: [{ path: ["drafts"], extensions: { code: "UNAUTHENTICATED" } }] });
  }
});
