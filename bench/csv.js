// What the whole record of votes costs as a CSV file, beside COPY of the same rows: npm run bench:csv -- --database URL;
// see README.md.
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pino } from "pino";
import { readQuestions } from "../dist/cli/serve/questions.js";
import { openDatabase } from "../dist/db/open.js";
import { modules } from "../dist/modules/index.js";
import { buildApiSchema } from "../dist/modules/schema.js";
import { createServer } from "../dist/server.js";

const { values } = parseArgs({ options: { database: { type: "string", default: process.env.BENCH_DATABASE_URL } } });
if (!values.database)
  throw new Error("--database (or BENCH_DATABASE_URL) must be the URL of a database with the whole record");

const rounds = 2; // one after the other in turn; the quickest counts: what else runs on the machine only adds
const sameRows = `copy (
  select position."since", position."stance", actor."slug", actor."name", proposal."slug", proposal."title"
  from "Position" position join "Actor" actor on actor."id" = position."holderId"
  join "Proposal" proposal on proposal."id" = position."proposalId"
  where position."basis" = 'VOTE' and position."standingUntil" = '9999-12-31'
  order by position."sinceEarliest", position."id"
) to stdout with (format csv)`;

const log = pino({ level: "silent" });
const database = await openDatabase({ url: values.database, dataDir: "", log });
const examples = await readQuestions();
const limits = { rows: Number.MAX_SAFE_INTEGER };
const server = await createServer({ schema: buildApiSchema(modules), database, log, examples, limits });
const address = await server.listen({ host: "127.0.0.1", port: 0 });
const client = new pg.Client({ connectionString: values.database });
await client.connect();

const ways = {
  "`/q/how-did-everybody-vote.csv`": async () => (await fetch(`${address}/q/how-did-everybody-vote.csv`)).body,
  "`COPY … TO STDOUT`": async () => client.query(copyTo(sameRows)),
};
const measured = Object.entries(ways).map(([name, open]) => ({ name, open, runs: [] }));
for (let round = 0; round < rounds; round++) {
  for (const { open, runs } of measured) runs.push(await measure(open));
}
console.log("| | seconds | CPU of Node, client included (s) | MB | most memory (MB) |\n|---|---:|---:|---:|---:|");
for (const { name, runs } of measured) {
  const best = runs.toSorted((a, b) => a.seconds - b.seconds)[0];
  const { seconds, cpu, bytes, memory } = best;
  console.log(
    `| ${[name, seconds.toFixed(1), cpu.toFixed(1), (bytes / 1e6).toFixed(1), memory.toFixed(0)].join(" | ")} |`,
  );
}
await client.end();
await server.close();
await database.close();

async function measure(open) {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const hash = createHash("sha256"); // so that every byte is looked at
  let bytes = 0;
  for await (const part of await open()) {
    bytes += part.length;
    hash.update(part);
  }
  const { user, system } = process.cpuUsage(before);
  const memory = process.resourceUsage().maxRSS / 1024;
  return { seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6, bytes, memory };
}
