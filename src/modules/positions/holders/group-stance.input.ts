import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { PositionBasis, Stance } from "../../../db/generated/enums.js";
import { allOf, oneOf } from "../../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { heldOn, isMembershipOf, memberIds, today } from "../../actors/index.js";
import { lastDays, ProposalsArgs, proposalDate } from "../../proposals/index.js";
import { memberBits } from "../bits/subject-stances.repository.js";
import { asOfDescription, stands } from "../position/position.input.js";

export const GroupShare = { ALL: "ALL", MAJORITY: "MAJORITY", ANY: "ANY", NONE: "NONE" } as const;
export type GroupShare = (typeof GroupShare)[keyof typeof GroupShare];

registerEnumType(GroupShare, {
  name: "GroupShare",
  description: "A share of a group's members. All members count, including those without a position.",
  valuesConfig: {
    ALL: { description: "Every member." },
    MAJORITY: { description: "More than half of the members." },
    ANY: { description: "At least one member." },
    NONE: { description: "No member." },
  },
});

@InputType({ description: "A condition on the stances of a group's members, by their standing positions." })
export class GroupStance {
  @Field(() => String, { description: "The slug of the group: an actor that has members." })
  @Names("Actor")
  group: string;

  @Field(() => GroupShare, {
    nullable: true,
    defaultValue: GroupShare.ALL,
    description: "How many of the members must hold one of the stances. Null means the default.",
  })
  share?: GroupShare | null;

  @Field(() => [Stance], { description: "The stances that count." })
  stances: Stance[];

  @Field(() => [PositionBasis], {
    nullable: true,
    description: "Only positions with one of these bases count. Default: any basis.",
  })
  bases?: PositionBasis[] | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The day of the memberships (YYYY-MM-DD). Default: the last day of the proposal's `date`. For an undated proposal: the `asOf` day of the field or the request, or today.",
  })
  memberAt?: string | null;
}

@ArgsType()
export class HeldProposalsArgs extends ProposalsArgs {
  @Field(() => [GroupStance], { description: "The conditions on the groups' stances. All of them must hold." })
  by: GroupStance[];

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

const shares: Record<GroupShare, Sql> = {
  ALL: sql`tally."holding" = tally."members"`,
  MAJORITY: sql`tally."holding" * 2 > tally."members"`,
  ANY: sql`tally."holding" > 0`,
  NONE: sql`tally."holding" = 0`,
};

/** Whether groups stand on a proposal as described. A group without members on the day stands nowhere. */
export function groupsStand(proposal: Sql, stances: readonly GroupStance[], asOf: string | undefined): Sql {
  if (asOf === undefined) return sql`${proposal}."id" in (${standing(stances)})`;
  return allOf([sql`true`, ...stances.map((stance) => groupStands(proposal, stance, asOf))]);
}

/** Of one proposal, by the positions of each member. */
function groupStands(proposal: Sql, stance: GroupStance, asOf: string): Sql {
  const { group, share, stances, bases, memberAt } = stance;
  const day = memberAt ?? sql`coalesce(${proposalDate.latest(proposal)}, ${asOf}::date)`;
  const position = raw("position");
  const holds = allOf([
    sql`position."holderId" = member."memberId"`,
    sql`position."subjectId" = ${proposal}."id"`,
    stands(position, asOf),
    oneOf(sql`position."stance"`, stances, "Stance"),
    oneOf(sql`position."basis"`, bases, "PositionBasis"),
  ]);
  return sql`(select tally."members" > 0 and ${shares[share ?? "ALL"]} from (
    select count(*) as "members", count(position."id") as "holding"
    from (select distinct each."memberId" from (${memberIds(group, day)}) each) member
    left join "Position" position on ${holds}) tally)`;
}

/** Of all proposals at once, by the strings of bits of their holders: a query for the ids of those on which all groups stand so. */
function standing(stances: readonly GroupStance[]): Sql {
  const groups = stances.map(({ group, share, stances, bases, memberAt }) => {
    const day = memberAt == null ? sql`dated."day"` : sql`${memberAt}::date`;
    const counted = allOf([
      oneOf(sql`stances."stance"`, stances, "Stance"),
      oneOf(sql`stances."basis"`, bases, "PositionBasis"),
    ]);
    const days = sql`select distinct ${day} as "day" from dated`;
    return sql`dated."id" in (
      with ${memberBits(group, days, sql`true`)}, size as (
        select held."day", count(distinct membership."memberId") as "members" from (${days}) held
        join "Affiliation" membership on ${isMembershipOf(group)} and ${heldOn(raw("membership"), sql`held."day"`)}
        group by 1
      ), holding as (
        select stances."subjectId", sum(bit_count(stances."holders" & member."holders")) as "holding"
        from dated join "SubjectStances" stances on stances."subjectId" = dated."id"
        join member on member."day" = ${day} and member."part" = stances."part" where ${counted} group by 1
      )
      select tally."id" from (
        select dated."id", size."members", coalesce(holding."holding", 0) as "holding"
        from dated join size on size."day" = ${day} left join holding on holding."subjectId" = dated."id"
      ) tally where ${shares[share ?? "ALL"]})`;
  });
  return sql`with dated as materialized (
      select last."id", coalesce(last."day", ${today()}::date) as "day" from (${lastDays}) last
    ) select dated."id" from dated where ${allOf([sql`true`, ...groups])}`;
}
