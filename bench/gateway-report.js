import { median } from "./load.js";

/** The results as Markdown. */
export function report({ measured, where, connections, milliseconds, rounds }) {
  return `# What the gateway costs

Measured by \`npm run bench:gateway\` (see README.md) on ${where.database}, Node ${where.node}, ${where.cores} cores that the
client, the servers and the database share: the ratios say more than the numbers. \`NODE_ENV\` is \`production\`.
${connections} connections, ${rounds} rounds of ${milliseconds / 1000} s each, the single process and the gateway in turn; the middle round is told.
${measured.map(section).join("")}`;
}

function section({ name, size, results, ...times }) {
  const middle = (which, what) => median(results.map((round) => round[which][what]));
  const row = (label, what, digits, of = middle) => {
    const [single, gateway] = [of("single", what), of("gateway", what)];
    return `| ${label} | ${single.toFixed(digits)} | ${gateway.toFixed(digits)} | ${(gateway / single).toFixed(2)} |`;
  };
  const processor = (which) =>
    median(results.map((round) => round[which].answeringTime + (which === "gateway" ? round[which].gatewayTime : 0)));
  const ratios = results.map(({ single, gateway }) => gateway.perSecond / single.perSecond).sort((a, b) => a - b);
  return `
## ${name}

An answer of ${size.toLocaleString("en")} characters, the same from both.

|   | single process | gateway | ratio |
|---|---:|---:|---:|
${row("requests a second", "perSecond", 1)}
${row("p50, ms", "p50", 1)}
${row("p99, ms", "p99", 1)}
${row("processor time a request, ms", "", 2, processor)}

- The ratio of requests a second in each round: ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")}.
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
