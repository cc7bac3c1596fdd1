// What a request costs with a hundredth, a tenth and all of the record: npm run bench:scaling; see README.md. Writes SCALING.md.
import { writeFile } from "node:fs/promises";
import { prepare } from "./equal-answers.js";
import { measureRound, startPeers, stopPeers, warm } from "./measure.js";
import { readOptions } from "./options.js";
import { openRecord } from "./record.js";
import { scalingReport } from "./scaling-report.js";

const options = readOptions();
const peers = options.peers.filter(({ isVariant }) => !isVariant);
const sizes = [];
try {
  for (const every of [100, 10, 1]) {
    console.log(`Loading 1/${every} of the record …`);
    const record = await openRecord({ ...options, every, database: every === 1 ? options.database : undefined });
    const size = { record, running: [] };
    sizes.push(size);
    await startPeers(size.running, peers, record, options);
  }
  const measured = [];
  for (const workload of options.workloads) measured.push(await measure(workload));
  const text = scalingReport({ measured, peers, records: sizes.map(({ record }) => record), options });
  console.log(text);
  if (options.write) await writeFile(new URL("SCALING.md", import.meta.url), text);
} finally {
  for (const { record, running } of sizes) {
    await stopPeers(running);
    await record.remove();
  }
}

/** Rounds of all peers on all sizes, in turn: for each size, the rows of an answer and the rounds' results. */
async function measure(workload) {
  const ofSizes = [];
  for (const { running } of sizes) {
    const prepared = await prepare(workload, running);
    for (const one of running) await warm(one, prepared, options);
    ofSizes.push({ running, prepared, rows: prepared.rows, results: [] });
  }
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const { running, prepared, results } of ofSizes) {
      const result = {};
      for (const one of running) result[one.name] = await measureRound(one, prepared, options);
      results.push(result);
    }
    console.log(`${workload.name} ${round}`);
  }
  return { workload, sizes: ofSizes.map(({ rows, results }) => ({ rows, results })) };
}
