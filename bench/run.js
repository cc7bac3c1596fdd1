// Standpoint beside others on the same record, in turn, in one run: npm run bench; see README.md. Writes RESULTS.md.
import { writeFile } from "node:fs/promises";
import { prepare } from "./equal-answers.js";
import { measureRound, startPeers, stopPeers, warm } from "./measure.js";
import { readOptions } from "./options.js";
import { openRecord } from "./record.js";
import { report } from "./report.js";

const options = readOptions();
const record = await openRecord(options);
const running = [];
try {
  await startPeers(running, options.peers, record, options);
  const measured = [];
  for (const workload of options.workloads) measured.push(await measure(workload));
  const text = report({ measured, record, options });
  console.log(text);
  if (options.write) await writeFile(new URL("RESULTS.md", import.meta.url), text);
} finally {
  await stopPeers(running);
  await record.remove();
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
