import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { PlannedProposal, PlannedRollCall } from "../plan/plan.js";
import { recordTopics, type TopicPlan } from "../plan/topics.js";
import { recordRevisions } from "./record-revisions.js";
import type { Absences, AbsentMember } from "./resolve-votes.js";

export type NewRollCall = Extract<PlannedRollCall, { kind: "new" }>;

/** What the import adds beside the votes. */
export interface Catalogue {
  readonly proposals: readonly PlannedProposal[];
  readonly rollCalls: readonly NewRollCall[];
  /** Undefined where the data has no table of them. */
  readonly absences: ReadonlyMap<number, Absences> | undefined;
  readonly topics: TopicPlan;
  readonly sourceId: string;
  readonly bodyId: string;
}

const inferredPart =
  "Inferred: several roll calls share the resolution's number, and separate votes come before the whole.";

/** Records proposals and roll calls with what belongs to them. */
export async function recordCatalogue(session: BulkSession, catalogue: Catalogue): Promise<void> {
  const { proposals, rollCalls, sourceId } = catalogue;
  await session.copy(
    "Proposal",
    ["id", "slug", "title", "kind", "status", "summary", "note"],
    proposals.map(({ id, slug, title, kind, status, summary, note }) => [id, slug, title, kind, status, summary, note]),
  );
  await session.copy(
    "ProposalRelation",
    ["proposalId", "relatedId", "kind", "ordinal", "note"],
    proposals.flatMap(({ id, partOf }) =>
      partOf ? [[id, partOf.id, "PART_OF", 0, partOf.inferred ? inferredPart : null]] : [],
    ),
  );
  await session.copy(
    "ProposalSource",
    ["proposalId", "sourceId", "ordinal"],
    proposals.map(({ id }) => [id, sourceId, 0]),
  );
  await recordTopics(session, catalogue.topics);
  await recordRollCalls(session, catalogue);
  await recordRevisions(
    session,
    "proposals",
    proposals.map(({ id }) => id),
  );
  await recordRevisions(
    session,
    "rollCalls",
    rollCalls.map(({ id }) => id),
  );
}

async function recordRollCalls(session: BulkSession, { rollCalls, absences, bodyId, sourceId }: Catalogue) {
  await session.copy(
    "RollCall",
    [
      ...["id", "slug", "proposalId", "bodyId", "heldOn", "heldOnEarliest", "heldOnLatest", "session", "number"],
      ...["statedYes", "statedNo", "statedAbstain", "countedAbsent", "note"],
    ],
    rollCalls.map(({ id, slug, proposalId, row }) => {
      const absent = absences?.get(row.rcid);
      const { heldOn } = row;
      return [
        ...[
          id,
          slug,
          proposalId,
          bodyId,
          heldOn.text,
          heldOn.earliest,
          heldOn.latest,
          row.session,
          row.numbered ? row.rcid : null,
        ],
        ...[row.statedYes, row.statedNo, row.statedAbstain, absences ? (absent?.lines.length ?? 0) : null],
        noteOf(row, absent),
      ];
    }),
  );
  await recordAbsences(
    session,
    rollCalls.map(({ id, row }) => ({ id, members: absences?.get(row.rcid)?.members ?? [] })),
  );
  await session.copy(
    "RollCallSource",
    ["rollCallId", "sourceId", "ordinal"],
    rollCalls.map(({ id }) => [id, sourceId, 0]),
  );
}

/** Records who was absent from roll calls that have nobody on record as absent. */
export const recordAbsences = (
  session: BulkSession,
  rollCalls: readonly { readonly id: string; readonly members: readonly AbsentMember[] }[],
): Promise<void> =>
  session.copy(
    "RollCallAbsence",
    ["rollCallId", "actorId", "basis", "ordinal"],
    rollCalls.flatMap(({ id, members }) =>
      members.map(({ actorId, basis }, ordinal) => [id, actorId, basis, ordinal] as const),
    ),
  );

function noteOf({ heldOn, resolution }: NewRollCall["row"], absent: Absences | undefined): string | null {
  const notes = [
    ...(resolution === "" ? [] : [`Resolution number in the data: ${resolution}.`]),
    ...(heldOn.note === undefined ? [] : [heldOn.note]),
    ...(absent && absent.derived > 0
      ? [`${absent.derived} of the absences are derived: the member has no vote here and had voted before.`]
      : []),
  ];
  return notes.length > 0 ? notes.join(" ") : null;
}
