import { inSight, orTrue } from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { tableOf } from "../../graphql/entity-table.js";
import {
  type ActorsArgs,
  type AffiliationsArgs,
  actorMatches,
  actorOrder,
  affiliationMatches,
  affiliationOrder,
  heldOn,
} from "./actor.input.js";

export const actorTable = tableOf("actors");

export const affiliationTable = tableOf("affiliations");

/**
 * The list of actors that match the arguments and `condition`, which may name the actor's table `actor` and, in a nested
 * field, the parent `parent`. For every field that returns actors.
 */
export function actorList(
  { where, orderBy, includeRetracted }: ActorsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery {
  const actor = raw("actor");
  return {
    rows: sql`${actor}.*`,
    from: sql`"Actor" actor`,
    where: sql`${inSight(actor, includeRetracted)} and ${condition} and ${orTrue(actorMatches(where, actor, asOf))}`,
    sort: actorOrder.sort(orderBy, actor),
  };
}

/** The members of each organisation on a day. */
export function memberList(args: ActorsArgs, day: string): ListQuery {
  return actorList(
    args,
    day,
    sql`actor."id" in (select membership."memberId" from "Affiliation" membership
      where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP'
      and membership."retractedAt" is null and ${heldOn(raw("membership"), day)})`,
  );
}

/** The affiliations of each actor, at the end of them that the arguments name. */
export function affiliationList(
  { end, where, orderBy, includeRetracted }: AffiliationsArgs,
  asOf: string | undefined,
): ListQuery {
  const affiliation = raw("affiliation");
  const own: Sql = end === "ORGANIZATION" ? sql`affiliation."organizationId"` : sql`affiliation."memberId"`;
  return {
    rows: sql`${affiliation}.*`,
    from: sql`"Affiliation" affiliation`,
    where: sql`${own} = parent."id" and ${inSight(affiliation, includeRetracted)}
      and ${asOf === undefined ? sql`true` : heldOn(affiliation, asOf)}
      and ${orTrue(affiliationMatches(where, affiliation, asOf))}`,
    sort: affiliationOrder.sort(orderBy, affiliation),
  };
}
