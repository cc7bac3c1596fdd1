// Whether what fields declare to take of the database (see src/graphql/work.ts) is what they take, and whether the heaviest
// operations that are allowed stay within the time of a request: npm run bench:costs -- --database URL; see README.md.
import { parseArgs } from "node:util";
import { getOperationAST, parse } from "graphql";
import { pino } from "pino";
import { openDatabase } from "../dist/db/open.js";
import { executorOf } from "../dist/execution/executor.js";
import { modules } from "../dist/modules/index.js";
import { buildApiSchema } from "../dist/modules/schema.js";
import { defaultLimits } from "../dist/operations/limits/limits.js";
import { measureOperation } from "../dist/operations/limits/operation-size.js";

const { values } = parseArgs({ options: { database: { type: "string", default: process.env.BENCH_DATABASE_URL } } });
if (!values.database)
  throw new Error("--database (or BENCH_DATABASE_URL) must be the URL of a database with the whole record");

const rounds = 3; // the quickest counts: what else runs on the machine only adds
// What an operation may take beyond what its fields declare: they were measured on one machine.
const slack = { factor: 1.5, milliseconds: 100 };
const negation = '{ not: { slugs: ["finland-nato-membership"] } }';
const letter = '{ proposals: { text: { contains: "e" } } }';
const nothing = '{ proposals: { text: { contains: "zqzqz" } } }';
const states = "actors(where: { kinds: [STATE] }, first: 100)";

const operations = [
  `{ stanceChanges(across: ${negation}, first: 25) { totalCount nodes { when } } }`,
  `{ stanceChanges(across: ${letter}, first: 0) { totalCount } }`,
  `{ stanceChanges(where: { subject: ${letter} }, first: 25) { totalCount nodes { when } } }`,
  "{ positionCounts(groupBy: [STANCE, BASIS, HOLDER, HOLDER_KIND, SUBJECT, TOPIC, YEAR, MONTH]) { count } }",
  "{ positionCounts(groupBy: [STANCE, TOPIC, YEAR]) { count } }",
  "{ positionCounts(groupBy: [HOLDER, MONTH]) { count } }",
  `{ positionCounts(groupBy: [STANCE], where: { subject: ${letter} }) { count } }`,
  `{ ${states} { nodes { agreementWith(slug: "united-states") { shared agreed } } } }`,
  `{ ${states} { nodes { agreementWith(slug: "united-states") { subjects(first: 1) { totalCount } } } } }`,
  '{ actor(slug: "united-states") { agreements(first: 200) { totalCount nodes { score } } } }',
  '{ actor(slug: "united-states") { agreementWith(slug: "united-kingdom") { years { year score } } } }',
  "{ agreementMatrix(holders: { kinds: [STATE] }, method: KAPPA) { cells { score } } }",
  "{ cohesion(of: {}, by: [TOPIC]) { rice agreementIndex holders } }",
  '{ cohesion(of: { memberOf: "european-union" }, by: [YEAR]) { rice agreementIndex } }',
  "{ alignments(with: {}) { totalCount nodes { against } } }",
  '{ actor(slug: "united-states") { alignmentWith(with: {}) { against dissents(first: 25) { nodes { vote } } } } }',
  `{ ${states} { nodes { positions(first: 1) { totalCount } } } }`,
  `{ ${states} { nodes { positionHistory(first: 1) { totalCount } } } }`,
  `{ ${states} { nodes { positions(first: 1, where: { subject: ${letter} }) { totalCount } } } }`,
  `{ ${states} { nodes { positions(first: 25, where: { stances: [CONDITIONALLY_SUPPORTS] }) { nodes { stance } } } } }`,
  `{ ${states} { nodes { contradictions { totalCount } } } }`,
  "{ positions { totalCount } }",
  '{ positions(asOf: "2000-01-01") { totalCount } }',
  `{ positions(where: { subject: ${letter} }) { totalCount } }`,
  `{ positions(where: { subject: ${nothing} }) { nodes { stance } } }`,
  `{ positions(where: { not: { subject: ${letter} } }) { totalCount nodes { stance } } }`,
  "{ positions(where: { stances: [CONDITIONALLY_SUPPORTS] }) { nodes { stance } } }",
  '{ positions(where: { holder: { slugs: ["united-states"] } }) { totalCount } }',
  '{ proposals(where: { text: { contains: "zqzqz" } }) { totalCount nodes { slug } } }',
  '{ rollCalls(where: { proposal: { text: { contains: "zqzqz" } } }) { totalCount nodes { id } } }',
  "{ proposals(first: 100) { nodes { positions(first: 100) { totalCount nodes { stance holder { name } } } } } }",
  '{ search(query: "the united nations general assembly resolution") { totalCount nodes { __typename } } }',
  `{ stanceMatrix(holders: { kinds: [STATE] }, subjects: ${nothing}) { cells { stance } } }`,
];

const log = pino({ level: "silent" });
const database = await openDatabase({ url: values.database, dataDir: "", log, statementTimeout: 60_000 });
const schema = buildApiSchema(modules);
const execute = executorOf(schema);

console.log("| operation | declared (ms) | taken (ms) |\n|---|---:|---:|");
for (const query of operations) {
  const document = parse(query);
  const { work } = measureOperation(schema, document, getOperationAST(document), {});
  const taken = Math.min(...(await inTurn(rounds, () => databaseTime(document))));
  const problem = problemOf(work, taken);
  if (problem) process.exitCode = 1;
  console.log(
    `| \`${query}\` | ${work}${work > defaultLimits.work ? " (refused)" : ""} | ${taken.toFixed(0)}${problem} |`,
  );
}
await database.close();

function problemOf(work, taken) {
  if (work > defaultLimits.work) return "";
  if (taken > defaultLimits.databaseTime) return " **more than a request may**";
  return taken > slack.factor * work + slack.milliseconds ? " **more than declared**" : "";
}

async function inTurn(times, ask) {
  const results = [];
  for (let index = 0; index < times; index += 1) results.push(await ask());
  return results;
}

/** The time of all queries of an operation, in milliseconds. */
async function databaseTime(document) {
  let time = 0;
  const timed = (base) => ({
    ...base,
    async query(statement) {
      const began = performance.now();
      try {
        return await base.query(statement);
      } finally {
        time += performance.now() - began;
      }
    },
    asKnownAt: (moment) => timed(base.asKnownAt(moment)),
  });
  const context = { database: timed(database), requestId: "bench", log, webhookNetworks: [] };
  await execute({ document, operationName: undefined, variables: {}, context });
  return time;
}
