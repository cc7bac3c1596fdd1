import { fileURLToPath } from "node:url";
import { spawnServer } from "../spawned.js";

const entry = fileURLToPath(new URL("standpoint-process.js", import.meta.url));

/** Standpoint as `standpoint serve` runs it, without its log of requests, which the others do not write either. */
export const standpoint = {
  name: "standpoint",
  title: "Standpoint",
  start: ({ databaseUrl, dist, node }) =>
    spawnServer("standpoint", [node, entry, dist], {
      DATABASE_URL: databaseUrl,
      PORT: "0",
      HOST: "127.0.0.1",
      LOG_LEVEL: "warn",
      SEED: "false",
    }),
  body: ({ standpoint: { query, variables } }, input, previous) =>
    JSON.stringify({ query, variables: variables(input, previous) }),
  data: ({ data }) => data,
  read: ({ standpoint: { read } }, data) => read(data),
};
