import { sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { printable } from "../read/csv/cells.js";
import type { VotingData } from "../read/read-data.js";
import type { RollCallRow } from "../read/roll-call-row.js";
import type { Absences, AbsentMember, OtherVote } from "../write/resolve-votes.js";
import type { Correction } from "./corrections.js";
import type { OnRecord, RollCallOnRecord } from "./on-record.js";
import { type KeptRollCall, withoutVote } from "./plan.js";

interface Compared {
  readonly kept: readonly KeptRollCall[];
  readonly onRecord: OnRecord;
  readonly others: readonly OtherVote[];
  readonly absences: ReadonlyMap<number, Absences> | undefined;
  readonly data: VotingData;
}

/** Every fact of the import's own roll calls in which the record differs from the files. What a file lacks says nothing. */
export async function differencesOf(session: BulkSession, compared: Compared): Promise<Correction[]> {
  const { kept, others, data } = compared;
  const named = data.absences ? await absencesOnRecord(session, kept) : undefined;
  return [
    ...kept.flatMap((rollCall) => {
      if (rollCall.kind === "new") return textDifferences(rollCall, compared);
      if (!rollCall.onRecord.ours) return [];
      return [
        ...countDifferences(rollCall, compared),
        ...absenceDifferences(rollCall, compared, named?.get(rollCall.id) ?? []),
        ...textDifferences(rollCall, compared),
      ];
    }),
    ...(await voteDifferences(session, others, data.votes.file)),
  ];
}

type KnownRollCall = Extract<KeptRollCall, { kind: "known" }>;

function countDifferences({ row, id, onRecord }: KnownRollCall, { data }: Compared): Correction[] {
  if (sameTally(onRecord, row)) return [];
  return [
    {
      ...{ list: "rollCalls", id, field: "stated", file: data.rollCalls.file, line: row.line },
      columns: Object.fromEntries(totals.flatMap((total) => (row[total] === null ? [] : [[total, row[total]]]))),
      completes: totals.every((total) => onRecord[total] === null || sameTotal(total, onRecord, row)),
      what: `stated totals of roll call ${row.rcid}`,
      before: totals.map((total) => onRecord[total] ?? "").join("-"),
      after: totals.map((total) => row[total] ?? onRecord[total] ?? "").join("-"),
    },
  ];
}

/** Where the numbers differ, that is the difference, and the names belong to it. Names alone may be what an earlier version left out. */
function absenceDifferences(
  { row, id, onRecord }: KnownRollCall,
  { absences, data }: Compared,
  named: readonly AbsentMember[],
): Correction[] {
  const absent = absences?.get(row.rcid);
  if (!absent || !data.absences) return [];
  const { members, lines } = absent;
  const at = { list: "rollCalls", id, members, file: data.absences.file, line: lines[0] ?? 0 } as const;
  if (onRecord.countedAbsent !== lines.length) {
    return [
      {
        ...{ ...at, field: "absent", columns: { countedAbsent: lines.length } },
        completes: onRecord.countedAbsent === null && named.length === 0,
        what: `absences in roll call ${row.rcid}`,
        before: onRecord.countedAbsent === null ? null : String(onRecord.countedAbsent),
        after: String(lines.length),
      },
    ];
  }
  const [before, after] = [without(named, members), without(members, named)];
  // A source's word is more than what was inferred, and what is inferred adds nothing to it.
  const confirmed = members.filter(
    ({ slug, basis }) => basis === "RECORDED" && named.some((one) => one.slug === slug && one.basis === "DERIVED"),
  );
  const isSame = before.length + after.length === 0;
  if (isSame && confirmed.length === 0) return [];
  return [
    {
      ...{ ...at, field: "absences", columns: {}, members: isSame ? named.map(withWordOf(confirmed)) : members },
      completes: named.length === 0 || isSame,
      what: `members absent from roll call ${row.rcid}`,
      before: isSame ? slugsOf(confirmed, " (derived)") : slugsOf(before),
      after: slugsOf(isSame ? confirmed : after),
    },
  ];
}

const without = (some: readonly AbsentMember[], others: readonly AbsentMember[]): AbsentMember[] => {
  const slugs = new Set(others.map(({ slug }) => slug));
  return some.filter(({ slug }) => !slugs.has(slug));
};

const withWordOf =
  (confirmed: readonly AbsentMember[]) =>
  (member: AbsentMember): AbsentMember =>
    confirmed.find(({ slug }) => slug === member.slug) ?? member;

const slugsOf = (members: readonly AbsentMember[], more = ""): string =>
  members.map(({ slug }) => `${slug}${more}`).join(", ");

/** Who is on record as absent, by roll call. */
async function absencesOnRecord(
  session: BulkSession,
  kept: readonly KeptRollCall[],
): Promise<ReadonlyMap<string, readonly AbsentMember[]>> {
  const ids = kept.flatMap(({ kind, id }) => (kind === "known" ? [id] : []));
  if (ids.length === 0) return new Map();
  const rows = await session.query<{ id: string; members: AbsentMember[] }>(sql`
    select l."rollCallId" as id,
      json_agg(json_build_object('actorId', a.id, 'slug', a.slug, 'basis', l.basis) order by a.slug) as members
    from "RollCallAbsence" l join "Actor" a on a.id = l."actorId"
    where l."rollCallId" = any(${ids}::uuid[]) group by l."rollCallId"`);
  return new Map(rows.map(({ id, members }) => [id, members]));
}

const totals = ["statedYes", "statedNo", "statedAbstain"] as const;

const sameTotal = (total: (typeof totals)[number], known: RollCallOnRecord, row: RollCallRow): boolean =>
  row[total] === null || known[total] === row[total];

export const sameTally = (known: RollCallOnRecord, row: RollCallRow): boolean =>
  totals.every((total) => sameTotal(total, known, row));

/** A title comes from two columns, so a release that lacks one of them says nothing about it. */
function textDifferences({ row, proposalId, text }: KeptRollCall, { onRecord, data }: Compared): Correction[] {
  const proposal = onRecord.proposalsById.get(proposalId);
  if (!proposal?.ours || !text) return [];
  const completesTitle = text.completes(proposal.title);
  const isComplete = (row.short !== "" && row.text !== "") || completesTitle;
  const hadNoVote = proposal.note?.endsWith(`${withoutVote}.`) ?? false;
  const at = { list: "proposals", id: proposalId, file: data.rollCalls.file, line: row.line } as const;
  const difference = (field: "title" | "summary" | "note" | "status", completes: boolean): Correction[] => {
    const [before, after] = [proposal[field], text[field]];
    if (after === null || before === after) return [];
    const change = { columns: { [field]: after }, completes, before, after };
    return [{ ...at, field, what: `${field} of ${proposal.slug}`, ...change }];
  };
  return [
    ...(["title", "summary"] as const).flatMap((field) => {
      // Earlier versions recorded control characters.
      const written = printable(proposal[field] ?? "");
      const isRepaired = written.replace(/\s+/g, " ").trim() === text[field];
      if (!isComplete && !isRepaired) return [];
      return difference(field, isRepaired || (field === "title" ? completesTitle : proposal.summary === null));
    }),
    ...(hadNoVote ? [...difference("note", true), ...difference("status", true)] : []),
  ];
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
    const change = { columns: { stance: incoming }, completes: false, before: recorded, after: incoming };
    return [{ list: "positions", field: "stance", id, retracted, file, line, what, ...change }];
  });
}
