import type { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { type ListStorage, sourceRows } from "./list-storage.js";
import { dateColumns } from "./sql/date-columns.js";
import { slugOf, sourceSlugs } from "./sql/entry-sql.js";

export const rollCalls: ListStorage<"rollCalls"> = {
  kind: "ROLL_CALL",
  table: "RollCall",
  entry: sql`json_build_object(
    'slug', t.slug, 'proposal', ${slugOf("Proposal", "proposalId")}, 'body', ${slugOf("Actor", "bodyId")},
    'meeting', ${slugOf("Meeting", "meetingId")}, 'heldOn', t."heldOn", 'session', t.session, 'number', t.number,
    'stated', json_build_object('yes', t."statedYes", 'no', t."statedNo", 'abstain', t."statedAbstain",
      'absent', t."statedAbsent"),
    'absent', t."countedAbsent",
    'absences', (select json_agg(json_build_object('actor', a.slug, 'basis', l.basis) order by l.ordinal)
      from "RollCallAbsence" l join "Actor" a on a.id = l."actorId" where l."rollCallId" = t.id),
    'note', t.note, 'sources', ${sourceSlugs("RollCallSource", "rollCallId")})`,
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
};
