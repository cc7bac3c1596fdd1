import { ArgsType, Field, InputType } from "type-graphql";
import { ParticipationRole, PositionBasis, Stance } from "../../../db/generated/enums.js";
import { allOf, anyOf, type Condition, isNot, oneOf, orTrue } from "../../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { ActorFilter, actorOrder } from "../../actors/index.js";
import { asOfDescription, stands } from "../position/position.input.js";

@InputType({
  description:
    "A condition on an actor's standing position on one subject. With `subject` alone, any standing position on it matches.",
})
export class HeldPosition {
  @Field(() => String, { description: "The slug of the subject: a proposal or a policy action." })
  @Names("Proposal", "PolicyAction")
  subject: string;

  @Field(() => [Stance], {
    nullable: true,
    description: "Only positions with one of these stances. Default: any stance.",
  })
  stances?: Stance[] | null;

  @Field(() => [PositionBasis], {
    nullable: true,
    description: "Only positions with one of these bases. Default: any basis.",
  })
  bases?: PositionBasis[] | null;
}

@InputType({
  description: `A filter for actors by the positions that they hold or do not hold. ${filterRule} Actors without any position can match too: for example, actors that were invited to a conference and hold \`none\` on it.`,
})
export class HolderFilter {
  @Field(() => ActorFilter, { nullable: true, description: "Only actors that match this filter." })
  actor?: ActorFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Only participants in the proposal with this slug.",
  })
  @Names("Proposal")
  participantIn?: string | null;

  @Field(() => [ParticipationRole], {
    nullable: true,
    description: "Only participants with one of these roles in `participantIn`. Default: any role.",
  })
  participantRoles?: ParticipationRole[] | null;

  @Field(() => [HeldPosition], { nullable: true, description: "Only actors that hold all of these positions." })
  all?: HeldPosition[] | null;

  @Field(() => [HeldPosition], {
    nullable: true,
    description: "Only actors that hold at least one of these positions.",
  })
  any?: HeldPosition[] | null;

  @Field(() => [HeldPosition], { nullable: true, description: "Only actors that hold none of these positions." })
  none?: HeldPosition[] | null;
}

@ArgsType()
export class HoldersArgs extends ConnectionArgs {
  @Field(() => HolderFilter, { nullable: true, description: "Only actors that match this filter. Default: all." })
  where?: HolderFilter | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` is checked on the same day.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;

  @Field(() => actorOrder.input, { nullable: true, description: "The sort order. Default: by name." })
  orderBy?: InstanceType<typeof actorOrder.input> | null;
}

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
