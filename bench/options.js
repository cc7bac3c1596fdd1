import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { peers } from "./peers/index.js";
import { workloads } from "./workloads/index.js";

const usage = `npm run bench -- [options]

  --only NAMES         workloads, with commas: ${workloads.map(({ name }) => name).join(", ")}
  --beside         also a light question beside twenty clients that ask a heavy one; by default where nothing is left out
  --peers NAMES        ${peers.map(({ name }) => name).join(", ")}
  --rounds N           rounds of each workload (5; 50 at most)
  --seconds N          how long each peer is asked in a round (3; 60 at most)
  --requests N         how many bench:memory makes of each (200,000; 2,000,000 at most)
  --connections N      of the client (8; 64 at most)
  --dist FOLDER        Standpoint's compiled files; this checkout's dist/ when left out (BENCH_DIST)
  --node PROGRAM       the Node that Standpoint runs on; this one when left out (BENCH_NODE)
  --database URL       a database that holds the record already, which stays (BENCH_DATABASE_URL)
  --data FOLDER        where the files of the votes are; ../shared/data when left out (BENCH_DATA)
  --write              write RESULTS.md although some workloads or peers are left out
`;

/**
 * The options of the command line, or of the environment.
 *
 * @throws for an option that is unknown or out of bounds
 */
export function readOptions(words = process.argv.slice(2)) {
  const text = { type: "string" };
  const { values } = parseArgs({
    args: words,
    options: {
      ...{ only: text, peers: text, rounds: text, seconds: text, requests: text, connections: text },
      ...{ dist: text, node: text, database: text, data: text },
      ...{ write: { type: "boolean" }, beside: { type: "boolean" }, help: { type: "boolean" } },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit();
  }
  const { env } = process;
  const chosenPeers = chosen(peers, values.peers, "--peers");
  if (chosenPeers[0].isVariant) throw new Error("--peers: a variant needs standpoint itself before it");
  const partial = values.only !== undefined || values.peers !== undefined;
  return {
    workloads: chosen(workloads, values.only, "--only"),
    peers: chosenPeers,
    rounds: number(values.rounds, "--rounds", 5, 1, 50),
    milliseconds: 1000 * number(values.seconds, "--seconds", 3, 0.1, 60),
    requests: number(values.requests, "--requests", 200_000, 1000, 2_000_000),
    connections: number(values.connections, "--connections", 8, 1, 64),
    dist: values.dist ?? env.BENCH_DIST ?? folder("../dist"),
    node: values.node ?? env.BENCH_NODE ?? process.execPath,
    database: values.database ?? env.BENCH_DATABASE_URL,
    data: values.data ?? env.BENCH_DATA ?? folder("../../shared/data"),
    write: values.write ?? !partial,
    beside: values.beside ?? !partial,
  };
}

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

function chosen(all, names, option) {
  if (names === undefined) return all;
  return names.split(",").map((name) => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new Error(`${option}: there is no "${name}"; there are ${all.map((one) => one.name).join(", ")}`);
    return found;
  });
}

function number(given, option, fallback, least, most) {
  const value = given === undefined ? fallback : Number(given);
  if (!(value >= least && value <= most))
    throw new Error(`${option}: "${given}" is no number from ${least} to ${most}`);
  return value;
}
