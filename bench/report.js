import { availableParallelism, loadavg } from "node:os";
import { median } from "./load.js";
import { heavy } from "./workloads/heavy.js";

/** The results of the comparison as Markdown; `others` and `variants` are peers, the first of `others` is Standpoint. */
export function report({ measured, measuredVariants, besides, others, variants, record, options }) {
  const compared = measured.map((one) => section(one, others));
  const otherwise = variants.map((variant) => variantSection(measuredVariants, others[0], variant));
  return `# Standpoint beside others

${conditions("npm run bench", record, options)}
${rhythm(options)} A ratio is the middle one of those of each round.
${[...compared, ...besideSection(besides), ...otherwise].join("")}`;
}

const [before] = loadavg(); // one of nearly 0 is a quiet machine

/** On what it was measured: for the head of each report. */
export function conditions(command, record, { connections }) {
  const date = new Date().toISOString().slice(0, 10);
  return `Measured on ${date} by \`${command}\` (see README.md) on Postgres ${record.version}, Node ${process.versions.node}, ${availableParallelism()} cores that the client,
the servers and the database share: the ratios say more than the numbers. On ${record.source}:
${amount(record.positions)} positions, ${amount(record.rollCalls)} roll calls, ${amount(record.statements)} statements. ${connections} connections.
The machine's load average before was ${before.toFixed(1)}: above nearly 0, others had a part of the cores, and times of day tell less than processor
time.`;
}

/** How often and how long: for the head of a report on rounds. */
export const rhythm = ({ rounds, milliseconds }) =>
  `${rounds} rounds of ${milliseconds / 1000} s for each, in turn; of the rounds the middle value is told.`;

const both = ({ ownTime, databaseTime }) => ownTime + databaseTime;
const columns = [
  ["requests a second", 1, ({ perSecond }) => perSecond],
  ["p50, ms", 1, ({ p50 }) => p50],
  ["p99, ms", 1, ({ p99 }) => p99],
  ["server's processor time a request, ms", 2, ({ ownTime }) => ownTime],
  ["Postgres's processor time a request, ms", 2, ({ databaseTime }) => databaseTime],
  ["both, ms", 2, both],
  ["peak memory, MB", 0, ({ peak }) => peak / 1e6],
];

function section({ workload, rows, results }, [first, ...others]) {
  const heads = [first.title, ...others.flatMap(({ title }) => [title, `${first.title} / ${title}`])];
  const lines = columns.map(([label, digits, of]) => {
    const cell = (peer) => told(middle(results, peer, of), digits);
    const cells = others.flatMap((other) => [cell(other), told(ratio(results, first, other, of), 2)]);
    return `| ${[label, cell(first), ...cells].join(" | ")} |`;
  });
  return `
## ${workload.title}

${rows.toLocaleString("en", { maximumFractionDigits: 1 })} rows a request.

| | ${heads.join(" | ")} |
|---|${"---:|".repeat(heads.length)}
${lines.join("\n")}
`;
}

/** How long a light question takes while other clients ask a heavy one; `others` is how often they got which answer. */
function besideSection(besides) {
  if (besides.length === 0) return [];
  const lines = besides.map(({ peer, alone, beside, ratio, answers }) => {
    const others = Object.entries(answers).map(([code, count]) => `${count} × ${code}`);
    const cells = [peer.title, told(alone.p95, 1), told(beside.p95, 1), told(ratio, 2), beside.failures];
    return `| ${[...cells, others.join(", ")].join(" | ")} |`;
  });
  return [
    `
## An actor by its slug, beside twenty clients

The others ask for ${heavy.title}, again and again: ${amount(Math.round(besides[0].rows))} rows a request.

| | p95 alone, ms | p95 beside them, ms | ratio | failures | the others get |
|---|---:|---:|---:|---:|---|
${lines.join("\n")}
`,
  ];
}

/** What changes for the first peer when it is run otherwise. */
function variantSection(measured, first, variant) {
  const lines = measured.map(({ workload, results }) => {
    const perSecond = ({ perSecond }) => perSecond;
    const cells = [
      told(middle(results, first, perSecond), 1),
      told(middle(results, variant, perSecond), 1),
      ...[perSecond, ({ p99 }) => p99, both, ({ peak }) => peak].map((of) =>
        told(ratio(results, variant, first, of), 2),
      ),
    ];
    return `| ${[workload.name, ...cells].join(" | ")} |`;
  });
  return `
## ${first.title}, ${variant.title}

| | requests a second | ${variant.title} | ratio | of p99 | of processor time | of peak memory |
|---|---:|---:|---:|---:|---:|---:|
${lines.join("\n")}
`;
}

const middle = (results, { name }, of) => median(results.map((round) => of(round[name])));
const ratio = (results, one, other, of) => median(results.map((round) => of(round[one.name]) / of(round[other.name])));

/** A number with some digits after the point; a dash where there is none. */
export const told = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : "—");

/** A whole number as people write it. */
export const amount = (number) => number.toLocaleString("en");
