// Whether memory grows: many requests to each server in turn, its resident memory looked at again and again:
// npm run bench:memory; see README.md. Writes MEMORY.md.
import { writeFile } from "node:fs/promises";
import { setTimeout as rest } from "node:timers/promises";
import { prepare } from "./equal-answers.js";
import { loadInTurn } from "./load.js";
import { startPeers, stopPeers } from "./measure.js";
import { memoryReport } from "./memory-report.js";
import { readOptions } from "./options.js";
import { openRecord } from "./record.js";
import { forgetPeak, memory } from "./usage.js";

const samples = 100;
const resting = 20_000; // milliseconds
/** How often each workload comes in the mix: cheap ones often, so that the run takes minutes. */
const mix = { actor: 40, supporters: 8, matrix: 8, "roll-calls": 4, search: 4, agreement: 2, nested: 1 };
const freshEach = 100; // every so manieth document is new, as those of people who type are

const options = readOptions();
const peers = options.peers.filter(({ isVariant }) => !isVariant);
const record = await openRecord(options);
const running = [];
try {
  await startPeers(running, peers, record, options);
  const questions = await mixedQuestions();
  const measured = [];
  for (const one of running) measured.push({ peer: one.peer, ...(await sampled(one, questions.get(one.name))) });
  const text = memoryReport({ measured, record, options, freshEach });
  console.log(text);
  if (options.write) await writeFile(new URL("MEMORY.md", import.meta.url), text);
} finally {
  await stopPeers(running);
  await record.remove();
}

/** For each peer the questions of all workloads, shuffled alike. */
async function mixedQuestions() {
  const mixed = new Map(running.map(({ name }) => [name, []]));
  for (const workload of options.workloads) {
    const { questions } = await prepare(workload, running);
    for (const [name, known] of questions)
      for (let time = 0; time < (mix[workload.name] ?? 1); time += 1) mixed.get(name).push(known[time % known.length]);
  }
  // Steps of a number that shares no divisor with the length come by all places once.
  return new Map(
    [...mixed].map(([name, list]) => [
      name,
      list.map((_, index) => list[(index * stepFor(list.length)) % list.length]),
    ]),
  );
}

function stepFor(length) {
  const shared = (a, b) => (b === 0 ? a : shared(b, a % b));
  let step = Math.max(1, Math.floor(length * 0.618));
  while (shared(step, length) > 1) step += 1;
  return step;
}

async function sampled({ name, urls, servers }, questions) {
  const [{ pid }] = servers;
  const resident = [memory(pid).present];
  forgetPeak(pid);
  const requests = Math.ceil(options.requests / samples);
  let [asked, seconds] = [0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    const portion = Array.from({ length: requests }, () => question(questions, asked++));
    const result = await loadInTurn({ urls, questions: portion, connections: options.connections, requests });
    seconds += result.seconds;
    resident.push(memory(pid).present);
  }
  console.log(`${name}: ${asked} requests in ${seconds.toFixed(0)} s`);
  const { peak } = memory(pid);
  await rest(resting); // in which V8 collects what it left lying about while it was busy
  return { requests: asked, seconds, resident, peak, rested: memory(pid).present };
}

function question(questions, index) {
  const known = questions[index % questions.length];
  if (index % freshEach > 0) return known;
  // A comment makes a GraphQL document another one; what is no GraphQL has no documents.
  if (typeof known.body === "function") return known;
  return { ...known, body: known.body.replace('{"query":"', `{"query":"# ${index}\\n`) };
}
