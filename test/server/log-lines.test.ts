import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { pino } from "pino";
import { boundedLines } from "../../src/log.js";
import type { Server } from "../../src/server.js";
import { ask, post, testServer } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

let now = 0;
const lines: Record<string, unknown>[] = [];
const log = pino(
  { level: "info", hooks: boundedLines(3, () => now) },
  { write: (line) => void lines.push(JSON.parse(line)) },
);
const messages = () => lines.map(({ msg }) => msg);

let server: Server;
beforeAll(async () => {
  server = await testServer({ schema: tinySchema, log });
});
afterAll(() => server.close());
beforeEach(() => {
  now += 60_000;
  lines.length = 0;
});

test("requests that fail write a bounded number of lines, and the next minute tells how many were left out", async () => {
  for (let n = 0; n < 10; n += 1) await ask(server, "{ bug }");
  for (let n = 0; n < 10; n += 1) await post(server, "no JSON");
  for (let n = 0; n < 10; n += 1) await server.fastify.inject(`/missing-${n}`);
  expect(messages().filter((message) => message === "request")).toHaveLength(3);
  expect(messages().filter((message) => message === "an unexpected error")).toHaveLength(3);
  expect(lines).toHaveLength(8); // and one for each of the two that says so
  now += 60_000;
  lines.length = 0;
  await server.fastify.inject("/missing");
  expect(lines[0]).toMatchObject({ of: "request", lines: 27 });
});

test("a line is short, whatever the address", async () => {
  await server.fastify.inject(`/${"x".repeat(5_000)}`);
  expect(lines.some(({ msg, path }) => msg === "request" && String(path).length === 200)).toBe(true);
});

test("a proxy that is not trusted is told of once", async () => {
  const headers = { "x-forwarded-for": "192.0.2.1" };
  for (let n = 0; n < 3; n += 1) await ask(server, "{ hello }", { headers });
  expect(messages().filter((message) => String(message).includes("TRUST_PROXY"))).toHaveLength(1);
});
