// The gateway, which also tells how long it waited for subgraphs: undici tells of each question that it sends.
import { subscribe } from "node:diagnostics_channel";
import { readFile } from "node:fs/promises";
import { pino } from "pino";
import { createGateway } from "../dist/federation/gateway/gateway.js";
import { modules } from "../dist/modules/index.js";
import { buildApiSchema } from "../dist/modules/schema.js";
import { answerParent, configOfChild, processorTime } from "./child.js";

const supergraph = await readFile(new URL("../schema/supergraph.graphql", import.meta.url), "utf8");
const gateway = await createGateway({
  supergraph,
  api: buildApiSchema(modules),
  urls: configOfChild(),
  log: pino({ level: "silent" }),
  examples: [],
});
const address = await gateway.listen({ host: "127.0.0.1", port: 0 });

/** Milliseconds in which at least one question was out, the number of questions, and how often all were answered. */
const waiting = { milliseconds: 0, fetches: 0, stages: 0 };
let [out, since] = [0, 0];
subscribe("undici:request:create", () => {
  if (out === 0) {
    since = performance.now();
    waiting.stages += 1;
  }
  out += 1;
  waiting.fetches += 1;
});
subscribe("undici:request:trailers", () => {
  out -= 1;
  if (out === 0) waiting.milliseconds += performance.now() - since;
});

answerParent(`${address}/graphql`, { processorTime, waiting: () => waiting }, () => gateway.close());
