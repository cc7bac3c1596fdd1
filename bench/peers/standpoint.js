import { fileURLToPath } from "node:url";
import { newerNode } from "../node.js";
import { spawnServer } from "../spawned.js";
import { graphqlBody } from "./graphql-body.js";

const entry = fileURLToPath(new URL("standpoint-process.js", import.meta.url));

/** Standpoint as `standpoint serve` runs it, without its log of requests, which the others do not write either. */
export const standpoint = {
  name: "standpoint",
  title: "Standpoint",
  start: async (options) => [await serve(options)],
  body: ({ standpoint: { query, variables } }, input, previous) => graphqlBody(query, variables(input, previous)),
  data: ({ data }) => data,
  read: ({ standpoint: { read } }, data) => read(data),
};

/** The same, otherwise run: beside the first, not beside the others. */
export const standpointTwice = {
  ...standpoint,
  name: "standpoint-twice",
  title: "two processes",
  isVariant: true,
  start: async (options) => [await serve(options), await serve(options)],
};
export const standpointOnNewerNode = {
  ...standpoint,
  name: "standpoint-newer-node",
  title: "on PostGraphile's Node",
  isVariant: true,
  start: async (options) => [await serve({ ...options, node: newerNode() })],
};

function serve({ databaseUrl, dist, node }) {
  return spawnServer("standpoint", [node, entry, dist], {
    ...{ DATABASE_URL: databaseUrl, SEED: "false", LOG_LEVEL: "warn" },
    ...{ HOST: "127.0.0.1", PORT: "0", TRUST_PROXY: "127.0.0.1/32" }, // see beside.js
    COST_ANONYMOUS: "0", // every request comes from one address
  });
}
