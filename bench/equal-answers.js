import { isDeepStrictEqual } from "node:util";
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
  const { inputs } = workload;
  const inputsOn = typeof inputs === "function" ? await inputs(running[0].record) : inputs;
  const asked = await Promise.all(running.map((peer) => answersOf(workload, peer, inputsOn)));
  const [first, ...others] = [...known, ...asked];
  for (const other of others) compare(workload, first, other);
  const rows = first.answers.reduce((sum, answer) => sum + workload.rows(answer), 0) / first.answers.length;
  if (!(rows > 0)) throw new Error(`${workload.name}: the answers are empty`);
  return { rows, questions: new Map(asked.map(({ name, questions }) => [name, questions])), answers: [first] };
}

async function answersOf(workload, { peer, urls }, inputs) {
  const [questions, answers] = [[], []];
  const known = new Map(); // of inputs that come more than once
  let previous;
  for (const input of inputs) {
    const question = known.get(input);
    if (question) {
      questions.push(question);
      continue;
    }
    const body = peer.body(workload, input, previous);
    const text = await askOnce(urls[0], body);
    previous = peer.data(JSON.parse(text));
    known.set(input, { body, bytes: Buffer.byteLength(text) });
    questions.push(known.get(input));
    const answer = peer.read(workload, previous);
    answers.push(answer);
    if (workload.isLast?.(answer)) break;
  }
  return { name: peer.name, questions, answers };
}

function compare(workload, first, other) {
  if (isDeepStrictEqual(other.answers, first.answers)) return;
  const { path, one, another } = difference(first.answers, other.answers);
  const shown = (value) => `${JSON.stringify(value)}`.slice(0, 300);
  throw new Error(`${workload.name}: at ${path} ${first.name} has ${shown(one)}, and ${other.name} ${shown(another)}`);
}

/** The first place at which two values differ, and what stands there. */
function difference(one, another, path = "") {
  const isNode = (value) => typeof value === "object" && value !== null;
  if (!isNode(one) || !isNode(another)) return { path, one, another };
  const keys = [...new Set([...Object.keys(one), ...Object.keys(another)])];
  const key = keys.find((name) => !isDeepStrictEqual(one[name], another[name]));
  return difference(one[key], another[key], `${path}/${key}`);
}
