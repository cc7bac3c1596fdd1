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
    sizes.push({ record, running: [] });
  }
  const measured = options.workloads.map((workload) => ({ workload, sizes: sizes.map(() => ({ results: {} })) }));
  for (const peer of peers) await measurePeer(peer, measured);
  const text = scalingReport({ measured, peers, records: sizes.map(({ record }) => record), options });
  console.log(text);
  if (options.write) await writeFile(new URL("SCALING.md", import.meta.url), text);
} finally {
  for (const { record, running } of sizes) {
    await stopPeers(running);
    await record.remove();
  }
}

/** One peer on all sizes, in turn: more at once would take most of the sessions that a server allows. */
async function measurePeer(peer, measured) {
  for (const { record, running } of sizes) await startPeers(running, [peer], record, options);
  for (const one of measured) await measure(peer, one);
  for (const { running } of sizes) await stopPeers(running.splice(0));
}

/** Adds to each size of a workload the rows of an answer, the answers and the rounds' results of a peer. */
async function measure(peer, { workload, sizes: ofSizes }) {
  const turns = [];
  for (const [index, { running }] of sizes.entries()) {
    const size = ofSizes[index];
    const prepared = await prepare(workload, running, size.answers);
    Object.assign(size, { rows: prepared.rows, answers: prepared.answers });
    size.results[peer.name] = [];
    await warm(running[0], prepared, options);
    turns.push({ one: running[0], prepared, results: size.results[peer.name] });
  }
  for (let round = 1; round <= options.rounds; round += 1)
    for (const { one, prepared, results } of turns) results.push(await measureRound(one, prepared, options));
  console.log(`${peer.name}: ${workload.name}`);
}
