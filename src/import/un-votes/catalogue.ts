import type { BulkSession } from "../../db/bulk-session.js";
import type { DataFiles } from "./data-files.js";
import type { Holders } from "./holders.js";
import { loadOnRecord, type OnRecord, type RollCallOnRecord } from "./on-record.js";
import { type PlannedRollCall, plan } from "./plan.js";
import { type Absences, readAbsences } from "./read-absences.js";
import { readCountries } from "./read-countries.js";
import { readRollCalls } from "./read-roll-calls.js";
import { type NewRollCall, recordCatalogue } from "./record-catalogue.js";
import type { Report } from "./report.js";
import type { RecordedRollCall, RollCalls } from "./roll-calls.js";
import { sourceAndBody } from "./sources.js";
import { type Issue, readIssues } from "./topics.js";

type Kept = Exclude<PlannedRollCall, { kind: "rejected" }>;

/**
 * Records everything but the votes: countries, topics, proposals and roll calls, in the transaction that is open. What is
 * on record stays as it is.
 *
 * @returns the roll calls to which votes can belong
 */
export async function importCatalogue(
  session: BulkSession,
  files: DataFiles,
  holders: Holders,
  report: Report,
): Promise<RollCalls> {
  const { sourceId, bodyId } = await sourceAndBody(session);
  const onRecord = await loadOnRecord(session, bodyId);
  const { file, rows } = await readRollCalls(files.rollCalls, report);
  const { proposals, rollCalls } = plan(rows, onRecord);
  const kept = keep(rollCalls, onRecord, file, report);
  const byRcid = new Map(kept.map((rollCall) => [rollCall.row.rcid, rollCall]));
  if (files.countries) await readCountries(files.countries, holders, report);
  const absences = files.absences
    ? await readAbsences(files.absences, holders, (rcid) => byRcid.get(rcid)?.row.heldOn, report)
    : undefined;
  if (absences) sumAbsences(absences.file, absences.absences, byRcid, onRecord, report);
  const issues = files.issues ? await readIssues(session, files.issues, report) : [];
  const newProposals = new Set(proposals.map(({ id }) => id));
  await holders.states.recordAdded(session);
  await recordCatalogue(session, {
    proposals,
    rollCalls: kept.filter((rollCall): rollCall is NewRollCall => rollCall.kind === "new"),
    absences: absences?.absences,
    topics: topicLinks(issues, byRcid, newProposals, onRecord, report),
    sourceId,
    bodyId,
  });
  return new Map(kept.map((rollCall, index) => [rollCall.row.rcid, recorded(rollCall, index, onRecord)]));
}

function keep(planned: readonly PlannedRollCall[], onRecord: OnRecord, file: string, report: Report): Kept[] {
  const sums = report.of(file);
  return planned.filter((rollCall): rollCall is Kept => {
    const { row } = rollCall;
    if (rollCall.kind === "rejected") {
      report.reject(file, row.line, rollCall.reason);
      return false;
    }
    if (rollCall.kind === "new") sums.recorded++;
    else sums.unchanged++;
    const known = onRecord.rollCalls.get(row.rcid);
    if (known && !sameTally(known, row)) {
      report.note(file, row.line, `roll call ${row.rcid} is on record with other stated totals, which stay`);
    }
    if (row.doubts.length > 0) {
      report.note(file, row.line, `roll call ${row.rcid}: its text is kept as it is (${row.doubts.join(", ")})`);
    }
    if (row.heldOn.note) report.note(file, row.line, `roll call ${row.rcid}: ${row.heldOn.note}`);
    return true;
  });
}

const sameTally = (known: RollCallOnRecord, row: Kept["row"]): boolean =>
  (["statedYes", "statedNo", "statedAbstain"] as const).every(
    (total) => row[total] === null || known[total] === row[total],
  );

function sumAbsences(
  file: string,
  absences: ReadonlyMap<number, Absences>,
  rollCalls: ReadonlyMap<number, Kept>,
  onRecord: OnRecord,
  report: Report,
): void {
  const sums = report.of(file);
  for (const [rcid, { lines }] of absences) {
    if (rollCalls.get(rcid)?.kind === "new") sums.recorded += lines.length;
    else if (onRecord.rollCalls.get(rcid)?.countedAbsent === lines.length) sums.unchanged += lines.length;
    else
      for (const line of lines)
        report.reject(file, line, `roll call ${rcid} is on record with another number of absences`);
  }
}

function topicLinks(
  issues: readonly Issue[],
  rollCalls: ReadonlyMap<number, Kept>,
  newProposals: ReadonlySet<string>,
  onRecord: OnRecord,
  report: Report,
) {
  const file = issuesFile(report);
  const links: { proposalId: string; topicId: string; ordinal: number }[] = [];
  const ordinals = new Map<string, number>();
  const topicsOnRecord = new Map([...onRecord.proposals.values()].map(({ id, topics }) => [id, topics]));
  for (const { line, rcid, topic } of issues) {
    const rollCall = rollCalls.get(rcid);
    if (!rollCall) {
      report.reject(file, line, `no roll call ${rcid} is recorded`);
      continue;
    }
    const { proposalId } = rollCall;
    const known = topicsOnRecord.get(proposalId) ?? onRecord.rollCalls.get(rcid)?.topics;
    if (newProposals.has(proposalId)) {
      const ordinal = ordinals.get(proposalId) ?? 0;
      ordinals.set(proposalId, ordinal + 1);
      links.push({ proposalId, topicId: topic.id, ordinal });
      report.of(file).recorded++;
    } else if (known?.includes(topic.slug)) report.of(file).unchanged++;
    else report.reject(file, line, `the proposal of roll call ${rcid} was on record without the topic ${topic.slug}`);
  }
  return links;
}

const issuesFile = (report: Report): string =>
  [...report.sums.keys()].find((file) => file.startsWith("un_roll_call_issues")) ?? "";

function recorded(rollCall: Kept, index: number, onRecord: OnRecord): RecordedRollCall {
  const { id, proposalId, row } = rollCall;
  const known = onRecord.rollCalls.get(row.rcid) ?? onRecord.others.get(proposalId);
  if (rollCall.kind === "new" || !known) {
    const { text, earliest, latest } = row.heldOn;
    return { index, id, proposalId, heldOn: text, earliest, latest };
  }
  return { index, id, proposalId, heldOn: known.heldOn, earliest: known.earliest, latest: known.latest };
}
