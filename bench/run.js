// Standpoint beside others on the same record, in turn, in one run: npm run bench; see README.md. Writes RESULTS.md.
import { writeFile } from "node:fs/promises";
import { besideOthers } from "./beside.js";
import { prepare } from "./equal-answers.js";
import { measureRound, startPeers, stopPeers, warm } from "./measure.js";
import { readOptions } from "./options.js";
import { openRecord } from "./record.js";
import { report } from "./report.js";
import { actor } from "./workloads/actor.js";
import { heavy } from "./workloads/heavy.js";

const options = readOptions();
const record = await openRecord(options);
const running = [];
try {
  const [first] = options.peers;
  const [variants, others] = [true, false].map((is) =>
    options.peers.filter(({ isVariant = false }) => isVariant === is),
  );
  // One after the other, as each peer keeps ten database connections.
  const besides = [];
  const measured = await measurePeers(others, besides);
  const measuredVariants = variants.length > 0 ? await measurePeers([first, ...variants]) : [];
  const text = report({ measured, measuredVariants, besides, others, variants, record, options });
  console.log(text);
  if (options.write) await writeFile(new URL("RESULTS.md", import.meta.url), text);
} finally {
  await stopPeers(running);
  await record.remove();
}

async function measurePeers(peers, besides) {
  await startPeers(running, peers, record, options);
  const measured = [];
  for (const workload of options.workloads) measured.push(await measure(workload));
  if (besides && options.beside) besides.push(...(await lightBesideHeavy()));
  await stopPeers(running.splice(0));
  return measured;
}

/** A light question while twenty other clients ask a heavy one. */
async function lightBesideHeavy() {
  const [lightly, heavily] = [await prepare(actor, running), await prepare(heavy, running)];
  const results = [];
  for (const one of running) {
    const [light, { body }] = [lightly, heavily].map(({ questions }) => questions.get(one.name)[0]);
    const others = Array.from({ length: 20 }, (_, index) => ({ address: `198.51.100.${index + 1}`, body: () => body }));
    const { milliseconds } = options;
    const result = await besideOthers({ url: one.urls[0], light: light.body, others, milliseconds });
    results.push({ peer: one.peer, rows: heavily.rows, ...result });
    const { alone, beside, ratio } = result;
    console.log(
      `light beside heavy: ${one.name} ${alone.p95.toFixed(1)} -> ${beside.p95.toFixed(1)} ms (${ratio.toFixed(1)})`,
    );
  }
  return results;
}

async function measure(workload) {
  const prepared = await prepare(workload, running);
  for (const one of running) await warm(one, prepared, options);
  const results = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    const result = {};
    for (const one of running) result[one.name] = await measureRound(one, prepared, options);
    results.push(result);
    const shown = Object.entries(result).map(([name, { perSecond }]) => `${name} ${perSecond.toFixed(0)}/s`);
    console.log(`${workload.name} ${round}: ${shown.join(", ")}`);
  }
  return { workload, rows: prepared.rows, results };
}
