// What compression, a 304 and kept answers cost and save, in turn, in one run: npm run bench:http; see README.md. Writes HTTP.md.
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import * as zlib from "node:zlib";
import { Client } from "undici";
import { startChild } from "./child.js";
import { median } from "./load.js";
import { temporaryDatabase } from "./temporary-database.js";

const connections = 8;
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 2000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

const read = (file) => readFile(new URL(file, import.meta.url), "utf8");
const page = (alias, stance) => `${alias}: positions(where: { bases: [VOTE], stances: [${stance}] }, first: 500) {
  nodes { id since stance basis standing recordedAt holder { id slug name kind region codes { scheme value } }
    subject { ... on Proposal { id slug title status proposedOn summary } } evidence { ... on RollCall { id slug heldOn session } } } }`;
const questions = {
  "the question of the mission": await read("../questions/01-who-supports-the-two-state-solution.graphql"),
  "where states stand, for a map": await read("../questions/59-where-do-states-stand.graphql"),
  "1,000 positions": `{ ${page("yes", "SUPPORTS")} ${page("abstained", "ABSTAINS")} }`,
};
const [mission, , large] = Object.keys(questions);
const encodings = ["identity", "gzip", "br", ...("createZstdCompress" in zlib ? ["zstd"] : [])];

const database = await temporaryDatabase();
const child = await startChild("http-process.js", database.config);
try {
  const text = report(await compression(), await notModified(), await kept());
  console.log(text);
  await writeFile(new URL("HTTP.md", import.meta.url), text);
} finally {
  await child.stop();
  await database.remove();
}

/** The large answer in each encoding. */
async function compression() {
  const ask = (encoding) => get("plain", large, { "accept-encoding": encoding });
  return inTurn(Object.fromEntries(encodings.map((encoding) => [encoding, ask(encoding)])));
}

/** Each answer by GET, and 304 instead. */
async function notModified() {
  const measured = {};
  for (const question of [mission, large]) {
    const answer = get("plain", question);
    const response = await fetch(`${child.started.plain}${answer.path}`);
    await response.arrayBuffer();
    const again = get("plain", question, { "if-none-match": response.headers.get("etag") });
    measured[question] = await inTurn({ answer, again: { ...again, status: 304 } });
  }
  return measured;
}

/** Each answer by POST, made and kept. */
async function kept() {
  const measured = {};
  for (const [question, query] of Object.entries(questions)) {
    const headers = { "content-type": "application/json" };
    const request = { path: "/graphql", method: "POST", headers, body: JSON.stringify({ query }), status: 200 };
    measured[question] = await inTurn({ made: { server: "plain", ...request }, kept: { server: "kept", ...request } });
  }
  return measured;
}

function get(server, question, headers = {}) {
  const path = `/graphql?${new URLSearchParams({ query: questions[question] })}`;
  return { server, path, method: "GET", headers, status: 200 };
}

/** Loads each of some requests in turn, round by round; of each the round in the middle. */
async function inTurn(requests) {
  const results = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  for (const request of Object.values(requests)) await load(request); // until what runs often is compiled
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, request] of Object.entries(requests)) results[name].push(await load(request));
  }
  const middle = (runs, what) => median(runs.map((run) => run[what]));
  return Object.fromEntries(
    Object.entries(results).map(([name, runs]) => [
      name,
      { perSecond: middle(runs, "perSecond"), cpu: middle(runs, "cpu"), bytes: middle(runs, "bytes") },
    ]),
  );
}

async function load({ server, status, ...request }) {
  const cpuBefore = await child.ask("processorTime");
  const began = performance.now();
  let [count, bytes] = [0, 0];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client(child.started[server], { pipelining: 1 });
      while (performance.now() - began < milliseconds) {
        const { statusCode, body } = await client.request(request);
        bytes += (await body.arrayBuffer()).byteLength;
        count += 1;
        if (statusCode !== status) throw new Error(`${request.method} answered ${statusCode}, not ${status}`);
      }
      await client.close();
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: count / seconds,
    cpu: ((await child.ask("processorTime")) - cpuBefore) / count,
    bytes: bytes / count,
  };
}

function report(compressed, unmodified, answers) {
  const whole = (number) => Math.round(number).toLocaleString("en");
  const row = (...cells) => `| ${cells.join(" | ")} |`;
  const plain = compressed.identity;
  const lines = Object.entries(compressed).map(([encoding, { bytes, perSecond, cpu }]) =>
    row(encoding, whole(bytes), perSecond.toFixed(1), cpu.toFixed(1), (cpu / plain.cpu).toFixed(2)),
  );
  const compared = (measured, one, other) =>
    Object.entries(measured).map(([question, { [one]: before, [other]: after }]) =>
      row(
        ...[question, whole(before.bytes), before.perSecond.toFixed(0), after.perSecond.toFixed(0)],
        ...[(after.perSecond / before.perSecond).toFixed(1), before.cpu.toFixed(2), after.cpu.toFixed(2)],
      ),
    );
  return `# What HTTP costs and saves

Measured by \`npm run bench:http\` (see README.md) on ${database.kind}, Node ${process.version}, ${availableParallelism()} cores that the client, the
server, the database and other programs share: the ratios say more than the numbers. ${connections} connections; the middle of ${rounds} rounds of
${milliseconds / 1000} s each. CPU is that of the server's process for a request, in milliseconds, without the database's.

## Compression

"${large}", by GET.

| encoding | bytes on the wire | requests a second | CPU, ms | CPU, ratio |
|---|---:|---:|---:|---:|
${lines.join("\n")}

## 304 instead of the answer

By GET, with and without \`If-None-Match\`; not compressed.

| question | bytes | answers a second | 304s a second | ratio | CPU of the answer | CPU of the 304 |
|---|---:|---:|---:|---:|---:|---:|
${compared(unmodified, "answer", "again").join("\n")}

## Kept answers

By POST, without and with \`ANSWER_CACHE=64\`; not compressed. The record does not change meanwhile.

| question | bytes | made a second | kept a second | ratio | CPU made | CPU kept |
|---|---:|---:|---:|---:|---:|---:|
${compared(answers, "made", "kept").join("\n")}
`;
}
