import { median } from "./load.js";

/** The results as Markdown. */
export function report({ measured, where, connections, milliseconds, rounds }) {
  return `# What the gateway costs

Measured by \`npm run bench:gateway\` (see README.md) on ${where.database}, Node ${where.node}, ${where.cores} cores that the
client, the servers and the database share: the ratios say more than the numbers. \`NODE_ENV\` is \`production\`.
${connections} connections, ${rounds} rounds of ${milliseconds / 1000} s each, the single process and the gateway in turn. Of the rounds the middle
value is told, and the middle ratio.
${measured.map(section).join("")}`;
}

function section({ name, size, results, ...times }) {
  const middle = (which, what) => median(results.map((round) => round[which][what]));
  const ratios = (of) => results.map(({ single, gateway }) => of(gateway) / of(single)).sort((a, b) => a - b);
  const row = (label, digits, of) => {
    const [single, gateway] = ["single", "gateway"].map((which) => median(results.map((round) => of(round[which]))));
    return `| ${label} | ${single.toFixed(digits)} | ${gateway.toFixed(digits)} | ${median(ratios(of)).toFixed(2)} |`;
  };
  return `
## ${name}

An answer of ${size.toLocaleString("en")} characters, the same from both.

|   | single process | gateway | ratio |
|---|---:|---:|---:|
${row("requests a second", 1, ({ perSecond }) => perSecond)}
${row("p50, ms", 1, ({ p50 }) => p50)}
${row("p99, ms", 1, ({ p99 }) => p99)}
${row("processor time a request, ms", 2, ({ processorTime }) => processorTime)}

- The ratio of requests a second in each round: ${ratios(({ perSecond }) => perSecond)
    .map((ratio) => ratio.toFixed(2))
    .join(", ")}.
- Of the processor time through the gateway, ${middle("gateway", "gatewayTime").toFixed(2)} ms are the gateway's own and ${middle("gateway", "answeringTime").toFixed(2)} ms the subgraphs'.
  The database's is not in it.
${whereTimeGoes(times)}`;
}

function whereTimeGoes({ single, gateway, total, waited, fetches, stages }) {
  const ms = (time) => `${time.toFixed(1)} ms`;
  return `- One request at a time takes ${ms(gateway.known)} through the gateway, ${ms(single.known)} without. On the average of ${ms(total)}:
  - ${ms(waited)} at least one of its ${fetches.toFixed(0)} questions to subgraphs is out, in ${stages.toFixed(0)} stages that wait for each other;
  - ${ms(total - waited)} the gateway works alone: it plans, merges and serializes.
- A document that is new takes ${ms(gateway.fresh - gateway.known)} more through the gateway (parsing, validating, planning), ${ms(single.fresh - single.known)} more
  without (parsing, validating).
`;
}
