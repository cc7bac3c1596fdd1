import { median } from "./load.js";

/** The results as Markdown. */
export function report({ measured, peers, record, connections, milliseconds, rounds, cores }) {
  const date = new Date().toISOString().slice(0, 10);
  return `# Standpoint beside others

Measured on ${date} by \`npm run bench\` (see README.md) on Postgres ${record.version}, Node ${process.versions.node}, ${cores} cores that the
client, the servers and the database share: the ratios say more than the numbers.
${record.positions.toLocaleString("en")} positions, ${record.rollCalls.toLocaleString("en")} roll calls, ${record.statements.toLocaleString("en")} statements. ${connections} connections, ${rounds} rounds of ${milliseconds / 1000} s for each, in turn.
Of the rounds the middle value is told; a ratio is the middle one of those of each round.
${measured.map((one) => section(one, peers)).join("")}`;
}

const columns = [
  ["requests a second", 1, ({ perSecond }) => perSecond],
  ["p50, ms", 1, ({ p50 }) => p50],
  ["p99, ms", 1, ({ p99 }) => p99],
  ["server's processor time a request, ms", 2, ({ ownTime }) => ownTime],
  ["Postgres's processor time a request, ms", 2, ({ databaseTime }) => databaseTime],
  ["both, ms", 2, ({ ownTime, databaseTime }) => ownTime + databaseTime],
  ["peak memory, MB", 0, ({ peak }) => peak / 1e6],
];

function section({ workload, rows, results }, [first, ...others]) {
  const heads = [first.title, ...others.map(({ title }) => `${title} | ${first.title} / ${title}`)];
  const lines = columns.map(([label, digits, of]) => {
    const values = ({ name }) => results.map((round) => of(round[name]));
    const cell = (peer) => told(median(values(peer)), digits);
    const ratio = (other) => {
      const theirs = values(other);
      return told(median(values(first).map((value, round) => value / theirs[round])), 2);
    };
    return `| ${label} | ${[cell(first), ...others.map((other) => `${cell(other)} | ${ratio(other)}`)].join(" | ")} |`;
  });
  return `
## ${workload.title}

${rows.toLocaleString("en", { maximumFractionDigits: 1 })} rows a request.

| | ${heads.join(" | ")} |
|---|${"---:|".repeat(heads.join("|").split("|").length)}
${lines.join("\n")}
`;
}

const told = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : "—");
