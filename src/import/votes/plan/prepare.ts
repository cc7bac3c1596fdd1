import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { VotingData } from "../read/read-data.js";
import type { RollCallRow } from "../read/roll-call-row.js";
import { countRows, remark } from "../remarks.js";
import type { Report } from "../report.js";
import type { DataSource } from "../sources.js";
import { Holders } from "../states/holders.js";
import { KnownStates } from "../states/known-states.js";
import { missingFacts } from "../states/state-facts.js";
import type { NewRollCall } from "../write/record-catalogue.js";
import {
  type Absences,
  type RecordedRollCall,
  rejectRows,
  resolveAbsences,
  resolveVotes,
} from "../write/resolve-votes.js";
import { VoteMatrix } from "../write/vote-matrix.js";
import type { Correction } from "./corrections.js";
import { settle } from "./corrections.js";
import { differencesOf } from "./differing.js";
import { duplicatesIn, renumberedRows } from "./duplicates.js";
import { loadOnRecord } from "./on-record.js";
import { type KeptRollCall, type PlannedProposal, plan } from "./plan.js";
import { planTopics, type TopicPlan } from "./topics.js";

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
    const reason = `roll call ${row.rcid} repeats roll call ${earlier.rcid}: it has the same resolution, day, text and votes`;
    reject(row, "duplicate", reason);
  }
  const single = rows.filter((row) => !duplicates.has(row));
  const renumbered = await renumberedRows(
    session,
    single.filter(({ numbered }) => numbered),
    onRecord,
    data.votes.rows,
    holders,
  );
  const { proposals, rollCalls: planned } = plan(single, onRecord, renumbered);
  const kept = planned.filter((rollCall): rollCall is KeptRollCall => {
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
  countRows(kept, absences, data, { corrected, conflicts }, report);
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

function recordedRollCall(rollCall: KeptRollCall): RecordedRollCall {
  const { id, proposalId, row } = rollCall;
  if (rollCall.kind === "known") {
    const { heldOn, earliest, latest } = rollCall.onRecord;
    return { row, id, proposalId, heldOn, earliest, latest };
  }
  const { text, earliest, latest } = row.heldOn;
  return { row, id, proposalId, heldOn: text, earliest, latest };
}
