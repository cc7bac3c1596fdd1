import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { ActorKind, AffiliationKind, CodeScheme } from "../../db/generated/enums.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders } from "../../graphql/order.js";
import { CalendarDate } from "../../graphql/scalars/calendar-date.js";
import { Names } from "../../graphql/validation/value-rules.js";

@InputType({ description: "A code that another scheme gave an actor." })
export class CodeFilter {
  @Field(() => CodeScheme, { description: "Whose code it is." })
  scheme: CodeScheme;

  @Field(() => [String], { description: "One of these codes." })
  values: string[];
}

@InputType({
  description: `Which actors. ${filterRule}`,
})
export class ActorFilter {
  @Field(() => [String], { nullable: true, description: "Those with one of these slugs." })
  @Names("Actor")
  slugs?: string[] | null;

  @Field(() => [ActorKind], { nullable: true, description: "Those of one of these kinds." })
  kinds?: ActorKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Members of the actor with this slug (affiliations of kind `MEMBERSHIP`): on `memberAt`, else on the day that the question is asked as of, else today.",
  })
  @Names("Actor")
  memberOf?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The day for `memberOf`." })
  memberAt?: string | null;

  @Field(() => TextFilter, {
    nullable: true,
    description: "Those with a name that matches, be it the one shown or another on record.",
  })
  name?: TextFilter | null;

  @Field(() => [CodeFilter], { nullable: true, description: "Those with one of these codes, at any time." })
  codes?: CodeFilter[] | null;

  @Field(() => [ActorFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: ActorFilter[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: ActorFilter | null;
}

export const actorOrder = orderType(
  "Actor",
  {
    NAME: { description: "The name it is shown by.", keys: columnKey("name", "text") },
    ...recordingOrders,
  },
  { field: "NAME", direction: "ASC" },
);

@ArgsType()
export class ActorsArgs extends RetractableArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Which actors; all when left out." })
  where?: ActorFilter | null;

  @Field(() => actorOrder.input, { nullable: true, description: "Their order; by name when left out." })
  orderBy?: InstanceType<typeof actorOrder.input> | null;
}

@ArgsType()
export class MembersArgs extends ActorsArgs {
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The day of the memberships; the request's `Standpoint-As-Of`, else today, when left out.",
  })
  asOf?: string | null;
}

export const AffiliationEnd = { MEMBER: "MEMBER", ORGANIZATION: "ORGANIZATION" } as const;
export type AffiliationEnd = (typeof AffiliationEnd)[keyof typeof AffiliationEnd];
registerEnumType(AffiliationEnd, {
  name: "AffiliationEnd",
  description: "Which end of an affiliation an actor is.",
  valuesConfig: {
    MEMBER: { description: "The one who belongs: the holder of an office, a member state, a successor." },
    ORGANIZATION: { description: "The one that is belonged to." },
  },
});

@InputType({
  description: `Which affiliations. ${filterRule}`,
})
export class AffiliationFilter {
  @Field(() => [AffiliationKind], { nullable: true, description: "Those of one of these kinds." })
  kinds?: AffiliationKind[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those whose member matches." })
  member?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Those whose organisation matches." })
  organization?: ActorFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "Those whose role matches." })
  role?: TextFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Those that held in this range." })
  during?: DateRange | null;

  @Field(() => [AffiliationFilter], { nullable: true, description: "Those that match one of these filters." })
  or?: AffiliationFilter[] | null;

  @Field(() => AffiliationFilter, { nullable: true, description: "Those that do not match this filter." })
  not?: AffiliationFilter | null;
}

export const affiliationOrder = orderType(
  "Affiliation",
  {
    BEGAN: {
      description: "The earliest day on which it can have begun; undated ones count as latest.",
      keys: columnKey("duringEarliest", "date", { nullable: true }),
    },
    ...recordingOrders,
  },
  { field: "BEGAN", direction: "ASC" },
);

@ArgsType()
export class AffiliationsArgs extends RetractableArgs {
  @Field(() => AffiliationEnd, {
    nullable: true,
    defaultValue: AffiliationEnd.MEMBER,
    description: "Which end the actor is: by default (or null) what it belongs to, not what belongs to it.",
  })
  end?: AffiliationEnd | null;

  @Field(() => AffiliationFilter, { nullable: true, description: "Which affiliations; all when left out." })
  where?: AffiliationFilter | null;

  @Field(() => affiliationOrder.input, {
    nullable: true,
    description: "Their order; by when they began when left out.",
  })
  orderBy?: InstanceType<typeof affiliationOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "Only those that held on this day; the request's `Standpoint-As-Of`, else all, when left out.",
  })
  asOf?: string | null;
}
