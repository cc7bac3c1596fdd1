import { ArgsType, Field, InputType } from "type-graphql";
import { allOf, anyOf, type Condition, isNot, liesIn, oneOf, textMatches } from "../../db/reading/conditions.js";
import { type Sql, sql } from "../../db/sql.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders } from "../../graphql/order.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { ActorFilter, actorWithId } from "../actors/index.js";

@InputType({
  description: `A filter for meetings. ${filterRule}`,
})
export class MeetingFilter {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("Meeting")
  slugs?: string[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Only meetings of a body that matches this filter." })
  body?: ActorFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Only those held in this range." })
  heldOn?: DateRange | null;

  @Field(() => TextFilter, { nullable: true, description: "Only meetings whose title or document symbol matches." })
  text?: TextFilter | null;

  @Field(() => [MeetingFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: MeetingFilter[] | null;

  @Field(() => MeetingFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: MeetingFilter | null;
}

export const meetingOrder = orderType(
  "Meeting",
  {
    HELD_ON: {
      description: "The earliest day on which the meeting can have been held.",
      keys: columnKey("heldOnEarliest", "date"),
    },
    TITLE: { description: "The title.", keys: columnKey("title", "text") },
    ...recordingOrders,
  },
  { field: "HELD_ON", direction: "ASC" },
);

@ArgsType()
export class MeetingsArgs extends RetractableArgs {
  @Field(() => MeetingFilter, { nullable: true, description: "Only meetings that match this filter. Default: all." })
  where?: MeetingFilter | null;

  @Field(() => meetingOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the date on which they were held.",
  })
  orderBy?: InstanceType<typeof meetingOrder.input> | null;
}

/**
 * Whether the meeting in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function meetingMatches(
  where: MeetingFilter | null | undefined,
  meeting: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${meeting}."slug"`, where.slugs),
    actorWithId(sql`${meeting}."bodyId"`, where.body, asOf),
    liesIn(where.heldOn, meeting, "heldOn"),
    where.text &&
      anyOf([textMatches(where.text, sql`${meeting}."title"`), textMatches(where.text, sql`${meeting}."symbol"`)]),
    where.or && anyOf(where.or.map((filter) => meetingMatches(filter, meeting, asOf))),
    where.not && isNot(meetingMatches(where.not, meeting, asOf)),
  ]);
}
