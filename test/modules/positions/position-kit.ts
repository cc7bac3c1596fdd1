import type { Database } from "../../../src/db/database.js";
import type { Prisma } from "../../../src/db/generated/client.js";
import { days } from "../../support/edtf-columns.js";
import { retracted, type Seeded, seedKit } from "../../support/seed-kit.js";

export type PositionSeed = Pick<Prisma.PositionUncheckedCreateInput, "id" | "stance" | "conditions" | "note"> & {
  holder: Seeded;
  through?: Seeded;
  /** One of these two is the subject. */
  proposal?: Seeded;
  policyAction?: Seeded;
  basis?: Prisma.PositionUncheckedCreateInput["basis"];
  since?: string;
  /** When it was recorded, to order positions of one day. */
  recordedAt?: string;
  evidence?: { statement?: Seeded; rollCall?: Seeded; policyAction?: Seeded };
  retracted?: boolean;
};

type RollCallSeed = Pick<
  Prisma.RollCallUncheckedCreateInput,
  | "session"
  | "number"
  | "statedYes"
  | "statedNo"
  | "statedAbstain"
  | "statedAbsent"
  | "countedAbsent"
  | "outcome"
  | "note"
> & { slug?: string; proposal: Seeded; body: Seeded; meeting?: Seeded; heldOn?: string; sources?: Seeded[] };

/** A position's row. */
export function positionRow(seed: PositionSeed) {
  const { holder, through, proposal, policyAction, since = "2021-01-26", recordedAt, evidence, ...own } = seed;
  const subject = proposal ?? policyAction;
  if (!subject) throw new Error("A position has a subject");
  return {
    basis: "STATEMENT" as const,
    ...own,
    holderId: holder.id,
    throughId: through?.id ?? null,
    proposalId: proposal?.id ?? null,
    policyActionId: policyAction?.id ?? null,
    subjectId: subject.id,
    evidenceStatementId: evidence?.statement?.id ?? null,
    evidenceRollCallId: evidence?.rollCall?.id ?? null,
    evidencePolicyActionId: evidence?.policyAction?.id ?? null,
    recordedAt: new Date(recordedAt ?? "2021-02-01T00:00:00Z"),
    ...days("since", since),
    ...(own.retracted ? retracted : { retractedAt: null, retractionReason: null }),
    retracted: undefined,
  };
}

/** The kit of all tests, and what this module adds to it. */
export function positionKit(database: Database) {
  const { prisma } = database;
  let rollCalls = 0;
  return {
    ...seedKit(database),

    position: (seed: PositionSeed, sources: Seeded[] = []): Promise<{ id: string }> =>
      prisma.position.create({
        data: {
          ...positionRow(seed),
          sources: { create: sources.map(({ id }, ordinal) => ({ sourceId: id, ordinal })) },
        },
      }),

    positions: (seeds: PositionSeed[]): Promise<unknown> =>
      prisma.position.createMany({ data: seeds.map(positionRow) }),

    rollCall: ({ slug, proposal, body, meeting, heldOn = "2021-01-26", sources = [], ...seed }: RollCallSeed) => {
      rollCalls += 1;
      return prisma.rollCall.create({
        data: {
          ...seed,
          slug: slug ?? `roll-call-${rollCalls}`,
          proposalId: proposal.id,
          bodyId: body.id,
          meetingId: meeting?.id ?? null,
          ...days("heldOn", heldOn),
          sources: { create: sources.map(({ id }, ordinal) => ({ sourceId: id, ordinal })) },
        },
      }) as Promise<Seeded>; // a row has more than an id and a slug
    },
  };
}
