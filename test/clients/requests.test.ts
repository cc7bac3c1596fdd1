import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Server } from "../../src/server.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase());
});

/** What a client sends by default, as its own source or a recording of it says. */
interface Habit {
  readonly method: "GET" | "POST";
  readonly accept?: string;
  /** The other headers; `content-type` where it sends a body. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it sends besides the document, in the body or in the address. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const json = "application/json";
const graphqlResponse = "application/graphql-response+json";
const withJson = { "content-type": json };
const byUrql = `${graphqlResponse}, application/graphql+json, ${json}, text/event-stream, multipart/mixed`;
const recommended = `${graphqlResponse}; charset=utf-8, ${json}; charset=utf-8`;
const byApollo = `${graphqlResponse},${json};q=0.9`;

/** With the media type in which each is to be answered. */
const habits: [string, Habit, string][] = [
  ["urql 6, queries", { method: "GET", accept: byUrql, more: { variables: {} } }, graphqlResponse],
  ["urql 6, long queries", { method: "POST", accept: byUrql, headers: withJson }, graphqlResponse],
  ["urql 2", { method: "POST", accept: `application/graphql+json, ${json}`, headers: withJson }, json],
  [
    "Apollo Client 4",
    {
      method: "POST",
      accept: byApollo,
      headers: { ...withJson, "apollographql-client-name": "web", "apollographql-client-version": "1" },
      more: { variables: {}, extensions: { clientLibrary: { name: "@apollo/client", version: "4.3.8" } } },
    },
    graphqlResponse,
  ],
  ["Apollo Client 4, by GET", { method: "GET", accept: byApollo, headers: withJson }, graphqlResponse],
  [
    "Apollo Client 4 with @defer",
    { method: "POST", accept: `multipart/mixed;incrementalSpec=v0.2,${byApollo}`, headers: withJson },
    graphqlResponse,
  ],
  ["Apollo Client 3", { method: "POST", accept: "*/*", headers: withJson, more: { variables: {} } }, json],
  [
    "Apollo Kotlin and iOS",
    { method: "POST", accept: `multipart/mixed;deferSpec=20220824, ${graphqlResponse}, ${json}`, headers: withJson },
    graphqlResponse,
  ],
  ["Relay's quick start", { method: "POST", accept: "*/*", headers: withJson, more: { variables: {} } }, json],
  [
    "Relay as GraphQL over HTTP recommends",
    { method: "POST", accept: recommended, headers: withJson, more: { variables: {} } },
    graphqlResponse,
  ],
  ["graphql-request 7", { method: "POST", accept: `${graphqlResponse}, ${json}`, headers: withJson }, graphqlResponse],
  ["graphql-request 6", { method: "POST", accept: "*/*", headers: withJson }, json],
  ["graffle", { method: "POST", accept: recommended, headers: withJson }, graphqlResponse],
  ["graffle, by GET", { method: "GET", accept: recommended }, graphqlResponse],
  ["Altair", { method: "POST", accept: json, headers: withJson, more: { variables: {}, operationName: null } }, json],
  ["Altair, by GET", { method: "GET", accept: "*/*", more: { variables: {} } }, json],
  ["Insomnia", { method: "POST", accept: "*/*", headers: { ...withJson, "user-agent": "insomnia/11.0.0" } }, json],
  [
    "Postman",
    {
      method: "POST",
      accept: "*/*",
      headers: {
        ...withJson,
        "accept-encoding": "gzip, deflate, br",
        "cache-control": "no-cache",
        "postman-token": "0",
      },
      more: { variables: {} },
    },
    json,
  ],
  [
    "Hot Chocolate's client",
    {
      method: "POST",
      accept: `${graphqlResponse}, ${json}, text/event-stream`,
      headers: { "content-type": `${json}; charset=utf-8` },
    },
    graphqlResponse,
  ],
  [
    "Hot Chocolate's client, by GET",
    { method: "GET", accept: `${graphqlResponse}, ${json}, text/event-stream` },
    graphqlResponse,
  ],
  ["Strawberry Shake 11", { method: "POST", headers: withJson, more: { id: "0", variables: {} } }, json],
  ["GraphiQL", { method: "POST", accept: `${graphqlResponse}, ${json};q=0.9`, headers: withJson }, graphqlResponse],
  ["GraphiQL with @defer", { method: "POST", accept: `${json}, multipart/mixed`, headers: withJson }, json],
  [
    "this server's playground",
    { method: "POST", accept: `${graphqlResponse}, ${json}, multipart/mixed`, headers: withJson },
    graphqlResponse,
  ],
  ["axios", { method: "POST", accept: `${json}, text/plain, */*`, headers: withJson }, json],
  [
    "fetch",
    { method: "POST", accept: "*/*", headers: { ...withJson, "accept-language": "*", "sec-fetch-mode": "cors" } },
    json,
  ],
  ["curl", { method: "POST", accept: "*/*", headers: { ...withJson, "user-agent": "curl/8.5.0" } }, json],
  ["curl --get", { method: "GET", accept: "*/*", headers: { "user-agent": "curl/8.5.0" } }, json],
  ["a client without Accept", { method: "POST", headers: withJson }, json],
  ["a client with an empty Accept", { method: "POST", accept: "", headers: withJson }, json],
  [
    "a client that prefers events",
    { method: "POST", accept: `text/event-stream, ${json};q=0.1`, headers: withJson },
    json,
  ],
  [
    "a client with an empty Authorization",
    { method: "POST", accept: "*/*", headers: { ...withJson, authorization: "" } },
    json,
  ],
];

async function send(server: Server, { method, accept, headers = {}, more = {} }: Habit, query: string) {
  const parameters = { query, ...more };
  const { statusCode, body, ...response } = await server.fastify.inject({
    method,
    url: "/graphql",
    headers: { ...headers, ...(accept !== undefined && { accept }) },
    ...(method === "POST" ? { payload: JSON.stringify(parameters) } : { query: inAddress(parameters) }),
  });
  return { status: statusCode, type: response.headers["content-type"], body };
}

function inAddress(parameters: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(parameters).filter(([, value]) => value != null);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

const both = ["single", "gateway"] as const;

describe.each(both)("%s", (deployment) => {
  test.each(habits)("answers %s by JSON", async (_name, habit, type) => {
    const server = deployments[deployment];
    const contentType = `${type}; charset=utf-8`;
    expect(await send(server, habit, "{ __typename topics { slug } }")).toEqual({
      status: 200,
      type: contentType,
      body: '{"data":{"__typename":"Query","topics":[]}}',
    });
    const invalid = await send(server, habit, "{ nothing }");
    expect({ ...invalid, body: JSON.parse(invalid.body) }).toMatchObject({
      status: type === json ? 200 : 400,
      type: contentType,
      body: { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] },
    });
  });

  // That a stream is open is all that matters here; what is in it, the tests of subscriptions say.
  const followers: [string, Habit][] = [
    ["urql 6", { method: "POST", accept: "text/event-stream, multipart/mixed", headers: withJson }],
    [
      "graphql-sse",
      { method: "POST", accept: "text/event-stream", headers: { "content-type": `${json}; charset=utf-8` } },
    ],
    [
      "Hot Chocolate's client",
      { method: "POST", accept: `${graphqlResponse}, ${json}, text/event-stream`, headers: withJson },
    ],
    ["this server's playground", { method: "GET", accept: "text/event-stream", more: { variables: {} } }],
    ["EventSource", { method: "GET", accept: "text/event-stream", headers: { "cache-control": "no-cache" } }],
  ];
  const subscription = 'subscription { changes(after: "none") { cursor } }';
  test.each(followers)("answers a subscription of %s by events", async (_name, habit) => {
    const { status, type, body } = await send(deployments[deployment], habit, subscription);
    expect({ status, type }).toEqual({ status: 200, type: "text/event-stream; charset=utf-8" });
    expect(body).toMatch(/^:\n\nevent: next\ndata: \{.*is not a cursor.*\}\n\nevent: complete\n/);
  });

  const others = habits.filter(([, { accept }]) => !accept?.includes("text/event-stream"));
  const multipart = `multipart/mixed;boundary=graphql;subscriptionSpec=1.0,${byApollo}`;
  test.each([
    ...others,
    ["Apollo Client's HttpLink", { method: "POST", accept: multipart, headers: withJson }, graphqlResponse] as const,
  ])("tells %s how to subscribe", async (_name, habit, type) => {
    const { body, ...answer } = await send(deployments[deployment], habit, "subscription { changes { cursor } }");
    expect({ ...answer, body: JSON.parse(body) }).toMatchObject({
      status: 406,
      type: `${type}; charset=utf-8`,
      body: {
        errors: [
          {
            message: expect.stringMatching(/Accept: text\/event-stream.*graphql-transport-ws/),
            extensions: { code: "NOT_ACCEPTABLE" },
          },
        ],
      },
    });
  });
});
