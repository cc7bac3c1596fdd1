// What saved questions cost those who write and those who read, and how long an alert takes. npm run bench:alerts; see
// README.md. Writes ALERTS.md.
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { setTimeout as after } from "node:timers/promises";
import { startChild } from "./child.js";
import { load, median } from "./load.js";
import { temporaryDatabase } from "./temporary-database.js";

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const milliseconds = Number(process.env.BENCH_MILLISECONDS ?? 3000);
const writes = 30; // a round
const look = 5; // milliseconds between looks whether all have seen a write
const pause = 200; // milliseconds between the writes beside which others read

const mission = await readFile(
  new URL("../questions/01-who-supports-the-two-state-solution.graphql", import.meta.url),
  "utf8",
);
const distinct = (index) => mission.replace("{", `{ n${index}: __typename `);

/** How many questions are saved, by how many. */
const scenarios = [
  { name: "none", questions: 0, savers: 0 },
  { name: "one, saved 500 times", questions: 1, savers: 500 },
  { name: "100 different ones", questions: 100, savers: 100 },
];

const database = await temporaryDatabase();
const child = await startChild("alerts-process.js", database.config);
const { url, keys, readers } = child.started;
try {
  let version = 0;
  const ask = async (query, variables, key) => {
    const headers = { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await response.json();
    const problems = errors ?? Object.values(data)[0]?.errors ?? [];
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return data;
  };
  const recorded = await ask(
    `mutation { recordTopic(input: { slug: "bench", name: "0" }) { topic { id } errors { message } } }`,
    {},
    keys.editor,
  );
  const { id } = recorded.recordTopic.topic;
  const write = () => {
    version += 1;
    const query = `mutation { reviseTopic(input: { id: "${id}", version: ${version}, name: "${version}" }) { errors { message } } }`;
    return ask(query, {}, keys.editor);
  };
  const save = async ({ questions, savers }) => {
    for (let index = 0; index < savers; index += 1) {
      const input = { name: `Question ${index}`, query: distinct(index % questions) };
      const query = "mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { errors { message } } }";
      await ask(query, { input }, readers[Math.floor(index / 100)]);
    }
  };
  const allSeen = async () => {
    while ((await child.ask("behind")) > 0) await after(look);
  };

  await measure({ write, allSeen }); // until all that runs often is compiled
  const measured = scenarios.map((scenario) => ({ scenario, results: [] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { scenario, results } of measured) {
      await child.ask("forget");
      await save(scenario);
      await allSeen();
      const result = await measure({ write, allSeen });
      results.push(result);
      console.log(`round ${round}, ${scenario.name}:`, result);
    }
  }
  const text = report(measured);
  console.log(text);
  await writeFile(new URL("ALERTS.md", import.meta.url), text);
} finally {
  await child.stop();
  await database.remove();
}

/** Writes one after the other, each once everybody was told of the one before; then reads beside writes. */
async function measure({ write, allSeen }) {
  const [answered, seen] = [[], []];
  const before = await child.ask("processorTime");
  for (let index = 0; index < writes; index += 1) {
    const began = performance.now();
    await write();
    answered.push(performance.now() - began);
    await allSeen();
    seen.push(performance.now() - began);
  }
  const used = ((await child.ask("processorTime")) - before) / writes;
  let reading = true;
  const writing = (async () => {
    while (reading) {
      await write();
      await after(pause);
    }
  })();
  const { perSecond, p50, p99 } = await load({
    url,
    body: JSON.stringify({ query: mission }),
    connections: 8,
    milliseconds,
  });
  reading = false;
  await writing;
  await allSeen();
  return { answered: median(answered), seen: median(seen), used, perSecond, p50, p99 };
}

function report(measured) {
  const middle = (results, what) => median(results.map((result) => result[what]));
  const [none] = measured;
  const rows = measured.map(({ scenario, results }) => {
    const cells = ["answered", "seen", "used", "p50", "p99"].map((what) => middle(results, what).toFixed(1));
    const ratio = median(results.map(({ perSecond }, round) => perSecond / none.results[round].perSecond));
    return `| ${scenario.name} | ${cells.slice(0, 3).join(" | ")} | ${ratio.toFixed(2)} | ${cells.slice(3).join(" | ")} |`;
  });
  return `# What saved questions cost

Measured by \`npm run bench:alerts\` (see README.md) on ${database.kind}, Node ${process.version}, ${availableParallelism()} cores that the client, the server
and the database share: the ratios say more than the numbers. Each saved question is the mission's (\`questions/01-…\`), which
nothing that is written here changes. ${rounds} rounds; of the rounds the middle value is told, and the middle ratio.

| saved questions | a write is answered, ms | all have seen it, ms | processor time a write, ms | readers' requests a second, of those without | their p50, ms | p99, ms |
|---|---:|---:|---:|---:|---:|---:|
${rows.join("\n")}

- "All have seen it" is the time from the write's start until every question was asked anew: an alert comes no later. That is
  looked at every ${look} ms, which is in it, and a little in the processor time of the server.
- Readers ask the same question over 8 connections while somebody writes every ${pause} ms.
`;
}
