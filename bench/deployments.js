// Processor time of the ways to run it, beside each other: one process, two workers, reads on another connection pool as with a
// replica, and the gateway. node bench/deployments.js --database URL; see docs/scale.md.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { askOnce, loadInTurn } from "./load.js";
import { spawnServer } from "./spawned.js";
import { processorTimes, timeBetween } from "./usage.js";

const { values } = parseArgs({
  options: {
    database: { type: "string", default: process.env.BENCH_DATABASE_URL },
    requests: { type: "string", default: "500" },
    rounds: { type: "string", default: "3" },
  },
});
if (!values.database) throw new Error("--database (or BENCH_DATABASE_URL) must be the URL of a seeded database");

const program = [process.execPath, fileURLToPath(new URL("../bin/standpoint.js", import.meta.url))];
const env = { DATABASE_URL: values.database, PORT: "0", LOG_LEVEL: "error", SEED: "false" };
const query = `{ proposal(slug: "two-state-solution") { title positions(first: 10) { nodes { stance holder { name } } } } }`;
const body = JSON.stringify({ query });

const ways = [
  { name: "one process", words: ["serve"] },
  { name: "two workers", words: ["serve", "--workers", "2"] },
  { name: "reads by a second pool", words: ["serve"], DATABASE_READ_URL: values.database },
  { name: "gateway and subgraphs in one process", words: ["federated"] },
];
const servers = [];
try {
  const started = ways.map(({ name, words, DATABASE_READ_URL = "" }) =>
    spawnServer(name, [...program, ...words], { ...env, DATABASE_READ_URL }),
  );
  for (const server of await Promise.all(started)) servers.push({ ...server, rounds: [] });
  const bytes = Buffer.byteLength(await askOnce(servers[0].url, body));
  const round = async ({ url }, requests) =>
    loadInTurn({ urls: [url], questions: [{ body, bytes }], connections: 8, requests });
  for (const server of servers) await round(server, 100); // to be warm
  for (let n = 0; n < Number(values.rounds); n++) {
    for (const server of servers) {
      const pids = [server.pid, ...childrenOf(server.pid)];
      const before = processorTimes(pids);
      const { perSecond } = await round(server, Number(values.requests));
      server.rounds.push({ perSecond, ms: timeBetween(before, processorTimes(pids)) / Number(values.requests) });
    }
  }
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const cost = ({ rounds }) => median(rounds.map(({ ms }) => ms));
  for (const server of servers) {
    const cells = [server.name, cost(server).toFixed(2), (cost(server) / cost(servers[0])).toFixed(2)];
    const rate = median(server.rounds.map(({ perSecond }) => perSecond));
    process.stdout.write(`| ${[...cells, rate.toFixed(0)].join(" | ")} |\n`);
  }
} finally {
  for (const server of servers) await server.stop();
}

function childrenOf(pid) {
  try {
    return String(execFileSync("pgrep", ["-P", String(pid)]))
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return []; // it has none
  }
}
