import type { AbsenceBasis } from "../../../db/generated/enums.js";
import type { Days } from "../../../edtf/edtf-date.js";
import { type AbsenceTable, absentAgain, derivedAbsence } from "../read/absences.js";
import type { CountryRows } from "../read/country-rows.js";
import type { RollCallRow } from "../read/roll-call-row.js";
import { again, otherVote, type VoteTable } from "../read/votes.js";
import type { Report } from "../report.js";
import { type Holders, holderOn } from "../states/holders.js";
import { stances, type VoteMatrix } from "./vote-matrix.js";

/** A roll call that is on record or will be, with what a vote in it needs. Its place in the list is that in the matrix. */
export interface RecordedRollCall extends Days {
  readonly row: RollCallRow;
  readonly id: string;
  readonly proposalId: string;
  readonly heldOn: string;
}

/** A vote that is on record with another stance. */
export interface OtherVote {
  readonly rollCall: RecordedRollCall;
  readonly holderId: string;
  readonly holder: string;
  readonly recorded: string;
  readonly incoming: string;
  readonly line: number;
}

export interface ResolvedVotes {
  /** How many are not on record. */
  readonly added: number;
  readonly others: readonly OtherVote[];
}

/** Why the rows of some roll calls cannot be recorded, by the data's number. */
export type RejectedRollCalls = ReadonlyMap<number, string>;

/**
 * Says whose votes they are, and puts them in the matrix beside those on record. Rows that are doubtful are rejected: both
 * of two that give one holder different votes.
 */
export function resolveVotes(
  table: VoteTable,
  rollCalls: readonly RecordedRollCall[],
  holders: Holders,
  matrix: VoteMatrix,
  report: Report,
): ResolvedVotes {
  const sums = report.of(table.file);
  const resolved = resolver(table, holders, report);
  const others: OtherVote[] = [];
  let added = 0;
  for (const [index, rollCall] of rollCalls.entries()) {
    for (const [holder, line] of placeVotes(index, resolved(rollCall), matrix, table.file, report)) {
      const recorded = matrix.recorded(index, holder);
      const incoming = matrix.incoming(index, holder);
      if (recorded === 0) added++;
      else if (recorded === incoming) sums.unchanged++;
      else {
        const [was, is] = [stances[recorded - 1] ?? "", stances[incoming - 1] ?? ""];
        const holderId = matrix.holders[holder] ?? "";
        others.push({ rollCall, holderId, holder: holders.states.slugOf(holderId), recorded: was, incoming: is, line });
      }
    }
  }
  return { added, others };
}

/** Puts the votes of one roll call in the matrix, and gives the line of each by holder. */
function placeVotes(
  index: number,
  resolved: Iterable<ResolvedRow>,
  matrix: VoteMatrix,
  file: string,
  report: Report,
): Map<number, number> {
  const lines = new Map<number, number>();
  const contradicted = new Set<number>();
  for (const { rcid, name, stateId, value, line } of resolved) {
    const holder = matrix.holder(stateId);
    const first = lines.get(holder);
    if (first === undefined) {
      lines.set(holder, line);
      matrix.setIncoming(index, holder, value);
    } else if (!contradicted.has(holder) && matrix.incoming(index, holder) === value) {
      report.reject(file, Math.max(first, line), "twice", again(name, rcid).reason);
      lines.set(holder, Math.min(first, line));
    } else {
      const reason = (other: number) => otherVote(name, rcid, other).reason;
      report.reject(file, line, "contradicted", reason(first));
      if (!contradicted.has(holder)) report.reject(file, first, "contradicted", reason(line));
      contradicted.add(holder);
    }
  }
  for (const holder of contradicted) {
    lines.delete(holder);
    matrix.setIncoming(index, holder, 0);
  }
  return lines;
}

interface ResolvedRow {
  readonly rcid: number;
  readonly name: string;
  readonly stateId: string;
  readonly slug: string;
  readonly value: number;
  readonly line: number;
}

/** Gives the rows of a roll call with the state that each is about. Doubtful ones are rejected. */
function resolver(
  { file, rows }: VoteTable | AbsenceTable,
  holders: Holders,
  report: Report,
): (rollCall: RecordedRollCall) => Generator<ResolvedRow> {
  const tenures = rows.countries.map((country) => holders.tenures(country));
  return function* (rollCall) {
    const { rcid } = rollCall.row;
    for (const { place, value, line } of rows.of(rcid)) {
      const name = rows.countries[place]?.name ?? "";
      const match = holderOn(tenures[place] ?? [], name, rollCall);
      if ("doubt" in match) report.reject(file, line, match.doubt.kind, match.doubt.reason);
      else yield { rcid, name, stateId: match.state.id, slug: match.state.slug, value, line };
    }
  };
}

/** A member that was absent from a roll call. */
export interface AbsentMember {
  readonly actorId: string;
  readonly slug: string;
  readonly basis: AbsenceBasis;
}

/** The members that were absent from one roll call. */
export interface Absences {
  /** The line of each. */
  readonly lines: readonly number[];
  /** By their slugs, so that the order does not depend on the file's. */
  readonly members: readonly AbsentMember[];
  /** How many of them the data only derives. */
  readonly derived: number;
}

/** Says who was absent from each roll call. A state that voted in it was not absent. */
export function resolveAbsences(
  table: AbsenceTable,
  rollCalls: readonly RecordedRollCall[],
  holders: Holders,
  matrix: VoteMatrix,
  report: Report,
): Map<number, Absences> {
  const { file, rows } = table;
  const resolved = resolver(table, holders, report);
  const absences = new Map<number, Absences>();
  for (const [index, rollCall] of rollCalls.entries()) {
    const lines = new Map<string, number>();
    const members: AbsentMember[] = [];
    for (const { rcid, name, stateId, slug, value, line } of resolved(rollCall)) {
      if (lines.has(stateId)) report.reject(file, line, "twice", absentAgain(name, rcid).reason);
      else if (matrix.incoming(index, matrix.holder(stateId)) !== 0) {
        report.reject(file, line, "absent and voted", `${name} voted in roll call ${rcid}, so it was not absent`);
      } else {
        lines.set(stateId, line);
        members.push({ actorId: stateId, slug, basis: value === derivedAbsence ? "DERIVED" : "RECORDED" });
      }
    }
    const { rcid } = rollCall.row;
    if (!rows.has(rcid)) continue;
    members.sort((one, other) => (one.slug < other.slug ? -1 : 1));
    const derived = members.filter(({ basis }) => basis === "DERIVED").length;
    absences.set(rcid, { lines: [...lines.values()], members, derived });
  }
  return absences;
}

/** Rejects the rows of roll calls that are not recorded. */
export function rejectRows(file: string, rows: CountryRows, rejected: RejectedRollCalls, report: Report): void {
  for (const [rcid, why] of rejected) {
    for (const { line } of rows.of(rcid)) {
      report.reject(file, line, "no roll call", `no roll call ${rcid} is recorded: ${why}`);
    }
  }
}
