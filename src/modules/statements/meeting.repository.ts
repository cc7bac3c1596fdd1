import { inSight, orTrue } from "../../db/conditions.js";
import { EntityTable } from "../../db/entity-table.js";
import type { Prisma } from "../../db/generated/client.js";
import type { ListQuery } from "../../db/page.js";
import { raw, sql } from "../../db/sql.js";
import { meetingMatches } from "./meeting.filter.js";
import { type MeetingsArgs, meetingOrder } from "./meeting.input.js";
import { Meeting } from "./meeting.type.js";

export const meetingTable = new EntityTable(Meeting, [
  "slug",
  "title",
  "bodyId",
  "heldOn",
  "place",
  "symbol",
] satisfies Prisma.MeetingScalarFieldEnum[]);

/** The list that `meetings` shows. */
export function meetingList(
  { where, orderBy, includeRetracted }: MeetingsArgs,
  asOf: string | undefined,
): ListQuery<Meeting> {
  const meeting = raw("meeting");
  return {
    rows: sql`${meeting}.*`,
    select: meetingTable.select(meeting),
    from: sql`"Meeting" meeting`,
    where: sql`${inSight(meeting, includeRetracted)} and ${orTrue(meetingMatches(where, meeting, asOf))}`,
    sort: meetingOrder.sort(orderBy, meeting),
    node: meetingTable.instance,
  };
}
