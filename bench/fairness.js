// How much longer another client's light question takes while one client asks what costs the most: npm run bench:fairness;
// see README.md. Writes FAIRNESS.md.

import { setMaxListeners } from "node:events";
import { writeFile } from "node:fs/promises";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Client } from "undici";
import { attacks } from "./attacks.js";
import { spawnServer } from "./spawned.js";

const { values } = parseArgs({
  options: {
    database: { type: "string", default: process.env.BENCH_DATABASE_URL },
    seconds: { type: "string", default: "6" },
    only: { type: "string", default: "" },
    federated: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
if (!values.database)
  throw new Error("--database (or BENCH_DATABASE_URL) must be the URL of a database with the whole record");

const milliseconds = 1000 * Number(values.seconds);
const goal = 3; // times its p95 alone
const light = `{ proposal(slug: "two-state-solution") { title positions(first: 10) { nodes { stance holder { name } } } } }`;
const users = 2;
const pause = 10; // milliseconds between two questions of a user

const program = [process.execPath, fileURLToPath(new URL("../bin/standpoint.js", import.meta.url))];
// Addresses of this machine are proxies', so that each client can be at an address of its own.
const env = { DATABASE_URL: values.database, PORT: "0", TRUST_PROXY: "127.0.0.1/32", LOG_LEVEL: "error" };
const server = await spawnServer("standpoint", [...program, values.federated ? "federated" : "serve"], env);
const url = new URL(server.url);

try {
  await asking("192.0.2.1", () => light, 2000); // to be warm
  const rows = [];
  for (const attack of attacks.filter(({ name }) => name.includes(values.only))) {
    const alone = told(await lightQuestions(milliseconds / 2));
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const attacking = Array.from({ length: attack.connections }, (_, index) => attackOn(attack, index, stop.signal));
    await after(500);
    const ready = readiness(stop.signal);
    const beside = told(await lightQuestions(milliseconds));
    stop.abort();
    const answers = (await Promise.all(attacking)).flat();
    rows.push({
      attack,
      alone,
      beside,
      ratio: beside.p95 / alone.p95,
      answers: counted(answers),
      unready: await ready,
    });
    console.log(lineOf(rows.at(-1)));
    await after(500);
  }
  const text = report(rows);
  if (values.write) await writeFile(new URL("FAIRNESS.md", import.meta.url), text);
  const bad = rows.filter(({ ratio, beside, unready }) => ratio > goal || beside.failures > 0 || unready > 0);
  if (bad.length > 0) process.exitCode = 1;
} finally {
  await server.stop();
}

/** Asks on one connection from one address until the time is over, and tells how long each answer took and its status. */
async function asking(address, query, time, { signal, wait = 0 } = {}) {
  const client = new Client(url.origin, { pipelining: 1 });
  const answers = [];
  const end = performance.now() + time;
  while (performance.now() < end && !signal?.aborted) {
    const began = performance.now();
    const answer = await client
      .request({
        path: "/graphql",
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": address },
        body: JSON.stringify({ query: query() }),
        signal,
      })
      .then(async ({ statusCode, body }) => ({ statusCode, text: await body.text() }))
      .catch((error) => ({ statusCode: 0, text: String(error) }));
    if (signal?.aborted) break;
    const [, code] = /"code":"([A-Z_]+)"/.exec(answer.text) ?? [];
    answers.push({ took: performance.now() - began, code: code ?? answer.statusCode });
    if (wait > 0) await after(wait);
  }
  await client.destroy();
  return answers;
}

async function lightQuestions(time) {
  const all = Array.from({ length: users }, (_, index) =>
    asking(`192.0.2.${index + 1}`, () => light, time, { wait: pause }),
  );
  return (await Promise.all(all)).flat();
}

function attackOn({ query }, index, signal) {
  let nonce = 0;
  const next = () => (typeof query === "function" ? query(`${index}x${nonce++}`) : query);
  return asking("198.51.100.1", next, Infinity, { signal });
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

function told(answers) {
  const times = answers.map(({ took }) => took).sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
  const failures = answers.filter(({ code }) => code !== 200).length;
  return { answers: answers.length, failures, p50: at(0.5), p95: at(0.95), most: times.at(-1) };
}

function counted(answers) {
  const counts = {};
  for (const { code } of answers) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
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
