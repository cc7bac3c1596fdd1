import type { ImportReport } from "../import/dossier/index.js";
import { reportProblem } from "./failure.js";
import type { Terminal } from "./terminal.js";

/** What an import did, as a table of the lists that it touched. */
export function reportImport({ counts, warnings }: ImportReport, terminal: Terminal): void {
  for (const warning of warnings) reportProblem(warning, "yellow", terminal);
  const rows = Object.entries(counts)
    .map(([list, { recorded, revised, unchanged }]) => [list, recorded, revised, unchanged] as const)
    .filter(([, ...numbers]) => numbers.some((number) => number > 0));
  const total = [1, 2, 3].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
  terminal.out(row("", "recorded", "revised", "unchanged"));
  for (const [list, ...numbers] of rows) terminal.out(row(list, ...numbers));
  terminal.out(row("all", ...total));
}

const row = (name: string, ...cells: (string | number)[]) =>
  `${name.padEnd(14)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
