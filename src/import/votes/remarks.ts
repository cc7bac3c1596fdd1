import type { Correction } from "./plan/corrections.js";
import { sameTally } from "./plan/differing.js";
import type { KeptRollCall } from "./plan/plan.js";
import type { VotingData } from "./read/read-data.js";
import type { Report } from "./report.js";
import { type DataSource, lastSessionOfSource, sourceSlug } from "./sources.js";
import type { Absences } from "./write/resolve-votes.js";

/** Remarks on what this run records or finds changed; what an earlier run recorded was remarked on then. */
export function remark(kept: readonly KeptRollCall[], file: string, source: DataSource, report: Report): void {
  const later = kept.find(({ kind, row }) => kind === "new" && (row.session ?? 0) > lastSessionOfSource);
  if (later && source.slug === sourceSlug) {
    const what = `sessions after ${lastSessionOfSource} are not in the releases that the usual source describes`;
    report.note(file, later.row.line, "source", `${what}: give the source of these files with --source`);
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
    ...(doubts.length > 0 ? [["text", `: its text is recorded unchanged (${doubts.join(", ")})`] as const] : []),
    ...(heldOn.note ? [["date", `: ${heldOn.note}`] as const] : []),
  ];
}

function ofKnown({ row, onRecord }: Extract<KeptRollCall, { kind: "known" }>): Remark[] {
  const { number, slug, heldOn, ours } = onRecord;
  if (!ours)
    return sameTally(onRecord, row) ? [] : [["totals", " is recorded with other stated totals, which stay unchanged"]];
  return [
    ...(number === row.rcid || number === null || !row.numbered
      ? []
      : [["renumbered", ` is recorded as roll call ${number} (${slug})`] as const]),
    ...(heldOn === row.heldOn.text
      ? []
      : [["day", ` is recorded with the date ${heldOn}, which stays unchanged; the file has ${row.date}`] as const]),
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
  const changed = new Set(corrected.filter(({ members }) => !members).map(({ id }) => id));
  const sums = report.of(data.rollCalls.file);
  for (const rollCall of kept) {
    if (rollCall.kind === "new" || changed.has(rollCall.id) || changed.has(rollCall.proposalId)) sums.recorded++;
    else sums.unchanged++;
  }
  for (const { field, file, line, what } of conflicts) {
    if (field === "stance")
      report.reject(file, line, "conflict", `${what}: the record has another one, which stays unchanged`);
  }
  if (data.absences && absences) countAbsences(kept, absences, data.absences.file, { corrected, conflicts }, report);
}

function countAbsences(
  kept: readonly KeptRollCall[],
  absences: ReadonlyMap<number, Absences>,
  file: string,
  settled: Settled,
  report: Report,
): void {
  const ofAbsences = (some: readonly Correction[]) =>
    new Map(some.flatMap(({ id, field, members }) => (members ? [[id, field]] : [])));
  const [changed, refused] = [ofAbsences(settled.corrected), ofAbsences(settled.conflicts)];
  const sums = report.of(file);
  for (const rollCall of kept) {
    const lines = absences.get(rollCall.row.rcid)?.lines ?? [];
    if (rollCall.kind === "new" || changed.has(rollCall.id)) sums.recorded += lines.length;
    else if (rollCall.onRecord.countedAbsent === lines.length && !refused.has(rollCall.id)) {
      sums.unchanged += lines.length;
    } else {
      const which = refused.get(rollCall.id) === "absences" ? "other absences" : "another number of absences";
      const reason = `roll call ${rollCall.row.rcid} is recorded with ${which}`;
      for (const line of lines) report.reject(file, line, "absences", reason);
    }
  }
}
