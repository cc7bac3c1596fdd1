import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterAll, describe, expect, test } from "@jest/globals";
import { createClient as webSocketClient } from "graphql-ws";
import { WebSocket } from "ws";
import { databaseForProcesses, kinds } from "../support/database.js";
import { DatabaseLink } from "../support/database-link.js";
import { runs } from "../support/runs.js";
import { endAll, type Running, start } from "./standpoint.js";

const stops = runs(1);
const graceMs = 3_000;
const commands = [["serve"], ["federated"]];

const sockets: Socket[] = [];
afterAll(() => {
  endAll();
  for (const socket of sockets) socket.destroy();
});

async function serve(
  words: readonly string[],
  where: Record<string, string>,
): Promise<{ running: Running; url: string }> {
  const env = { ...where, PORT: "0", LOG_LEVEL: "warn", STOP_GRACE: String(graceMs) };
  const running = start(words, { env });
  return { running, url: /runs at (http:\S+\/graphql)/.exec(await running.said(`"}'`))?.[1] ?? "" };
}

/** Clients that ask without end; they go on while the server stops. */
function load(url: string, clients: number): { done: Promise<unknown>; answered: () => number } {
  const query = "{ topics { slug proposals { totalCount } } positionCounts(by: [STANCE]) { count } }";
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) };
  let answers = 0;
  const client = async () => {
    for (;;) {
      const answer = await fetch(url, init).then(
        (response) => response.text(),
        () => undefined,
      );
      if (answer === undefined) return; // the server is gone
      answers += 1;
    }
  };
  return { done: Promise.all(Array.from({ length: clients }, client)), answered: () => answers };
}

/** A subscriber that never reads. */
async function silentSubscriber(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on("error", () => undefined);
  const body = JSON.stringify({ query: "subscription { changes { cursor } }" });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await once(socket, "readable");
}

describe.each(kinds)("on the database %s", (kind) => {
  test.each(commands)(
    `%s ends within its grace when it is told to stop under load, ${stops} times`,
    async (command) => {
      const { url: databaseUrl, dataDir } = await databaseForProcesses(kind);
      const where: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir };
      for (let turn = 0; turn < stops; turn++) {
        const { running, url } = await serve([command], where);
        const { done, answered } = load(url, 20);
        await silentSubscriber(url);
        const sockets = webSocketClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
        const events = sockets.iterate({ query: "subscription { changes { cursor } }" });
        const event = events.next().catch(() => undefined);
        while (answered() < 50) await setImmediate();
        const told = performance.now();
        running.child.kill("SIGTERM");
        const outcome = await running.done;
        expect({ code: outcome.code, err: outcome.err }).toEqual({
          code: 0,
          err: expect.not.stringContaining("after calling end"),
        });
        // The grace, and what a slow machine takes to end a process.
        expect(performance.now() - told).toBeLessThan(graceMs + 10_000);
        await done;
        await event;
        await sockets.dispose();
      }
    },
  );
});

const onServer = kinds.includes("postgres") ? test : test.skip;

onServer("serve ends within its grace while its database does not answer", async () => {
  const { url = "" } = await databaseForProcesses("postgres");
  const opened = await DatabaseLink.open(url);
  const { running, url: api } = await serve(["serve"], { DATABASE_URL: opened.url });
  const { done } = load(api, 5);
  opened.link.silence();
  running.child.kill("SIGTERM");
  expect(await running.done).toMatchObject({ code: 0 });
  await done;
  await opened.link.close();
});
