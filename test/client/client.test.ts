import { once } from "node:events";
import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import {
  AuthError,
  boundsOf,
  type Client,
  createClient,
  followChanges,
  InvalidInputError,
  LimitError,
  NetworkError,
  paginate,
  StandpointError,
  sourcesOf,
} from "standpoint-client";
import { whoSupportsTheTwoStateSolution } from "standpoint-client/questions/who-supports-the-two-state-solution";
import { verifyWebhook, WebhookError } from "standpoint-client/webhooks";
import type { Database } from "../../src/db/database.js";
import { parseDate } from "../../src/edtf/edtf-date.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";

let database: Database;
let url: string;
let gatewayUrl: string;
let token: string;
let client: Client;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  const { single, gateway } = await startDeployments(database);
  url = await single.listen({ host: "127.0.0.1", port: 0 });
  gatewayUrl = (gateway.fastify.server.address() as AddressInfo) && addressOf(gateway.fastify.server as HttpServer);
  token = ((await apiKey(database, "EDITOR")).headers.authorization ?? "").replace("Bearer ", "");
  client = createClient({ url });
});

const addressOf = (server: HttpServer): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const recordTopic = /* GraphQL */ `mutation ($input: RecordTopicInput!) {
  recordTopic(input: $input) { topic { slug } errors { message } }
}`;
const record = (slug: string) => createClient({ url, token }).request(recordTopic, { input: { slug, name: slug } });

describe("a request", () => {
  test("of a standard question has its types", async () => {
    for (const address of [url, `${url}/graphql`, gatewayUrl]) {
      const { proposal } = await createClient({ url: address }).request(whoSupportsTheTwoStateSolution);
      const title: string | undefined = proposal?.title;
      expect(title).toBe("Two-state solution");
    }
  });

  test("has the client's day, moment and headers", async () => {
    const past = createClient({
      url,
      asOf: "1900-01-01",
      knownAt: "2100-01-01T00:00:00Z",
      headers: { "x-request-id": "mine" },
    });
    const { proposal } = await past.request(whoSupportsTheTwoStateSolution);
    expect(proposal?.supporters.totalCount).toBe(0);
    expect((await past.fetch("/health/live")).headers.get("x-request-id")).toBe("mine");
  });

  test.each([
    ["{ nothing }", InvalidInputError, "GRAPHQL_VALIDATION_FAILED"],
    ["{ actors(first: 501) { totalCount } }", InvalidInputError, "BAD_USER_INPUT"],
    ["{ drafts { totalCount } }", AuthError, "UNAUTHENTICATED"],
    [
      "{ topics { #101 } }".replace("#101", Array.from({ length: 101 }, (_, i) => `a${i}: slug`).join(" ")),
      LimitError,
      "QUERY_TOO_MANY_ALIASES",
    ],
  ])("%.40s fails as its class", async (query, type, code) => {
    const error = await client.request(query).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code, status: expect.any(Number) });
  });

  test("ends when its signal is aborted", async () => {
    const { signal } = AbortSignal.abort ? { signal: AbortSignal.abort() } : new AbortController();
    await expect(client.request("{ __typename }", {}, { signal })).rejects.toThrow();
  });
});

