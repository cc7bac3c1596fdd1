import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { PositionBasis, Stance } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, refuse, text } from "../format/fields.js";
import { exactlyOne } from "../format/one-of.js";
import { reference, sources } from "../format/reference.js";
import { dateColumns, slugOf, sourceSlugs } from "../store/columns.js";
import { defineEntity, sourceRows } from "./define.js";

const evidence = exactlyOne(
  {
    statement: reference("statements", "Slug of the statement that says it (basis STATEMENT).").optional(),
    rollCall: reference("rollCalls", "Slug of the roll call that records it (basis VOTE or ADOPTION).").optional(),
    policyAction: reference("policyActions", "Slug of the policy action that shows it (basis ACTION).").optional(),
  },
  "What the position rests on.",
);

type Evidence = keyof z.output<typeof evidence>;

const evidenceOf: Record<PositionBasis, Evidence | undefined> = {
  STATEMENT: "statement",
  VOTE: "rollCall",
  ADOPTION: "rollCall",
  ACTION: "policyAction",
  SPONSORSHIP: undefined,
};

const format = z
  .strictObject({
    holder: reference("actors", "Slug of the actor that the position binds: a state rather than its minister."),
    through: reference("actors", "Slug of the actor through which it is held: the administration.").optional(),
    subject: reference("subjects", "Slug of a proposal or a policy action."),
    stance: z.enum(Stance).describe("'Will examine it' is UNDECIDED; saying nothing is no position."),
    basis: z
      .enum(PositionBasis)
      .describe("What shows the position: words, a vote, sponsoring, a body's adoption, a deed."),
    conditions: text("Under which conditions it is held.").optional(),
    since: date("Since when it has been held."),
    evidence: evidence.optional(),
    note: text("What is uncertain about it.").optional(),
    sources: sources("Where it is written, if not in the evidence.").optional(),
  })
  .superRefine(({ basis, stance, evidence: given }, context) => {
    const kind = given && Object.keys(given)[0];
    if (kind && kind !== evidenceOf[basis]) {
      const wanted = evidenceOf[basis]
        ? `${evidenceOf[basis]}: …`
        : "no evidence: the proposal itself names its sponsors";
      refuse(context, `a ${kind} is no evidence for a position by ${basis}`, `${basis} wants ${wanted}`, ["evidence"]);
    }
    if (basis === "VOTE" && (stance === "UNDECIDED" || stance === "CONDITIONALLY_SUPPORTS")) {
      refuse(context, `nobody votes ${stance}`, "A vote is SUPPORTS, OPPOSES or ABSTAINS", ["stance"]);
    }
  })
  .meta({ id: "Position", description: "Where an actor stands on a proposal or a policy action, on what evidence." });

/** A position is told by holder, subject, basis and evidence, or without evidence the day since when it is held. */
export const positions = defineEntity({
  list: "positions",
  kind: "POSITION",
  table: "Position",
  prefix: "position",
  field: "position",
  noun: "a position",
  slugSpace: null,
  about: "Who stands where, since when, on what evidence.",
  format,
  keyed: {
    field: "holder",
    column: "holderId",
    keyNoun: "holder, subject, basis and evidence",
    key: ({ holder, subject, basis, evidence, since }) => [
      holder,
      subject,
      basis,
      evidence ? Object.entries(evidence)[0] : since,
    ],
    order: sql`t."sinceLatest", t."recordedAt", t.id`,
    // Of two since the same day, the one recorded last stands: so those on one subject stay in the order of `order`.
    exportKey: ({ holder, subject }) => `${holder} ${subject}`,
  },
  entry: sql`json_build_object(
    'holder', ${slugOf("Actor", "holderId")}, 'through', ${slugOf("Actor", "throughId")},
    'subject', coalesce(${slugOf("Proposal", "proposalId")}, ${slugOf("PolicyAction", "policyActionId")}),
    'stance', t.stance, 'basis', t.basis, 'conditions', t.conditions, 'since', t.since,
    'evidence', json_build_object('statement', ${slugOf("Statement", "evidenceStatementId")},
      'rollCall', ${slugOf("RollCall", "evidenceRollCallId")},
      'policyAction', ${slugOf("PolicyAction", "evidencePolicyActionId")}),
    'note', t.note, 'sources', ${sourceSlugs("PositionSource", "positionId")})`,
  row(entry, ids) {
    const { proposalId, policyActionId } = ids.subject(entry.subject);
    return {
      holderId: ids.of("actors", entry.holder),
      throughId: ids.optional("actors", entry.through),
      proposalId,
      policyActionId,
      subjectId: proposalId ?? policyActionId ?? "",
      stance: entry.stance,
      basis: entry.basis,
      conditions: entry.conditions,
      ...dateColumns("since", entry.since),
      evidenceStatementId: ids.optional("statements", entry.evidence?.statement),
      evidenceRollCallId: ids.optional("rollCalls", entry.evidence?.rollCall),
      evidencePolicyActionId: ids.optional("policyActions", entry.evidence?.policyAction),
      note: entry.note,
    } satisfies Prisma.PositionCreateManyInput;
  },
  links: [{ table: "PositionSource", owner: "positionId", rows: sourceRows }],
});
