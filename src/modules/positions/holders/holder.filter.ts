import { allOf, anyOf, type Condition, isNot, oneOf, orTrue } from "../../../db/conditions.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { stands } from "../position/position.filter.js";
import type { HeldPosition, HolderFilter } from "./holder.input.js";

/**
 * Whether the actor in a table under this alias holds, and is to take part in, what a filter says: all of the filter but
 * its field `actor`. Undefined where that demands nothing.
 */
export function holderMatches(where: HolderFilter | null | undefined, actor: Sql, asOf: string | undefined): Condition {
  if (!where) return undefined;
  const { participantIn, all, any, none } = where;
  const held = (positions: HeldPosition[]): Sql[] => positions.map((position) => holds(actor, position, asOf));
  return allOf([
    participantIn != null && takesPart(actor, participantIn, where.participantRoles),
    all && allOf(held(all)),
    any && anyOf(held(any)),
    none && isNot(anyOf(held(none))),
  ]);
}

function holds(actor: Sql, { subject, stances, bases }: HeldPosition, asOf: string | undefined): Sql {
  const position = raw("position");
  const conditions = allOf([
    stands(position, asOf),
    oneOf(sql`position."stance"`, stances, "Stance"),
    oneOf(sql`position."basis"`, bases, "PositionBasis"),
  ]);
  return sql`${actor}."id" in (select position."holderId" from "Position" position
    where position."subjectId" = (${subjectWithSlug(subject)}) and ${conditions})`;
}

function subjectWithSlug(slug: string): Sql {
  return sql`select proposal."id" from "Proposal" proposal where proposal."slug" = ${slug} and proposal."retractedAt" is null
    union all select action."id" from "PolicyAction" action where action."slug" = ${slug} and action."retractedAt" is null`;
}

function takesPart(actor: Sql, proposal: string, roles: readonly string[] | null | undefined): Sql {
  return sql`${actor}."id" in (select participation."actorId" from "Participation" participation
    join "Proposal" proposal on proposal."id" = participation."proposalId"
    where proposal."slug" = ${proposal} and proposal."retractedAt" is null
    and ${orTrue(oneOf(sql`participation."role"`, roles, "ParticipationRole"))})`;
}
