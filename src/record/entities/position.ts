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
    statement: reference(
      "statements",
      "Slug of the statement that shows the position, for the basis STATEMENT.",
    ).optional(),
    rollCall: reference(
      "rollCalls",
      "Slug of the roll call that shows the position, for the basis VOTE or ADOPTION.",
    ).optional(),
    policyAction: reference(
      "policyActions",
      "Slug of the policy action that shows the position, for the basis ACTION.",
    ).optional(),
  },
  "The statement, roll call or policy action that shows the position.",
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
    holder: reference("actors", "Slug of the actor that the position binds: a state, not its minister."),
    through: reference(
      "actors",
      "Slug of the actor through which the holder took the position, such as the administration.",
    ).optional(),
    subject: reference("subjects", "Slug of a proposal or a policy action."),
    stance: z
      .enum(Stance)
      .describe(
        "The stance. 'Will examine it' is UNDECIDED. Do not record a position for an actor that has said nothing.",
      ),
    basis: z
      .enum(PositionBasis)
      .describe("The kind of evidence: a statement, a vote, a sponsorship, a body's adoption, a policy action."),
    conditions: text("The conditions that the holder set.").optional(),
    since: date("The date since which the position has been held."),
    evidence: evidence.optional(),
    note: text("A note on what is uncertain in the record.").optional(),
    sources: sources("The sources of the position, in addition to those of the evidence.").optional(),
  })
  .superRefine(({ basis, stance, evidence: given }, context) => {
    const kind = given && Object.keys(given)[0];
    if (kind && kind !== evidenceOf[basis]) {
      const wanted = evidenceOf[basis]
        ? `${evidenceOf[basis]}: …`
        : "no evidence, because the proposal lists its sponsors";
      refuse(
        context,
        `a ${kind} cannot be the evidence for a position with the basis ${basis}`,
        `${basis} requires ${wanted}`,
        ["evidence"],
      );
    }
    if (basis === "VOTE" && (stance === "UNDECIDED" || stance === "CONDITIONALLY_SUPPORTS")) {
      refuse(context, `a vote cannot have the stance ${stance}`, "A vote is SUPPORTS, OPPOSES or ABSTAINS", ["stance"]);
    }
  })
  .meta({ id: "Position", description: "The stance of an actor on a proposal or a policy action, with its evidence." });

/** A position is identified by holder, subject, basis and evidence; without evidence, by the day since when it is held. */
export const positions = defineEntity({
  list: "positions",
  kind: "POSITION",
  table: "Position",
  prefix: "position",
  field: "position",
  noun: "a position",
  slugSpace: null,
  about: "Positions: the stance of an actor on a subject, since when and on what evidence.",
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
