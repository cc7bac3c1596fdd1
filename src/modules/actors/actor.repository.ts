import { inSight, isAmong, orTrue } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import { EntityTable } from "../../db/entity-table.js";
import type { Prisma } from "../../db/generated/client.js";
import { groupByParent } from "../../db/group.js";
import type { ListQuery } from "../../db/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { actorMatches, affiliationMatches, heldOn } from "./actor.filter.js";
import { type ActorsArgs, type AffiliationsArgs, actorOrder, affiliationOrder } from "./actor.input.js";
import { Actor } from "./actor.type.js";
import { ActorName } from "./actor-name.type.js";
import { ActorTable } from "./actor-table.repository.js";
import { Affiliation } from "./affiliation.type.js";
import { ExternalCode } from "./external-code.type.js";

export const actorTable = new ActorTable(Actor, [
  "slug",
  "kind",
  "name",
  "description",
  "existedDuring",
] satisfies Prisma.ActorScalarFieldEnum[]);

export const affiliationTable = new EntityTable(Affiliation, [
  "memberId",
  "organizationId",
  "kind",
  "role",
  "acting",
  "during",
] satisfies Prisma.AffiliationScalarFieldEnum[]);

/**
 * The list of actors that match the arguments and `condition`, which may name the actor's table `actor` and, in a nested
 * field, the parent `parent`. For every field that returns actors.
 */
export function actorList(
  { where, orderBy, includeRetracted }: ActorsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery<Actor> {
  const actor = raw("actor");
  return {
    rows: sql`${actor}.*`,
    select: actorTable.select(actor),
    from: sql`"Actor" actor`,
    where: sql`${inSight(actor, includeRetracted)} and ${condition} and ${orTrue(actorMatches(where, actor, asOf))}`,
    sort: actorOrder.sort(orderBy, actor),
    node: actorTable.instance,
  };
}

/** The members of each organisation on a day. */
export function memberList(args: ActorsArgs, day: string): ListQuery<Actor> {
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
): ListQuery<Affiliation> {
  const affiliation = raw("affiliation");
  const own: Sql = end === "ORGANIZATION" ? sql`affiliation."organizationId"` : sql`affiliation."memberId"`;
  return {
    rows: sql`${affiliation}.*`,
    select: affiliationTable.select(affiliation),
    from: sql`"Affiliation" affiliation`,
    where: sql`${own} = parent."id" and ${inSight(affiliation, includeRetracted)}
      and ${asOf === undefined ? sql`true` : heldOn(affiliation, asOf)}
      and ${orTrue(affiliationMatches(where, affiliation, asOf))}`,
    sort: affiliationOrder.sort(orderBy, affiliation),
    node: affiliationTable.instance,
  };
}

/** The other names of each actor, as they were listed: one statement. */
export async function namesOf(database: Database, actors: readonly string[]): Promise<ActorName[][]> {
  const rows = await database.query<ActorName & { parent: string }>(
    sql`select "actorId" as "parent", "value", "language", "kind", "during" from "ActorName"
      where ${isAmong(sql`"actorId"`, actors)} order by "actorId", "ordinal"`,
  );
  return groupByParent(rows, actors);
}

/** The codes of each actor, as they were listed: one statement. */
export async function codesOf(database: Database, actors: readonly string[]): Promise<ExternalCode[][]> {
  const rows = await database.query<ExternalCode & { parent: string }>(
    sql`select "actorId" as "parent", "scheme", "value", "during" from "ExternalCode"
      where ${isAmong(sql`"actorId"`, actors)} order by "actorId", "ordinal"`,
  );
  return groupByParent(rows, actors);
}
