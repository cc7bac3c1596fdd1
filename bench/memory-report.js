import { amount, conditions, told } from "./report.js";

/** How resident memory went, as Markdown. */
export function memoryReport({ measured, record, options, freshEach }) {
  const lines = measured.map(({ peer, requests, seconds, resident, peak, rested }) => {
    const later = resident.slice(Math.floor(resident.length / 4));
    const shown = [0, 0.25, 0.5, 0.75, 1].map((part) => resident[Math.round(part * (resident.length - 1))]);
    const slope = (slopeOf(later) * (resident.length - 1) * 100_000) / requests;
    const cells = [...shown, peak, rested, slope].map((bytes) => told(bytes / 1e6, 1));
    return `| ${[peer.title, told(seconds, 0), ...cells].join(" | ")} |`;
  });
  return `# Whether memory grows

${conditions("npm run bench:memory", record, options)}
${amount(measured[0].requests)} requests to each, one server after the other: all workloads mixed, cheap ones most often, and every ${freshEach}th
document one that was never asked before. Resident memory in MB at the start, after each quarter, at its peak, and after a
rest in which the collector of garbage may come by: what stays then is kept. The
slope, in MB per 100,000 requests, is that of the line through all samples but those of the first quarter (least squares).

| | seconds | start | 25 % | 50 % | 75 % | end | peak | rested | slope |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${lines.join("\n")}
`;
}

/** The slope of the line through some values at 0, 1, 2 …, by least squares. */
function slopeOf(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [above, below] = values.reduce(
    ([sum, squares], value, place) => [sum + (place - middle) * (value - mean), squares + (place - middle) ** 2],
    [0, 0],
  );
  return above / below;
}
