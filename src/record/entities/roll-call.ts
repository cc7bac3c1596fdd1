import { z } from "zod";
import type { Prisma } from "../../db/generated/client.js";
import { AbsenceBasis, RollCallOutcome } from "../../db/generated/enums.js";
import { sql } from "../../db/sql.js";
import { date, eachOnce, slug, text } from "../format/fields.js";
import { reference, sources } from "../format/reference.js";
import { dateColumns, slugOf, sourceSlugs } from "../store/columns.js";
import { defineEntity, sourceRows } from "./define.js";

const count = (description: string) => z.int().min(0).max(100_000).describe(description);

const stated = z
  .strictObject({
    yes: count("The number of votes in favour.").optional(),
    no: count("The number of votes against.").optional(),
    abstain: count("The number of abstentions.").optional(),
    absent: count("The number of members that were absent or did not vote.").optional(),
  })
  .describe(
    "The result as the record states it. The votes themselves are recorded as positions and counted separately.",
  );

const absence = z
  .strictObject({
    actor: reference("actors", "Slug of the member that took no part in the roll call."),
    basis: z.enum(AbsenceBasis).describe("Whether a source lists the member as absent, or the absence is inferred."),
  })
  .describe("A member of the body that took no part in the roll call.");

const format = z
  .strictObject({
    slug: slug("The roll call's slug, by which other entries refer to it."),
    proposal: reference("proposals", "Slug of the proposal that was voted on."),
    body: reference("actors", "Slug of the actor whose members voted."),
    meeting: reference("meetings", "Slug of the meeting at which the vote was taken.").optional(),
    heldOn: date("When the vote was taken."),
    session: z.int().min(1).max(10_000).describe("The session of the body.").optional(),
    number: z.int().min(1).max(1_000_000).describe("The number of the roll call, as the body counts them.").optional(),
    stated: stated.optional(),
    absent: count("The number of members that are recorded as absent. An absence is not a position.").optional(),
    absences: z
      .array(absence)
      .superRefine(eachOnce(({ actor }) => actor))
      .describe("The members that took no part. `absent` may count more members than are listed here.")
      .optional(),
    outcome: z
      .enum(RollCallOutcome)
      .describe("The outcome, if one of the sources states it. If omitted, the outcome is derived if it is certain.")
      .optional(),
    note: text("A note on what is uncertain in the record.").optional(),
    sources: sources("The sources of this record.").optional(),
  })
  .meta({ id: "RollCall", description: "A recorded vote of a body on a proposal." });

export const rollCalls = defineEntity({
  list: "rollCalls",
  kind: "ROLL_CALL",
  table: "RollCall",
  prefix: "roll_call",
  field: "rollCall",
  noun: "a roll call",
  slugSpace: "rollCalls",
  about: "Recorded votes. The vote of each member is a position.",
  format,
  entry: sql`json_build_object(
    'slug', t.slug, 'proposal', ${slugOf("Proposal", "proposalId")}, 'body', ${slugOf("Actor", "bodyId")},
    'meeting', ${slugOf("Meeting", "meetingId")}, 'heldOn', t."heldOn", 'session', t.session, 'number', t.number,
    'stated', json_build_object('yes', t."statedYes", 'no', t."statedNo", 'abstain', t."statedAbstain",
      'absent', t."statedAbsent"),
    'absent', t."countedAbsent",
    'absences', (select json_agg(json_build_object('actor', a.slug, 'basis', l.basis) order by l.ordinal)
      from "RollCallAbsence" l join "Actor" a on a.id = l."actorId" where l."rollCallId" = t.id),
    'outcome', t.outcome, 'note', t.note, 'sources', ${sourceSlugs("RollCallSource", "rollCallId")})`,
  row: (entry, ids) =>
    ({
      slug: entry.slug,
      proposalId: ids.of("proposals", entry.proposal),
      bodyId: ids.of("actors", entry.body),
      meetingId: ids.optional("meetings", entry.meeting),
      ...dateColumns("heldOn", entry.heldOn),
      session: entry.session,
      number: entry.number,
      statedYes: entry.stated?.yes,
      statedNo: entry.stated?.no,
      statedAbstain: entry.stated?.abstain,
      statedAbsent: entry.stated?.absent,
      countedAbsent: entry.absent,
      outcome: entry.outcome,
      note: entry.note,
    }) satisfies Prisma.RollCallCreateManyInput,
  links: [
    {
      table: "RollCallAbsence",
      owner: "rollCallId",
      rows: ({ absences = [] }, ids) =>
        absences.map(({ actor, basis }) => ({ actorId: ids.of("actors", actor), basis })),
    },
    { table: "RollCallSource", owner: "rollCallId", rows: sourceRows },
  ],
});
