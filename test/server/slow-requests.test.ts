import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Server } from "../../src/server.js";
import { testServer } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

let server: Server;
beforeAll(async () => {
  server = await testServer({ schema: tinySchema, limits: { arrival: 200 } });
  await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

test.each([
  ["a body", "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n"],
  ["a header", "POST /graphql HTTP/1.1\r\nhost: x\r\nx-slow: "],
])("%s that trickles is cut off, with 408", async (_, beginning) => {
  const socket = connect((server.fastify.server.address() as AddressInfo).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (data) => (answer += data));
  socket.on("error", () => undefined); // the server has closed its side
  socket.write(beginning);
  const trickle = setInterval(() => socket.write(" "), 20);
  await once(socket, "close");
  clearInterval(trickle);
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
});
