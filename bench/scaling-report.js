import { median } from "./load.js";
import { amount, conditions, rhythm, told } from "./report.js";

/** What a request costs at each size of the record, as Markdown. */
export function scalingReport({ measured, peers, records, options }) {
  const heads = records.map(({ positions }) => `${amount(positions)} positions`);
  return `# What a request costs as the record grows

${conditions("npm run bench:scaling", records.at(-1), options)}
${rhythm(options)}
Every hundredth and every tenth roll call was imported, and all. The statements and policy actions are as many in each. Told is the processor time
of the server and of Postgres, a request and a row of the answer; flat is good. Two workloads answer little of what they
look at: an agreement's rows are the subjects compared, and a search ranks all that matches, for 20 rows.
${measured.map((one) => section(one, peers, heads)).join("")}`;
}

function section({ workload, sizes }, peers, heads) {
  const cost = (rounds) => median(rounds.map(({ ownTime, databaseTime }) => ownTime + databaseTime));
  const lines = peers.flatMap((peer) => {
    const costs = sizes.map(({ results }) => cost(results[peer.name]));
    return [
      line(`${peer.title}, ms a request`, costs, 2),
      line(
        `${peer.title}, µs a row`,
        costs.map((one, index) => (1000 * one) / sizes[index].rows),
        1,
      ),
    ];
  });
  return `
## ${workload.title}

| | ${heads.join(" | ")} | last / first |
|---|${"---:|".repeat(heads.length + 1)}
${line(
  "rows a request",
  sizes.map(({ rows }) => rows),
  1,
)}
${lines.join("\n")}
`;
}

function line(label, values, digits) {
  return `| ${label} | ${values.map((value) => told(value, digits)).join(" | ")} | ${told(values.at(-1) / values[0], 2)} |`;
}
