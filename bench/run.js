// Standpoint beside others on the same record, in turn, in one run: npm run bench; see README.md. Writes RESULTS.md.
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { prepare } from "./equal-answers.js";
import { loadInTurn } from "./load.js";
import { readOptions } from "./options.js";
import { openRecord, sessionPids } from "./record.js";
import { report } from "./report.js";
import { forgetPeak, memory, processorTimes, timeBetween } from "./usage.js";

const warmUp = 0.3; // of a round's time, before each round: connections that idled were closed
const options = readOptions();
const { connections, milliseconds, rounds } = options;

const record = await openRecord(options);
const running = [];
try {
  for (const peer of options.peers) {
    // Compiling statements (`jit`) costs more than it gains on short ones. Parallel workers would end before their time is read.
    const databaseUrl = withSettings(record.url, "-c jit=off -c max_parallel_workers_per_gather=0");
    const server = await peer.start({ ...options, databaseUrl });
    running.push({ peer, servers: [server], urls: [server.url] });
  }
  const measured = [];
  for (const workload of options.workloads) measured.push(await measure(workload));
  const text = report({
    measured,
    peers: options.peers,
    record,
    connections,
    milliseconds,
    rounds,
    cores: availableParallelism(),
  });
  console.log(text);
  if (options.write) await writeFile(new URL("RESULTS.md", import.meta.url), text);
} finally {
  for (const { servers } of running) for (const server of servers) await server.stop();
  await record.remove();
}

function withSettings(url, settings) {
  const changed = new URL(url);
  changed.searchParams.set("options", settings);
  return changed.href.replaceAll("+", "%20");
}

async function measure(workload) {
  const { rows, questions } = await prepare(workload, running);
  for (const one of running) await ask(one, questions, milliseconds);
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const result = {};
    for (const one of running) result[one.peer.name] = await measuredRound(one, questions);
    results.push(result);
    const shown = Object.entries(result).map(([name, { perSecond }]) => `${name} ${perSecond.toFixed(0)}/s`);
    console.log(`${workload.name} ${round}: ${shown.join(", ")}`);
  }
  return { workload, rows, results };
}

function ask({ peer, urls }, questions, time) {
  return loadInTurn({ urls, questions: questions.get(peer.name), connections, milliseconds: time });
}

async function measuredRound(one, questions) {
  await ask(one, questions, milliseconds * warmUp);
  const pids = one.servers.map(({ pid }) => pid);
  pids.forEach(forgetPeak);
  const before = { own: processorTimes(pids), database: processorTimes(await sessionPids(record.client)) };
  const result = await ask(one, questions, milliseconds);
  const after = { own: processorTimes(pids), database: processorTimes(await sessionPids(record.client)) };
  const each = (which) => {
    const time = timeBetween(before[which], after[which]);
    return time === undefined ? undefined : time / result.requests;
  };
  const peak = pids.reduce((sum, pid) => sum + memory(pid).peak, 0);
  return { ...result, ownTime: each("own"), databaseTime: each("database"), peak };
}
