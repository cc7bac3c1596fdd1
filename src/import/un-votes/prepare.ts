import type { BulkSession } from "../../db/bulk-session.js";
import type { Correction } from "./corrections.js";
import { settle } from "./corrections.js";
import { differencesOf, sameTally } from "./differing.js";
import { candidatesOnRecord, duplicatesIn } from "./duplicates.js";
import { Holders, holderOn } from "./holders.js";
import { KnownStates } from "./known-states.js";
import { loadOnRecord, type OnRecord, type RollCallOnRecord } from "./on-record.js";
import { type PlannedProposal, type PlannedRollCall, plan } from "./plan.js";
import type { VotingData } from "./read/read-data.js";
import type { RollCallRow } from "./read/roll-call-row.js";
import type { NewRollCall } from "./record-catalogue.js";
import type { Report } from "./report.js";
import { type Absences, type RecordedRollCall, rejectRows, resolveAbsences, resolveVotes } from "./resolve-votes.js";
import { type DataSource, lastSessionOfSource, sourceSlug } from "./sources.js";
import { missingFacts } from "./state-facts.js";
import { planTopics, type TopicPlan } from "./topics.js";
import { VoteMatrix } from "./vote-matrix.js";

export interface PrepareOptions {
  readonly newStates: boolean;
  readonly overwrite: boolean;
}

/** All that an import records, before it records any of it. */
export interface Prepared {
  readonly states: KnownStates;
  readonly stateAdditions: Awaited<ReturnType<typeof missingFacts>>;
  readonly proposals: readonly PlannedProposal[];
  readonly newRollCalls: readonly NewRollCall[];
  /** Undefined where the data has no table of them. */
  readonly absences: ReadonlyMap<number, Absences> | undefined;
  readonly topics: TopicPlan | undefined;
  readonly corrections: readonly Correction[];
  readonly rollCalls: readonly RecordedRollCall[];
  readonly matrix: VoteMatrix;
  /** How many votes are not on record. */
  readonly newVotes: number;
}

type Kept = Exclude<PlannedRollCall, { kind: "rejected" }>;

/** Compares the files with the record: what is new, what differs, what is rejected. Writes nothing. */
export async function prepare(
  session: BulkSession,
  data: VotingData,
  source: DataSource,
  bodyId: string,
  report: Report,
  { newStates, overwrite }: PrepareOptions,
): Promise<Prepared> {
  const { file, rows } = data.rollCalls;
  const onRecord = await loadOnRecord(session, bodyId);
  const states = await KnownStates.load(session);
  const onRemark = (remark: string) => report.note(data.votes.file, null, "by code", remark);
  const holders = new Holders(states, { newStates, onRemark });
  readCountries(data, holders, report);

  const rejected = new Map<number, string>();
  const reject = (row: RollCallRow, reasonKind: string, reason: string) => {
    report.reject(file, row.line, reasonKind, reason);
    rejected.set(row.rcid, reason);
  };
  const duplicates = duplicatesIn(rows, data.votes.rows);
  for (const [row, earlier] of duplicates) {
    const reason = `roll call ${row.rcid} is roll call ${earlier.rcid} again: the same resolution, day, text and votes`;
    reject(row, "duplicate", reason);
  }
  const single = rows.filter((row) => !duplicates.has(row));
  const renumbered = await renumberedRows(session, single, onRecord, data, holders);
  const { proposals, rollCalls: planned } = plan(single, onRecord, renumbered);
  const kept = planned.filter((rollCall): rollCall is Kept => {
    if (rollCall.kind === "rejected") reject(rollCall.row, rollCall.reasonKind, rollCall.reason);
    return rollCall.kind !== "rejected";
  });
  remark(kept, file, source, report);

  const rollCalls = kept.map(recordedRollCall);
  const matrix = new VoteMatrix(rollCalls.map(({ id }) => id));
  await matrix.load(session);
  rejectRows(data.votes.file, data.votes.rows, rejected, report);
  const { added, others } = resolveVotes(data.votes, rollCalls, holders, matrix, report);
  if (data.absences) rejectRows(data.absences.file, data.absences.rows, rejected, report);
  const absences = data.absences && resolveAbsences(data.absences, rollCalls, holders, matrix, report);

  const differing = await differencesOf(session, { kept, onRecord, others, absences, data });
  const { corrected, conflicts } = await settle(session, differing, overwrite, report);
  count(kept, absences, data, corrected, conflicts, report);
  const byRcid = new Map(kept.map((rollCall) => [rollCall.row.rcid, rollCall.proposalId]));
  const proposalOf = (rcid: number) => byRcid.get(rcid);
  const context = { proposalOf, rejected, proposals: onRecord.proposalsById, overwrite };
  return {
    states,
    stateAdditions: await missingFacts(session, states, data.countries?.file ?? data.votes.file, overwrite, report),
    proposals,
    newRollCalls: kept.filter((rollCall): rollCall is NewRollCall => rollCall.kind === "new"),
    absences,
    topics: data.issues && (await planTopics(session, data.issues, context, report)),
    corrections: corrected,
    rollCalls,
    matrix,
    newVotes: added,
  };
}

