// What the gateway costs: the same questions to the single process and through the gateway, in turn, in one run.
// npm run bench:gateway; see README.md. Writes GATEWAY.md.
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { startChild } from "./child.js";
import { report } from "./gateway-report.js";
import { load, median, oneByOne } from "./load.js";
import { temporaryDatabase } from "./temporary-database.js";

const connections = 8;
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 3000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const requests = 100; // one by one, for where the time goes

const read = (file) => readFile(new URL(file, import.meta.url), "utf8");
const workloads = [
  ["The mission's question", await read("../questions/01-who-supports-the-two-state-solution.graphql")],
  ["A deep question", await read("deep.graphql")],
];

const database = await temporaryDatabase();
const answering = await startChild("answering-process.js", database.config);
const { single: singleUrl, ...subgraphs } = answering.started;
const gateway = await startChild("gateway-process.js", subgraphs);
const gatewayUrl = gateway.started;
try {
  const measured = [];
  for (const [name, query] of workloads) measured.push({ name, ...(await measure(query)) });
  const where = { database: database.kind, cores: availableParallelism(), node: process.version };
  const text = report({ measured, where, connections, milliseconds, rounds });
  console.log(text);
  await writeFile(new URL("GATEWAY.md", import.meta.url), text);
} finally {
  await gateway.stop();
  await answering.stop();
  await database.remove();
}

async function measure(query) {
  const body = JSON.stringify({ query });
  const size = await sameAnswer(body);
  // Until all that runs often is compiled: the gateway runs more, and less often.
  await load({ url: singleUrl, body, connections, milliseconds: milliseconds * 2 });
  await load({ url: gatewayUrl, body, connections, milliseconds: milliseconds * 4 });
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const result = { single: await loaded(singleUrl, body), gateway: await loaded(gatewayUrl, body) };
    results.push(result);
    const shown = Object.entries(result).map(([name, { perSecond }]) => `${name} ${perSecond.toFixed(0)}/s`);
    console.log(`round ${round}: ${shown.join(", ")}`);
  }
  return { size, results, ...(await whereTimeGoes(query)) };
}

async function sameAnswer(body) {
  const [one, other] = await Promise.all(
    [singleUrl, gatewayUrl].map(async (url) => {
      const headers = { "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body })).text();
    }),
  );
  if (one !== other) throw new Error(`The gateway's answer is another:\n${one}\n${other}`);
  return one.length;
}

/** A round, with the processor time per request that the processes of the servers used in it, in milliseconds. */
async function loaded(url, body) {
  const used = async () => ({
    answering: await answering.ask("processorTime"),
    gateway: await gateway.ask("processorTime"),
  });
  const before = await used();
  const result = await load({ url, body, connections, milliseconds });
  const after = await used();
  const answeringTime = (after.answering - before.answering) / result.requests;
  const gatewayTime = (after.gateway - before.gateway) / result.requests;
  const processorTime = url === gatewayUrl ? answeringTime + gatewayTime : answeringTime;
  return { ...result, answeringTime, gatewayTime, processorTime };
}

/** One request at a time: how long the gateway waited for subgraphs, and what a document costs that is new to it. */
async function whereTimeGoes(query) {
  const known = JSON.stringify({ query });
  const before = await gateway.ask("waiting");
  const times = await oneByOne({ url: gatewayUrl, bodyOf: () => known, requests });
  const after = await gateway.ask("waiting");
  const each = (part) => (after[part] - before[part]) / requests;
  return {
    ...{ total: times.reduce((sum, time) => sum + time, 0) / requests },
    ...{ waited: each("milliseconds"), fetches: each("fetches"), stages: each("stages") },
    ...{ single: await knownAndNew(singleUrl, query), gateway: await knownAndNew(gatewayUrl, query) },
  };
}

/** The middle times of a document that is asked again and of one that is new, asked in turn. */
async function knownAndNew(url, query) {
  const bodyOf = (index) => JSON.stringify({ query: index % 2 ? `# ${index} ${Date.now()}\n${query}` : query });
  const times = await oneByOne({ url, bodyOf, requests: 2 * requests });
  return {
    known: median(times.filter((_, index) => index % 2 === 0)),
    fresh: median(times.filter((_, index) => index % 2)),
  };
}
