import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type Client, createClient } from "standpoint-client";
import { MemoryStore, mirror } from "standpoint-client/mirror";
import type { Database } from "../../src/db/database.js";
import { dumped, temporaryFolder } from "../dump/reading.js";
import { RandomHistory, randomly } from "../known/random-history.js";
import { testDatabase } from "../support/database.js";
import { type Deployments, startDeployments } from "../support/federation.js";
import { runs } from "../support/runs.js";

/** A client of one of the deployments, without a network. */
const clientOf = ({ fastify }: Deployments["single"]): Client =>
  createClient({
    url: "http://standpoint.test",
    async fetch(url, init) {
      const { pathname } = new URL(String(url));
      const headers = init?.headers as Record<string, string>;
      const response = await fastify.inject({ method: "POST", url: pathname, headers, payload: String(init?.body) });
      return new Response(response.body, { status: response.statusCode });
    },
  });

const merged = "{ changes(first: 500) { nodes { action entityId entity { __typename id } } } }";

const dumpOf = async (database: Database) => dumped(database, join(await temporaryFolder(), "dump"));

test("a dump, random changes and the mirror are the next dump, through both deployments", async () => {
  const database = await testDatabase();
  const { single, gateway } = await startDeployments(database);
  const history = new RandomHistory(database, randomly(17));
  await history.begin();
  const { rows, cursor } = await dumpOf(database);
  const store = new MemoryStore(rows.values(), cursor);
  const slow = new MemoryStore();
  const steps = runs(80);
  for (let step = 0; step < steps; step++) {
    await history.step();
    if (step === Math.floor(steps / 2)) await mirror(clientOf(gateway), slow);
  }
  const ways = ["record", "revise", "retract", "reinstate", "merge"];
  expect([...history.done.keys()]).toEqual(expect.arrayContaining(ways));

  expect(await mirror(clientOf(single), store)).toBeGreaterThan(steps / 2);
  expect(await mirror(clientOf(single), store)).toBe(0);
  await mirror(clientOf(gateway), slow);
  const after = await dumpOf(database);
  expect(Object.fromEntries(store.rows)).toEqual(Object.fromEntries(after.rows));
  expect(store.cursor()).toBe(after.cursor);
  expect(Object.fromEntries(slow.rows)).toEqual(Object.fromEntries(after.rows));
}, 600_000);

test("the entity of a merged actor is the survivor in both deployments", async () => {
  const database = await testDatabase();
  const { single, gateway } = await startDeployments(database);
  const history = new RandomHistory(database, randomly(2));
  await history.begin();
  while (!history.done.has("merge")) await history.step();
  type Changes = { changes: { nodes: { action: string; entityId: string; entity: { id: string } }[] } };
  const { changes } = await clientOf(single).request<Changes>(merged);
  expect(changes.nodes.some(({ action, entityId, entity }) => action === "MERGED" && entityId !== entity.id)).toBe(
    true,
  );
  expect(await clientOf(gateway).request<Changes>(merged)).toEqual({ changes });
});

test("an import of many positions is mirrored, page by page", async () => {
  const database = await testDatabase({ seeds: true });
  const { single } = await startDeployments(database);
  const store = new MemoryStore();
  await mirror(clientOf(single), store);
  const { rows, cursor } = await dumpOf(database);
  expect(store.rows.size).toBe(rows.size);
  expect(Object.fromEntries(store.rows)).toEqual(Object.fromEntries(rows));
  expect(store.cursor()).toBe(cursor);
});

test("a mirror that follows applies what happens, and ends without an error", async () => {
  const database = await testDatabase();
  const { single } = await startDeployments(database);
  const client = createClient({ url: await single.listen({ host: "127.0.0.1", port: 0 }) });
  const history = new RandomHistory(database, randomly(5));
  await history.begin();
  const { cursor } = await dumpOf(database);
  const store = new MemoryStore();
  const stop = new AbortController();
  const end = mirror(client, { cursor: () => store.cursor(), apply }, { follow: true, signal: stop.signal });
  let arrived: () => void = () => undefined;
  const caughtUp = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  function apply(batch: Parameters<MemoryStore["apply"]>[0]) {
    store.apply(batch);
    if (batch.cursor === cursor) arrived();
    else if (stopsAt === batch.cursor) stop.abort();
  }
  let stopsAt: string | null = null;
  await caughtUp;
  for (let step = 0; step < 5; step++) await history.step();
  const later = await dumpOf(database);
  stopsAt = later.cursor;
  if (store.cursor() === stopsAt) stop.abort();
  expect(await end).toBeGreaterThan(0);
  expect(Object.fromEntries(store.rows)).toEqual(Object.fromEntries(later.rows));
});
