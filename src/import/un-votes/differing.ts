import type { BulkSession } from "../../db/bulk-session.js";
import { sql } from "../../db/sql.js";
import type { Correction } from "./corrections.js";
import type { OnRecord, RollCallOnRecord } from "./on-record.js";
import type { PlannedRollCall } from "./plan.js";
import { printable } from "./read/cells.js";
import type { VotingData } from "./read/read-data.js";
import type { RollCallRow } from "./read/roll-call-row.js";
import type { Absences, OtherVote } from "./resolve-votes.js";

interface Compared {
  readonly kept: readonly PlannedRollCall[];
  readonly onRecord: OnRecord;
  readonly others: readonly OtherVote[];
  readonly absences: ReadonlyMap<number, Absences> | undefined;
  readonly data: VotingData;
}

/** Every fact of the import's own roll calls in which the record differs from the files. What a file lacks says nothing. */
export async function differencesOf(session: BulkSession, compared: Compared): Promise<Correction[]> {
  const { kept, others, absences, data } = compared;
  const differences: Correction[] = [];
  for (const rollCall of kept) {
    if (rollCall.kind !== "known" || !rollCall.onRecord.ours) continue;
    const { row, id, onRecord } = rollCall;
    const at = { list: "rollCalls", id } as const;
    if (!sameTally(onRecord, row)) {
      differences.push({
        ...{ ...at, field: "stated", file: data.rollCalls.file, line: row.line },
        columns: Object.fromEntries(totals.flatMap((total) => (row[total] === null ? [] : [[total, row[total]]]))),
        what: `stated totals of roll call ${row.rcid}`,
        before: totals.map((total) => onRecord[total] ?? "").join("-"),
        after: totals.map((total) => row[total] ?? onRecord[total] ?? "").join("-"),
      });
    }
    const absent = absences?.get(row.rcid);
    if (absent && data.absences && onRecord.countedAbsent !== absent.lines.length) {
      differences.push({
        ...{ ...at, field: "absent", file: data.absences.file, line: absent.lines[0] ?? 0 },
        columns: { countedAbsent: absent.lines.length },
        what: `absences in roll call ${row.rcid}`,
        before: onRecord.countedAbsent === null ? null : String(onRecord.countedAbsent),
        after: String(absent.lines.length),
      });
    }
    differences.push(...textDifferences(rollCall, compared));
  }
  return [...differences, ...(await voteDifferences(session, others, data.votes.file))];
}

const totals = ["statedYes", "statedNo", "statedAbstain"] as const;

export const sameTally = (known: RollCallOnRecord, row: RollCallRow): boolean =>
  totals.every((total) => row[total] === null || known[total] === row[total]);

/** A title comes from two columns, so a release that lacks one of them says nothing about it. */
function textDifferences(
  { row, proposalId, text }: Extract<PlannedRollCall, { kind: "known" }>,
  { onRecord, data }: Compared,
): Correction[] {
  const proposal = onRecord.proposalsById.get(proposalId);
  if (!proposal?.ours) return [];
  const complete = (row.short !== "" && row.text !== "") || proposal.title.startsWith("Roll call ");
  const at = { list: "proposals", id: proposalId, file: data.rollCalls.file, line: row.line } as const;
  return (["title", "summary"] as const).flatMap((field): Correction[] => {
    const [before, after] = [proposal[field], text[field]];
    // Earlier versions recorded control characters.
    const repaired =
      printable(before ?? "")
        .replace(/\s+/g, " ")
        .trim() === after;
    if (!(complete || repaired) || after === null || before === after) return [];
    return [{ ...at, field, columns: { [field]: after }, what: `${field} of ${proposal.slug}`, before, after }];
  });
}

async function voteDifferences(
  session: BulkSession,
  others: readonly OtherVote[],
  file: string,
): Promise<Correction[]> {
  if (others.length === 0) return [];
  const positions = await session.query<{ id: string; rollCallId: string; holderId: string; retracted: boolean }>(sql`
    select p.id, p."evidenceRollCallId" as "rollCallId", p."holderId", p."retractedAt" is not null as retracted
    from unnest(${others.map(({ rollCall }) => rollCall.id)}::uuid[], ${others.map(({ holderId }) => holderId)}::uuid[])
      o ("rollCallId", "holderId")
      join "Position" p on p."evidenceRollCallId" = o."rollCallId" and p."holderId" = o."holderId" and p.basis = 'VOTE'`);
  const byVote = new Map(positions.map((position) => [`${position.rollCallId} ${position.holderId}`, position]));
  return others.flatMap(({ rollCall, holderId, holder, recorded, incoming, line }): Correction[] => {
    const position = byVote.get(`${rollCall.id} ${holderId}`);
    if (!position) return [];
    const { id, retracted } = position;
    const what = `vote of ${holder} in roll call ${rollCall.row.rcid}`;
    const change = { columns: { stance: incoming }, before: recorded, after: incoming };
    return [{ list: "positions", field: "stance", id, retracted, file, line, what, ...change }];
  });
}