describe("a server that cannot answer now", () => {
  let server: HttpServer;
  let answers: { status: number; body: string; headers?: Record<string, string> }[];
  const requests: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createHttpServer((request, response) => {
      requests.push(request);
      const { status, body, headers } = answers.shift() ?? { status: 500, body: "none left" };
      response.writeHead(status, headers).end(body);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => void server.close());

  const overloaded = { status: 503, body: '{"errors":[{"message":"wait","extensions":{"code":"OVERLOADED"}}]}' };
  const good = { status: 200, body: '{"data":{"__typename":"Query"}}' };
  const asked = async (query: string, given: typeof answers) => {
    answers = given;
    requests.length = 0;
    const result = await createClient({ url: addressOf(server) })
      .request(query)
      .catch((error: unknown) => error);
    return [result, requests.length];
  };

  test("is asked again, and no more than is said", async () => {
    expect(await asked("{ __typename }", [overloaded, good])).toEqual([{ __typename: "Query" }, 2]);
    const [error, times] = await asked("{ __typename }", [overloaded, overloaded, overloaded, good]);
    expect(error).toBeInstanceOf(LimitError);
    expect(times).toBe(3);
  });

  test("is not asked again to write", async () => {
    expect(await asked("mutation { write }", [overloaded, good])).toEqual([expect.any(LimitError), 1]);
  });

  test("that is none is a NetworkError; partial data is kept", async () => {
    expect(await asked("{ a }", [{ status: 200, body: "<html>" }])).toEqual([expect.any(NetworkError), 1]);
    const partial = { status: 200, body: '{"data":{"a":1,"b":null},"errors":[{"message":"no b"}]}' };
    const [error] = await asked("{ a b }", [partial]);
    expect(error).toBeInstanceOf(StandpointError);
    expect(error).toMatchObject({ data: { a: 1, b: null }, problems: [{ message: "no b" }] });
    const nobody = createClient({ url: "http://127.0.0.1:1", retry: 0 });
    await expect(nobody.request("{ a }")).rejects.toThrow(NetworkError);
  });
});

test("paginate reads each node of all pages once", async () => {
  const query =
    "query ($after: String) { actors(first: 7, after: $after) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } }";
  type Actors = {
    actors: { totalCount: number; nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
  const slugs: string[] = [];
  const actors = paginate(client, query, {}, (result: Actors) => result.actors);
  for await (const { slug } of actors) slugs.push(slug);
  const { actors: all } = await client.request<Actors>(
    "{ actors(first: 1) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } }",
  );
  expect(new Set(slugs).size).toBe(all.totalCount);
  for await (const page of actors.pages()) expect(page.nodes.length).toBeLessThanOrEqual(7);
});

describe("followChanges", () => {
  const sources: [name: string, make: () => Client][] = [
    ["a stream of events", () => client],
    ["the gateway's stream", () => createClient({ url: gatewayUrl })],
    ["pages, where nothing streams", () => createClient({ url, fetch: withoutStreams })],
  ];
  /** A proxy that lets no stream of events pass. */
  const withoutStreams: typeof fetch = (input, init) => {
    const accept = (init?.headers as Record<string, string>)?.accept;
    return accept === "text/event-stream" ? Promise.resolve(new Response("no", { status: 406 })) : fetch(input, init);
  };

  test.each(sources)("by %s gives each change after a cursor, in order, and ends when told", async (name, make) => {
    const prefix = name.replace(/\W+/g, "-").toLowerCase();
    const slugs = ["a", "b", "c"].map((letter) => `${prefix}-${letter}`);
    const { latestChange } = await client.request<{ latestChange: { cursor: string } }>("{ latestChange { cursor } }");
    const stop = new AbortController();
    const options = { selection: "entity { ... on Topic { slug } }", signal: stop.signal, every: 50 };
    const following = followChanges(make(), { ...options, after: latestChange.cursor });
    const seen: unknown[] = [];
    await record(slugs[0] ?? "");
    for await (const { entity } of following) {
      seen.push((entity as { slug: string }).slug);
      const next = slugs[seen.length];
      if (next) await record(next);
      else stop.abort();
    }
    expect(seen).toEqual(slugs);
  });

  test("begins with what happens next where it is given no cursor", async () => {
    const following = followChanges(client, { selection: "entity { ... on Topic { slug } }" });
    const first = following.next();
    let number = 0;
    const isDone = first.then(() => true);
    while (!(await Promise.race([isDone, record(`later-${number++}`).then(() => false)])));
    expect((await first).value).toMatchObject({ kind: "TOPIC", action: "RECORDED" });
    await following.return();
  });

  test("tells why it is refused", async () => {
    await expect(followChanges(client, { after: "nonsense" }).next()).rejects.toThrow(StandpointError);
  });
});

test("the bounds of dates are those of the server", () => {
  const part = (most: number) => fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, "0"));
  const year = fc.integer({ min: 1900, max: 2099 }).map(String);
  const one = fc.oneof(
    year,
    fc.tuple(year, part(12)).map((parts) => parts.join("-")),
    fc.tuple(year, fc.constantFrom("21", "22", "23", "24")).map((parts) => parts.join("-")),
    fc.tuple(year, part(12), part(28)).map((parts) => parts.join("-")),
    year.map((text) => `${text}~`),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        one,
        fc.tuple(one, one).map(([a, b]) => `[${a}, ${b}]`),
      ),
      (text) => {
        const { earliest, latest } = parseDate(text);
        expect([text, boundsOf(text)]).toEqual([text, { earliest, latest }]);
      },
    ),
  );
  expect(boundsOf("no date")).toEqual({ earliest: undefined, latest: undefined });
});

test("the sources of an answer are those of its evidence, each once, with their type", async () => {
  const { proposal } = await createClient({ url }).request(whoSupportsTheTwoStateSolution);
  const titles = sourcesOf(proposal).map(({ title, url: address }) => [title, address?.startsWith("https://")]);
  expect(titles).toContainEqual([expect.stringContaining("S/2021/91"), true]);
  expect(new Set(titles.map(([title]) => title)).size).toBe(titles.length);
  const mixed = { sources: [{ id: 1 }, { id: 2 }], nodes: [{ allSources: [{ id: 1 }] }, { allSources: null }, null] };
  expect(sourcesOf(mixed)).toEqual([{ id: 1 }, { id: 2 }]);
});

describe("a webhook", () => {
  const secret = `whsec_${Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")}`;
  const body = JSON.stringify({ type: "question.changed" });
  const signedAt = (at: Date) => ({
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": `v1,bad ${new Webhook(secret).sign("msg_1", at, body)}`,
  });

  test("that the secret signed is taken, with the headers of fetch or of Node.js", async () => {
    const headers = signedAt(new Date());
    expect(await verifyWebhook(body, headers, secret)).toEqual({ type: "question.changed" });
    expect(await verifyWebhook(body, new Headers(headers), secret)).toEqual({ type: "question.changed" });
  });

  test("is refused when it was changed, is old, or lacks a header", async () => {
    const headers = signedAt(new Date());
    await expect(verifyWebhook(`${body} `, headers, secret)).rejects.toThrow(WebhookError);
    const other = `whsec_${Buffer.from("another").toString("base64")}`;
    await expect(verifyWebhook(body, headers, other)).rejects.toThrow("signature");
    await expect(verifyWebhook(body, headers, "whsec_?")).rejects.toThrow("secret");
    await expect(verifyWebhook(body, signedAt(new Date(Date.now() - 301_000)), secret)).rejects.toThrow("too old");
    await expect(verifyWebhook(body, { ...headers, "webhook-id": undefined }, secret)).rejects.toThrow("webhook-id");
  });
});
