import type { Correction } from "./corrections.js";
import { sameTally } from "./differing.js";
import type { KeptRollCall } from "./plan.js";
import type { VotingData } from "./read/read-data.js";
import type { Report } from "./report.js";
import type { Absences } from "./resolve-votes.js";
import { type DataSource, lastSessionOfSource, sourceSlug } from "./sources.js";

/** Remarks on what this run records or finds changed; what an earlier run recorded was remarked on then. */
export function remark(kept: readonly KeptRollCall[], file: string, source: DataSource, report: Report): void {
  const later = kept.find(({ kind, row }) => kind === "new" && (row.session ?? 0) > lastSessionOfSource);
  if (later && source.slug === sourceSlug) {
    const what = `sessions after ${lastSessionOfSource} are not in the releases that the usual source describes`;
    report.note(file, later.row.line, "source", `${what}: --source names the one of these files`);
  }
  for (const rollCall of kept) {
    const { line, rcid } = rollCall.row;
    for (const [kind, text] of rollCall.kind === "new" ? ofNew(rollCall) : ofKnown(rollCall)) {
      report.note(file, line, kind, `roll call ${rcid}${text}`);
    }
  }
}

type Remark = readonly [kind: string, text: string];

function ofNew({ row: { doubts, heldOn } }: KeptRollCall): Remark[] {
  return [
    ...(doubts.length > 0 ? [["text", `: its text is kept as it is (${doubts.join(", ")})`] as const] : []),
    ...(heldOn.note ? [["date", `: ${heldOn.note}`] as const] : []),
  ];
}

function ofKnown({ row, onRecord }: Extract<KeptRollCall, { kind: "known" }>): Remark[] {
  const { number, slug, heldOn, ours } = onRecord;
  if (!ours) return sameTally(onRecord, row) ? [] : [["totals", " is on record with other stated totals, which stay"]];
  return [
    ...(number === row.rcid ? [] : [["renumbered", ` is on record as roll call ${number} (${slug})`] as const]),
    ...(heldOn === row.heldOn.text
      ? []
      : [["day", ` is on record as of ${heldOn}, which stays; the file has ${row.date}`] as const]),
  ];
}

interface Settled {
  readonly corrected: readonly Correction[];
  readonly conflicts: readonly Correction[];
}

/** Counts the rows of roll calls and absences, and the votes that stay as they are. Other votes are counted as they are recorded. */
export function countRows(
  kept: readonly KeptRollCall[],
  absences: ReadonlyMap<number, Absences> | undefined,
  data: VotingData,
  { corrected, conflicts }: Settled,
  report: Report,
): void {
  const changed = new Set(corrected.filter(({ field }) => field !== "absent").map(({ id }) => id));
  const sums = report.of(data.rollCalls.file);
  for (const rollCall of kept) {
    if (rollCall.kind === "new" || changed.has(rollCall.id) || changed.has(rollCall.proposalId)) sums.recorded++;
    else sums.unchanged++;
  }
  for (const { field, file, line, what } of conflicts) {
    if (field === "stance") report.reject(file, line, "conflict", `${what}: somebody else has revised it since`);
  }
  if (data.absences && absences) countAbsences(kept, absences, data.absences.file, corrected, report);
}

function countAbsences(
  kept: readonly KeptRollCall[],
  absences: ReadonlyMap<number, Absences>,
  file: string,
  corrected: readonly Correction[],
  report: Report,
): void {
  const changed = new Set(corrected.filter(({ field }) => field === "absent").map(({ id }) => id));
  const sums = report.of(file);
  for (const rollCall of kept) {
    const lines = absences.get(rollCall.row.rcid)?.lines ?? [];
    if (rollCall.kind === "new" || changed.has(rollCall.id)) sums.recorded += lines.length;
    else if (rollCall.onRecord.countedAbsent === lines.length) sums.unchanged += lines.length;
    else {
      const reason = `roll call ${rollCall.row.rcid} is on record with another number of absences`;
      for (const line of lines) report.reject(file, line, "absences", reason);
    }
  }
}