/** Makes the countries of the table known, with their codes; those that are doubtful are rejected. */
function readCountries({ countries }: VotingData, holders: Holders, report: Report): void {
  if (!countries) return;
  const { file, rows } = countries;
  const { states } = holders;
  for (const row of rows) {
    const before = states.added.size;
    const matches = holders.tenures(row, row).map(({ match }) => match);
    const doubts = matches.flatMap((match) => ("doubt" in match ? [match.doubt] : []));
    const [first] = doubts;
    if (first && doubts.length === matches.length) {
      report.reject(file, row.line, first.kind, `${row.name}: ${doubts.map(({ reason }) => reason).join("; ")}`);
    } else if (states.added.size > before) report.of(file).recorded++;
    else report.of(file).unchanged++;
  }
}

/** The rows that are on record under another number: their votes are the same, or nearly so where the text is. */
async function renumberedRows(
  session: BulkSession,
  rows: readonly RollCallRow[],
  onRecord: OnRecord,
  { votes }: VotingData,
  holders: Holders,
): Promise<Map<RollCallRow, RollCallOnRecord>> {
  const candidates = candidatesOnRecord(rows, onRecord);
  const renumbered = new Map<RollCallRow, RollCallOnRecord>();
  if (candidates.length === 0) return renumbered;
  const ids = [...new Set(candidates.map((candidate) => candidate.onRecord.id))];
  const recorded = new VoteMatrix(ids);
  await recorded.load(session);
  const taken = new Set<string>();
  for (const { row, onRecord: other, sameText } of candidates) {
    if (taken.has(other.id) || renumbered.has(row)) continue;
    const index = ids.indexOf(other.id);
    let same = 0;
    let all = recorded.holders.filter((_, holder) => recorded.recorded(index, holder) !== 0).length;
    for (const { place, value } of votes.rows.of(row.rcid)) {
      const country = votes.rows.countries[place] ?? { name: "", code: "" };
      const match = holderOn(holders.tenures(country), country.name, row.heldOn);
      if ("doubt" in match) continue;
      const stance = recorded.recorded(index, recorded.holder(match.state.id));
      if (stance === 0) all++;
      else if (stance === value) same++;
    }
    if (all > 0 && same >= all * (sameText ? 0.9 : 1)) {
      renumbered.set(row, other);
      taken.add(other.id);
    }
  }
  return renumbered;
}

function recordedRollCall(rollCall: Kept): RecordedRollCall {
  const { id, proposalId, row } = rollCall;
  if (rollCall.kind === "known") {
    const { heldOn, earliest, latest } = rollCall.onRecord;
    return { row, id, proposalId, heldOn, earliest, latest };
  }
  const { text, earliest, latest } = row.heldOn;
  return { row, id, proposalId, heldOn: text, earliest, latest };
}

/** Remarks on what this run records or finds changed; what an earlier run recorded was remarked on then. */
function remark(kept: readonly Kept[], file: string, source: DataSource, report: Report): void {
  const later = kept.find(({ kind, row }) => kind === "new" && (row.session ?? 0) > lastSessionOfSource);
  if (later && source.slug === sourceSlug) {
    const what = `sessions after ${lastSessionOfSource} are not in the releases that the usual source describes`;
    report.note(file, later.row.line, "source", `${what}: --source names the one of these files`);
  }
  for (const rollCall of kept) {
    const { row } = rollCall;
    const note = (kind: string, text: string) => report.note(file, row.line, kind, `roll call ${row.rcid}${text}`);
    if (rollCall.kind === "new") {
      if (row.doubts.length > 0) note("text", `: its text is kept as it is (${row.doubts.join(", ")})`);
      if (row.heldOn.note) note("date", `: ${row.heldOn.note}`);
    } else {
      const { number, slug, heldOn, ours } = rollCall.onRecord;
      if (ours && number !== row.rcid) note("renumbered", ` is on record as roll call ${number} (${slug})`);
      if (heldOn !== row.heldOn.text && ours)
        note("day", ` is on record as of ${heldOn}, which stays; the file has ${row.date}`);
      if (!ours && !sameTally(rollCall.onRecord, row))
        note("totals", " is on record with other stated totals, which stay");
    }
  }
}

/** Counts the rows of roll calls and absences. Votes are counted as they are recorded. */
function count(
  kept: readonly Kept[],
  absences: ReadonlyMap<number, Absences> | undefined,
  data: VotingData,
  corrected: readonly Correction[],
  conflicts: readonly Correction[],
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
  if (!absences || !data.absences) return;
  const { file } = data.absences;
  const countChanged = new Set(corrected.filter(({ field }) => field === "absent").map(({ id }) => id));
  for (const rollCall of kept) {
    const lines = absences.get(rollCall.row.rcid)?.lines ?? [];
    if (rollCall.kind === "new" || countChanged.has(rollCall.id)) report.of(file).recorded += lines.length;
    else if (rollCall.onRecord.countedAbsent === lines.length) report.of(file).unchanged += lines.length;
    else {
      const reason = `roll call ${rollCall.row.rcid} is on record with another number of absences`;
      for (const line of lines) report.reject(file, line, "absences", reason);
    }
  }
}
