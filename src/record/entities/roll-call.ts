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
    yes: count("Votes in favour.").optional(),
    no: count("Votes against.").optional(),
    abstain: count("Abstentions.").optional(),
    absent: count("Members that were absent or did not vote.").optional(),
  })
  .describe("The result as the record states it; votes are recorded as positions, and counted beside it.");

const absence = z
  .strictObject({
    actor: reference("actors", "Slug of the member that took no part."),
    basis: z.enum(AbsenceBasis).describe("Whether a source lists it as absent, or it follows from other facts."),
  })
  .describe("A member of the body that took no part in the roll call.");

const format = z
  .strictObject({
    slug: slug("What other entries call this roll call."),
    proposal: reference("proposals", "Slug of what was voted on."),
    body: reference("actors", "Slug of the actor whose members voted."),
    meeting: reference("meetings", "Slug of the meeting at which the vote was taken.").optional(),
    heldOn: date("When the vote was taken."),
    session: z.int().min(1).max(10_000).describe("The body's session.").optional(),
    number: z.int().min(1).max(1_000_000).describe("The number of the roll call, as the record counts.").optional(),
    stated: stated.optional(),
    absent: count("How many members are on record as absent: an absence is not a position.").optional(),
    absences: z
      .array(absence)
      .superRefine(eachOnce(({ actor }) => actor))
      .describe("The members that took no part, by name. `absent` may count more than are named here.")
      .optional(),
    outcome: z
      .enum(RollCallOutcome)
      .describe("What it decided, where one of its sources says so. Left out, it is derived where that is certain.")
      .optional(),
    note: text("What is uncertain about it.").optional(),
    sources: sources("Where it is written.").optional(),
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
  about: "Recorded votes; who voted how are positions.",
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
