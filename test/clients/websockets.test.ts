import { once } from "node:events";
import { beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { pino } from "pino";
import { WebSocket } from "ws";
import { listApiKeys, revokeApiKey } from "../../src/auth/api-key.repository.js";
import type { Database } from "../../src/db/database.js";
import { startFederated } from "../../src/federation/federated.js";
import { modules } from "../../src/modules/index.js";
import { createServer } from "../../src/server.js";
import { startIssuer } from "../auth/issuer.js";
import { apiKey } from "../support/api-key.js";
import { testDatabase } from "../support/database.js";
import { closeAfterTests } from "../support/federation.js";
import { schema } from "../support/once/schema.js";

let database: Database;
let good: string;
let revoked: string;
let token: string;
const addresses: Record<string, string> = {};
let lines: Record<string, unknown>[] = [];
let failing = false;

beforeAll(async () => {
  const whole = await testDatabase();
  database = {
    ...whole,
    query: (statement) => (failing ? Promise.reject(new Error("secret table")) : whole.query(statement)),
  };
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const issuer = await startIssuer();
  token = await issuer.token();
  await issuer.stop(); // so that no token can be checked
  const config = { database, log, tokens: issuer.rules, examples: [] };
  const single = await createServer({ ...config, schema });
  const federated = await startFederated({
    ...config,
    modules,
    listen: (server) => server.listen({ host: "127.0.0.1", port: 0 }),
  });
  closeAfterTests(single.close, federated.close);
  addresses.single = await single.listen({ host: "127.0.0.1", port: 0 });
  addresses.gateway = federated.gateway.fastify.listeningOrigin;
  good = (await apiKey(whole, "READER", { name: "good" })).key;
  revoked = (await apiKey(whole, "ADMIN", { name: "revoked" })).key;
  for (const { id, name } of await listApiKeys(whole)) if (name === "revoked") await revokeApiKey(whole, id);
});

const stderr = jest.spyOn(console, "error");
beforeEach(() => {
  stderr.mockClear();
  lines = [];
  failing = false;
});

/** What a server does with messages on a new connection: how it closes it, or the first message that it answers. */
async function sent(
  address: string,
  messages: (object | string)[],
  headers: Record<string, string> = {},
  until: "answer" | "close" = "answer",
) {
  const socket = new WebSocket(`${address.replace("http", "ws")}/graphql`, "graphql-transport-ws", { headers });
  const closed = once(socket, "close").then(([code, reason]) => ({ code, reason: String(reason) }));
  const answered = once(socket, "message").then(([message]) => JSON.parse(String(message)));
  answered.catch(() => undefined);
  await once(socket, "open", { signal: AbortSignal.timeout(20_000) });
  for (const message of messages) socket.send(typeof message === "string" ? message : JSON.stringify(message));
  const outcome = await (until === "close" ? closed : Promise.race([closed, answered]));
  socket.terminate();
  return outcome;
}

const connect = (payload?: unknown) => ({ type: "connection_init", payload });
const acknowledged = { type: "connection_ack" };

describe.each(["single", "gateway"])("%s", (deployment) => {
  const given: [string, () => unknown, number, string][] = [
    ["revoked", () => `Bearer ${revoked}`, 4401, "This credential is not valid"],
    ["unknown", () => `Bearer standpoint_${"0".repeat(16)}_${"0".repeat(64)}`, 4401, "This credential is not valid"],
    ["of another scheme", () => "Basic bWU6c2VjcmV0", 4401, "must be `Bearer`"],
    ["empty", () => "", 4401, "must be `Bearer`"],
    ["a blank", () => " ", 4401, "must be `Bearer`"],
    ["null", () => null, 4401, "must be `Bearer`"],
    ["a number", () => 7, 4401, "must be `Bearer`"],
    ["a list", () => [`Bearer ${good}`], 4401, "must be `Bearer`"],
    ["an object", () => ({ bearer: good }), 4401, "must be `Bearer`"],
    ["a token that cannot be checked now", () => `Bearer ${token}`, 1013, "This token cannot be checked now"],
  ];
  test.each(given)(
    "closes a connection whose Authorization is %s, with one line in the log",
    async (_name, make, code, reason) => {
      const authorization = make();
      for (const name of ["Authorization", "authorization", "AUTHORIZATION"]) {
        lines = [];
        expect(await sent(addresses[deployment] ?? "", [connect({ [name]: authorization })])).toEqual({
          code,
          reason: expect.stringContaining(reason),
        });
        const own = lines.filter(({ subgraph }) => !subgraph);
        expect(own.filter(({ msg }) => msg === "a WebSocket connection was refused")).toHaveLength(1);
        // The issuer's failure is logged too, with its own cause.
        if (code !== 1013) expect(JSON.stringify(own)).not.toContain("stack");
      }
      expect(stderr).not.toHaveBeenCalled();
    },
  );

  test.each<[string, () => object | undefined, Record<string, string>]>([
    ["a good key", () => ({ Authorization: `Bearer ${good}` }), {}],
    ["no payload", () => undefined, {}],
    ["another payload", () => ({ lang: "en" }), {}],
    ["an empty header", () => undefined, { authorization: "" }],
  ])("takes a connection with %s", async (_name, make, headers) => {
    expect(await sent(addresses[deployment] ?? "", [connect(make())], headers)).toEqual(acknowledged);
    expect(lines).toEqual(lines.filter(({ subgraph }) => subgraph));
  });

  test.each<[string, (object | string)[], number]>([
    ["what is no JSON", ["{"], 4400],
    ["a payload that is no object", [connect("Bearer")], 4400],
    ["a message of an unknown type", [{ type: "start" }], 4400],
    [
      "a subscription before the connection",
      [{ id: "1", type: "subscribe", payload: { query: "{ __typename }" } }],
      4401,
    ],
    ["a second connection_init", [connect(), connect()], 4429],
    ["a message that is too long", [connect({ long: "x".repeat(1_100_000) })], 1009],
  ])("closes a connection for %s, without a stack", async (_name, messages, code) => {
    const outcome = await sent(addresses[deployment] ?? "", messages, {}, "close");
    expect(outcome).toMatchObject({ code });
    expect(JSON.stringify(lines)).not.toContain("stack");
    expect(stderr).not.toHaveBeenCalled();
  });

  test("masks what fails on our side, and logs it as JSON", async () => {
    failing = true;
    const outcome = await sent(addresses[deployment] ?? "", [connect({ Authorization: `Bearer ${good}` })]);
    expect(JSON.stringify(outcome)).not.toContain("secret");
    const incidents = lines.filter(({ msg }) => msg === "an unexpected error");
    expect(incidents).toEqual([expect.objectContaining({ incidentId: expect.any(String) })]);
    expect(stderr).not.toHaveBeenCalled();
  });
});
