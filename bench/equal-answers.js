import { deepStrictEqual } from "node:assert";
import { askOnce } from "./load.js";

/**
 * Asks each peer each question of a workload once, and compares what was read.
 *
 * @param running the peers that run, with their addresses
 * @param known what another peer answered before, if it is to be compared too
 * @returns for each peer's name its questions for `loadInTurn`; the answers, and how many rows one has on the average
 * @throws where peers answer differently, or with nothing
 */
export async function prepare(workload, running, known = []) {
  const asked = await Promise.all(running.map((peer) => answersOf(workload, peer)));
  const [first, ...others] = [...known, ...asked];
  for (const other of others) compare(workload, first, other);
  const rows = first.answers.reduce((sum, answer) => sum + workload.rows(answer), 0) / first.answers.length;
  if (!(rows > 0)) throw new Error(`${workload.name}: the answers are empty`);
  return { rows, questions: new Map(asked.map(({ name, questions }) => [name, questions])), answers: [first] };
}

async function answersOf(workload, { peer, urls }) {
  const [questions, answers] = [[], []];
  let previous;
  for (const input of workload.inputs) {
    const body = peer.body(workload, input, previous);
    const text = await askOnce(urls[0], body);
    previous = peer.data(JSON.parse(text));
    questions.push({ body, bytes: Buffer.byteLength(text) });
    const answer = peer.read(workload, previous);
    answers.push(answer);
    if (workload.isLast?.(answer)) break;
  }
  return { name: peer.name, questions, answers };
}

function compare(workload, first, other) {
  try {
    deepStrictEqual(other.answers, first.answers);
  } catch (error) {
    const shown = error.message.split("\n").slice(0, 40).join("\n");
    throw new Error(`${workload.name}: ${other.name} (+) does not answer as ${first.name} (-) does:\n${shown}`);
  }
}
