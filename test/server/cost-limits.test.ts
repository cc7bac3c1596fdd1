import { afterAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { redisCounts } from "../../src/db/shared-counts.js";
import { defaultCostBudgets } from "../../src/operations/limits/cost-budgets.js";
import { CostLimits } from "../../src/operations/limits/cost-limits.js";
import type { Server, ServerConfig } from "../../src/server.js";
import { apiKey } from "../support/api-key.js";
import { wholeApi } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { ask, post, testServer } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

const silent = pino({ level: "silent" });
const servers: Server[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function start(anonymous: number, config: Partial<ServerConfig> = {}): Promise<Server> {
  const costLimits = new CostLimits({ anonymous, reader: 0, editor: 0 }, silent);
  const server = await testServer({ schema: tinySchema, costLimits, ...config });
  servers.push(server);
  return server;
}

describe("an anonymous client", () => {
  test("is told what is left, and is refused once it has spent its budget", async () => {
    const server = await start(2);
    const first = await ask(server, "{ hello }");
    expect(first.headers).toMatchObject({ "ratelimit-policy": '"anonymous";q=2;qu="cost";w=60' });
    expect(first.headers.ratelimit).toMatch(/^"anonymous";r=1;t=\d+$/);
    expect((await ask(server, "{ hello }")).headers.ratelimit).toMatch(/^"anonymous";r=0;/);
    const { status, headers, data, errors } = await ask(server, "{ hello }");
    expect({ status, data }).toEqual({ status: 429, data: undefined });
    expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED", limit: { name: "anonymous", max: 2 } } }]);
    expect(errors?.[0]?.extensions?.http).toBeUndefined();
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers.ratelimit).toMatch(/^"anonymous";r=0;/);
  });

  test("pays for what an operation is expected to cost, and may begin one while anything is left", async () => {
    const server = await start(20);
    const large = "{ actors(first: 500) { nodes { name } } }"; // 500 objects of 0.03 ms, and 1 for the request
    expect((await ask(server, large)).headers.ratelimit).toMatch(/r=3;/);
    expect((await ask(server, large)).headers.ratelimit).toMatch(/r=0;/);
    expect((await ask(server, "{ hello }")).status).toBe(429);
  });

  test("is refused before its document is read", async () => {
    const server = await start(1);
    await ask(server, "{ hello }");
    expect((await ask(server, "{ no such syntax")).status).toBe(429);
  });

  test("has a budget for its own address", async () => {
    const server = await start(1, { trustedProxies: ["127.0.0.0/8"] });
    const from = (address: string) => ask(server, "{ hello }", { headers: { "x-forwarded-for": address } });
    const statuses = [await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.2")];
    expect(statuses.map(({ status }) => status)).toEqual([200, 429, 200]);
  });

  test("gets the same refusal for a file", async () => {
    const examples = [{ name: "greeting", title: "A greeting", query: "{ hello }" }];
    const server = await start(1, { examples });
    const files = [1, 2].map(() => server.fastify.inject("/q/greeting.json"));
    const statuses = (await Promise.all(files)).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 429]);
  });
});

test("readers and editors have budgets of their own, and subscriptions are charged", async () => {
  const database = await testDatabase();
  const costLimits = new CostLimits({ anonymous: 1, reader: 2, editor: 3 }, silent);
  const server = await testServer({ schema: wholeApi().schema, database, costLimits });
  servers.push(server);
  const policy = async (role: "READER" | "CONTRIBUTOR" | "EDITOR" | "ADMIN") => {
    const { headers } = await ask(server, "{ __typename }", { headers: (await apiKey(database, role)).headers });
    return String(headers["ratelimit-policy"]).split(";").slice(0, 2).join(";");
  };
  expect(await Promise.all([policy("READER"), policy("CONTRIBUTOR")])).toEqual(['"reader";q=2', '"reader";q=2']);
  expect(await Promise.all([policy("EDITOR"), policy("ADMIN")])).toEqual(['"editor";q=3', '"editor";q=3']);
  await ask(server, "{ __typename }");
  const refused = await post(server, { query: "subscription { changes { cursor } }" }, { accept: "text/event-stream" });
  expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: "RATE_LIMITED" } }] });
});

describe("several processes", () => {
  const redis = process.env.REDIS_URL ?? "redis://127.0.0.1:6379";

  test("count together by Redis", async () => {
    const counts = [redisCounts(redis, silent), redisCounts(redis, silent)];
    for (const each of counts) await each.connect();
    const [one, other] = counts.map(
      (shared) => new CostLimits({ ...defaultCostBudgets, anonymous: 10 }, silent, shared),
    );
    const caller = { name: `test:${Math.random()}`, group: "anonymous" } as const;
    await one?.charge(caller, 4);
    expect(await other?.charge(caller, 5)).toMatchObject({ remaining: 1, isAllowed: true });
    for (const each of counts) await each.close();
  });

  test("count each by itself while Redis is away, with one line in the log", async () => {
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line) => void lines.push(line) });
    const limits = new CostLimits(
      { ...defaultCostBudgets, anonymous: 2 },
      log,
      redisCounts("redis://127.0.0.1:1", silent),
    );
    const caller = { name: "address:192.0.2.1", group: "anonymous" } as const;
    const answers: (boolean | undefined)[] = [];
    for (const cost of [1, 1, 1]) answers.push((await limits.charge(caller, cost))?.isAllowed);
    expect(answers).toEqual([true, true, false]);
    expect(lines).toEqual([expect.stringContaining("each process counts costs separately")]);
  });
});
