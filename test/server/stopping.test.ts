import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { testServer } from "../support/server.js";
import { finishSlow, tinySchema } from "./tiny-schema.js";

const slow = { method: "POST", headers: { "content-type": "application/json" }, body: '{"query":"{ slow }"}' };

async function listening(patience?: number) {
  const server = await testServer({ schema: tinySchema, patience });
  return { server, url: `${await server.listen({ host: "127.0.0.1", port: 0 })}/graphql` };
}

/** Resolves once the server has begun to answer a question. */
async function underWay(server: Awaited<ReturnType<typeof listening>>["server"]): Promise<void> {
  await new Promise<void>((resolve) => server.fastify.server.once("request", () => resolve()));
  await after(50); // until its resolver runs
}

test("a stop waits for questions under way and takes no new ones", async () => {
  const { server, url } = await listening();
  const begun = underWay(server);
  const answer = fetch(url, slow);
  await begun;
  let closed = false;
  const closing = server.close().then(() => {
    closed = true;
  });
  await after(50);
  await expect(fetch(url, slow)).rejects.toThrow("fetch failed");
  expect(closed).toBe(false);
  finishSlow();
  expect(await (await answer).json()).toEqual({ data: { slow: "done" } });
  await closing;
});

test("a stop ends at last", async () => {
  const { server, url } = await listening(200);
  const begun = underWay(server);
  const answer = expect(fetch(url, slow)).rejects.toThrow("fetch failed");
  await begun;
  await server.close();
  await answer;
});

test("stopping twice is stopping once", async () => {
  const { server } = await listening();
  await Promise.all([server.close(), server.close()]);
  await server.close();
});
