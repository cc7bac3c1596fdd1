import type { ImportReport } from "../../import/dossier/index.js";
import type { Change } from "../../record/changes.js";
import { differences } from "../../record/differences.js";
import { entities, naturalKey } from "../../record/entities/index.js";
import { RowsLeftOut } from "./exit-codes.js";
import { mostShown, reportProblem } from "./failure.js";
import { countTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** What an import did, as a table of the lists that it touched. */
export function reportImport({ counts, warnings, conflicts, conflictCount }: ImportReport, terminal: Terminal): void {
  for (const warning of [...warnings, ...conflicts.slice(0, mostShown)]) reportProblem(warning, "yellow", terminal);
  if (conflictCount > mostShown) terminal.err(`… and ${conflictCount - mostShown} more conflicts`);
  const rows = Object.entries(counts)
    .map(([list, { recorded, revised, unchanged }]) => [list, recorded, revised, unchanged] as const)
    .filter(([, ...numbers]) => numbers.some((number) => number > 0));
  for (const line of countTable(["recorded", "revised", "unchanged"], rows, 14)) terminal.out(line);
}

/** @throws RowsLeftOut where an import left something as somebody else wrote it */
export function tellConflicts({ conflictCount: count }: ImportReport, dryRun = false): void {
  if (count === 0) return;
  const facts = count === 1 ? "1 fact is" : `${count} facts are`;
  const rest = dryRun ? "Nothing was changed" : "All other rows are recorded";
  throw new RowsLeftOut(`${facts} in conflict with what somebody else wrote. ${rest}`);
}

/** An entry that an import would record or revise: the fields in which it differs, each with its old and new value. */
export function reportChange({ item, stored }: Change, { out, style }: Terminal): void {
  const named = "slug" in item.entry ? item.entry.slug : naturalKey(item.entry);
  const what = `${entities[item.list].noun.replace(/^an? /, "")} ${named}`;
  if (!stored) {
    out(`${style("green", "+")} ${what}`);
    return;
  }
  out(`${style("yellow", "~")} ${what}`);
  for (const { path, before, after } of differences(stored.entry, item.entry)) {
    out(`    ${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`);
  }
}
