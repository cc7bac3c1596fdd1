// How much longer another client's light question takes while one client asks what costs the most: npm run bench:fairness;
// see README.md. Writes FAIRNESS.md.

import { writeFile } from "node:fs/promises";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attacks } from "./attacks.js";
import { asking, besideOthers } from "./beside.js";
import { spawnServer } from "./spawned.js";

const { values } = parseArgs({
  options: {
    database: { type: "string", default: process.env.BENCH_DATABASE_URL },
    seconds: { type: "string", default: "6" },
    only: { type: "string", default: "" },
    federated: { type: "boolean", default: false },
    workers: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});
if (!values.database)
  throw new Error("--database (or BENCH_DATABASE_URL) must be the URL of a database with the whole record");

const milliseconds = 1000 * Number(values.seconds);
const goal = 3; // times its p95 alone
const light = JSON.stringify({
  query: `{ proposal(slug: "two-state-solution") { title positions(first: 10) { nodes { stance holder { name } } } } }`,
});

const program = [process.execPath, fileURLToPath(new URL("../bin/standpoint.js", import.meta.url))];
// Addresses of this machine are proxies', so that each client can be at an address of its own.
const env = {
  ...{ DATABASE_URL: values.database, PORT: "0", TRUST_PROXY: "127.0.0.1/32", LOG_LEVEL: "error", SEED: "false" },
  COST_ANONYMOUS: "0", // fairness alone, without the budget that would cut the attack off
};
const words = values.federated
  ? ["federated"]
  : ["serve", ...(values.workers === "1" ? [] : ["--workers", values.workers])];
const server = await spawnServer("standpoint", [...program, ...words], env);
const url = new URL(server.url);

try {
  await asking(url, "192.0.2.1", () => light, 2000); // to be warm
  const rows = [];
  for (const attack of attacks.filter(({ name }) => name.includes(values.only))) {
    const others = Array.from({ length: attack.connections }, (_, index) => attackOn(attack, index));
    const result = await besideOthers({ url, light, others, milliseconds, meanwhile: readiness });
    rows.push({ attack, ...result, unready: result.watched });
    console.log(lineOf(rows.at(-1)));
  }
  const text = report(rows);
  if (values.write) await writeFile(new URL("FAIRNESS.md", import.meta.url), text);
  const bad = rows.filter(({ ratio, beside, unready }) => ratio > goal || beside.failures > 0 || unready > 0);
  if (bad.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
}

function attackOn({ query }, index) {
  const body = (nth) => JSON.stringify({ query: typeof query === "function" ? query(`${index}x${nth}`) : query });
  return { address: "198.51.100.1", body };
}

/** How often the server said that it is not ready. */
async function readiness(signal) {
  let unready = 0;
  while (!signal.aborted) {
    const answer = await fetch(new URL("/health/ready", url));
    await answer.text();
    if (answer.status !== 200) unready += 1;
    await after(200);
  }
  return unready;
}

function lineOf({ attack, alone, beside, ratio, answers, unready }) {
  const [a, b] = [alone, beside].map(({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`);
  const got = Object.entries(answers).map(([code, count]) => `${count} × ${code}`);
  const cells = [attack.name, attack.connections, a, b, ratio.toFixed(2), beside.failures, unready, got.join(", ")];
  return `| ${cells.join(" | ")} |`;
}

function report(rows) {
  return `# One client beside another

A light question of two users (p50 / p95 in milliseconds), alone and while one other client asks what costs the most. The goal: at most ${goal} times its
p95 alone, no failure, and always ready. Made by \`npm run bench:fairness\`.

| the other client asks | on | alone | beside | ratio of p95 | failures | not ready | the other client gets |
|---|---:|---:|---:|---:|---:|---:|---|
${rows.map(lineOf).join("\n")}
`;
}
