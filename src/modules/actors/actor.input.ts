import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { ActorKind, AffiliationKind, CodeScheme, Region } from "../../db/generated/enums.js";
import { allOf, anyOf, type Condition, isNot, liesIn, oneOf, textMatches } from "../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { RetractableArgs } from "../../graphql/connection/retractable-args.js";
import type { Link } from "../../graphql/field-sql.js";
import { DateRange } from "../../graphql/filters/date-range.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { TextFilter } from "../../graphql/filters/text-filter.js";
import { columnKey, orderType, recordingOrders, relatedKey } from "../../graphql/order.js";
import { CalendarDate } from "../../graphql/scalars/calendar-date.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { SourceFilter, sourceConditions, sourcesMatch } from "../sources/index.js";

@InputType({ description: "Codes of one external scheme." })
export class CodeFilter {
  @Field(() => CodeScheme, { description: "The scheme that defines the code." })
  scheme: CodeScheme;

  @Field(() => [String], { description: "The codes. An actor matches if it has one of them." })
  values: string[];
}

@InputType({ description: `A filter for actors. ${filterRule}` })
export class ActorFilter {
  @Field(() => [String], { nullable: true, description: "Only entities with one of these slugs." })
  @Names("Actor")
  slugs?: string[] | null;

  @Field(() => [ActorKind], { nullable: true, description: "Only entities of one of these kinds." })
  kinds?: ActorKind[] | null;

  @Field(() => [Region], { nullable: true, description: "Only actors in one of these regions." })
  regions?: Region[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only members of the actor with this slug, through affiliations of kind `MEMBERSHIP`. The membership is checked on `memberAt`. Without it: on the `asOf` day of the field or the request, or today.",
  })
  @Names("Actor")
  memberOf?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The day on which `memberOf` is checked (YYYY-MM-DD)." })
  memberAt?: string | null;

  @Field(() => TextFilter, {
    nullable: true,
    description: "Only actors with a name that matches: the display name or another recorded name.",
  })
  name?: TextFilter | null;

  @Field(() => [CodeFilter], { nullable: true, description: "Only actors with one of these codes, current or former." })
  codes?: CodeFilter[] | null;

  @Field(() => [ActorFilter], { nullable: true, description: "Only entities that match any of these filters." })
  or?: ActorFilter[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: ActorFilter | null;
}

export const actorOrder = orderType(
  "Actor",
  {
    NAME: { description: "The display name.", keys: columnKey("name", "text") },
    ...recordingOrders,
  },
  { field: "NAME", direction: "ASC" },
);

@ArgsType()
export class ActorsArgs extends RetractableArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Only actors that match this filter. Default: all." })
  where?: ActorFilter | null;

  @Field(() => actorOrder.input, { nullable: true, description: "The sort order. Default: by name." })
  orderBy?: InstanceType<typeof actorOrder.input> | null;
}

const dayOfMemberships =
  "The day of the memberships (YYYY-MM-DD). Default: the request's `Standpoint-As-Of` header. Without the header, today.";

@ArgsType()
export class MembersCompleteArgs {
  @Field(() => CalendarDate, { nullable: true, description: dayOfMemberships })
  asOf?: string | null;
}

@ArgsType()
export class MembersArgs extends ActorsArgs {
  @Field(() => CalendarDate, { nullable: true, description: dayOfMemberships })
  asOf?: string | null;
}

export const AffiliationEnd = { MEMBER: "MEMBER", ORGANIZATION: "ORGANIZATION" } as const;
export type AffiliationEnd = (typeof AffiliationEnd)[keyof typeof AffiliationEnd];
registerEnumType(AffiliationEnd, {
  name: "AffiliationEnd",
  description: "The end of an affiliation at which an actor is.",
  valuesConfig: {
    MEMBER: { description: "The actor that belongs to another: the holder of an office, a member state, a successor." },
    ORGANIZATION: { description: "The actor to which the member belongs." },
  },
});

/** The table that ties an affiliation to its sources. */
export const affiliationSources: Link = { table: "AffiliationSource", from: "affiliationId", to: "sourceId" };

@InputType({ description: `A filter for affiliations. ${filterRule}` })
export class AffiliationFilter {
  @Field(() => [AffiliationKind], { nullable: true, description: "Only entities of one of these kinds." })
  kinds?: AffiliationKind[] | null;

  @Field(() => ActorFilter, { nullable: true, description: "Only affiliations whose member matches." })
  member?: ActorFilter | null;

  @Field(() => ActorFilter, { nullable: true, description: "Only affiliations whose organisation matches." })
  organization?: ActorFilter | null;

  @Field(() => TextFilter, { nullable: true, description: "Only affiliations whose role matches." })
  role?: TextFilter | null;

  @Field(() => DateRange, { nullable: true, description: "Only affiliations that held in this range." })
  during?: DateRange | null;

  @Field(() => SourceFilter, { nullable: true, description: sourceConditions.source })
  source?: SourceFilter | null;

  @Field(() => Boolean, { nullable: true, description: sourceConditions.soleSource })
  soleSource?: boolean | null;

  @Field(() => [AffiliationFilter], { nullable: true, description: "Only entities that match any of these filters." })
  or?: AffiliationFilter[] | null;

  @Field(() => AffiliationFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: AffiliationFilter | null;
}

export const affiliationOrder = orderType(
  "Affiliation",
  {
    BEGAN: {
      description: "The earliest day on which it can have begun. Undated rows count as latest.",
      keys: columnKey("duringEarliest", "date", { nullable: true }),
    },
    MEMBER: { description: "The member's name.", keys: relatedKey("memberId", "Actor", "name") },
    ORGANIZATION: { description: "The organisation's name.", keys: relatedKey("organizationId", "Actor", "name") },
    ...recordingOrders,
  },
  { field: "BEGAN", direction: "ASC" },
);

@ArgsType()
export class AffiliationsArgs extends RetractableArgs {
  @Field(() => AffiliationEnd, {
    nullable: true,
    defaultValue: AffiliationEnd.MEMBER,
    description:
      "Which end of the affiliations the actor is. Default, also for null: `MEMBER`, which returns what the actor belongs to, not what belongs to it.",
  })
  end?: AffiliationEnd | null;

  @Field(() => AffiliationFilter, {
    nullable: true,
    description: "Only affiliations that match this filter. Default: all.",
  })
  where?: AffiliationFilter | null;

  @Field(() => affiliationOrder.input, {
    nullable: true,
    description: "The sort order. Default: by the start of the affiliation.",
  })
  orderBy?: InstanceType<typeof affiliationOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "Only affiliations that held on this day (YYYY-MM-DD). Default: the request's `Standpoint-As-Of` header. Without the header, all affiliations.",
  })
  asOf?: string | null;
}

/**
 * The ids of the actors that slugs name, of one that was merged the survivor's: each is looked up by the index of slugs,
 * and a merged actor costs no more than others.
 */
export function actorsNamed(slugs: readonly string[]): Sql {
  return sql`select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any(${slugs}::text[])`;
}

/** This day, as "YYYY-MM-DD". */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Whether an affiliation held on a day: it had certainly begun, and is not known to have ended. An undated one always does. */
export function heldOn(affiliation: Sql, day: string | Sql): Sql {
  return sql`(${affiliation}."during" is null
    or (${affiliation}."duringStartLatest" <= ${day}::date and ${affiliation}."duringLatest" >= ${day}::date))`;
}

/** Whether all members of an actor on a day are on record: the days of the complete list certainly include it. */
export function membersAreComplete(actor: Sql, day: string): Sql {
  return sql`coalesce(${actor}."membersCompleteDuringStartLatest" <= ${day}::date
    and ${actor}."membersCompleteDuringEndEarliest" >= ${day}::date, false)`;
}

/**
 * Whether the actor in a table under this alias matches a filter; undefined where the filter demands nothing.
 *
 * @param asOf the day on which `memberOf` is asked unless the filter names one; today where undefined
 */
export function actorMatches(where: ActorFilter | null | undefined, actor: Sql, asOf: string | undefined): Condition {
  if (!where) return undefined;
  return allOf([
    where.slugs && sql`${actor}."id" in (${actorsNamed(where.slugs)})`,
    oneOf(sql`${actor}."kind"`, where.kinds, "ActorKind"),
    oneOf(sql`${actor}."region"`, where.regions, "Region"),
    where.memberOf != null && isMember(actor, where.memberOf, where.memberAt ?? asOf ?? today()),
    where.name && isNamed(actor, where.name),
    where.codes && anyOf(where.codes.map((code) => hasCode(actor, code.scheme, code.values))),
    where.or && anyOf(where.or.map((filter) => actorMatches(filter, actor, asOf))),
    where.not && isNot(actorMatches(where.not, actor, asOf)),
  ]);
}

/**
 * Whether the actor with an id matches a filter and is not retracted, for the filters of other entities.
 * Undefined where the filter demands nothing.
 */
export function actorWithId(id: Sql, where: ActorFilter | null | undefined, asOf: string | undefined): Condition {
  const matches = actorMatches(where, raw("actor"), asOf);
  return (
    matches &&
    sql`${id} in (select actor."id" from "Actor" actor
    where actor."retractedAt" is null and ${matches})`
  );
}

function isMember(actor: Sql, organization: string, day: string): Sql {
  return sql`${actor}."id" in (${memberIds(organization, day)})`;
}

/** Whether the affiliation under the alias `membership` is one of a member of the organisation with a slug, on whatever day. */
export function isMembershipOf(organization: string): Sql {
  return sql`membership."organizationId" in (${actorsNamed([organization])}) and membership."kind" = 'MEMBERSHIP'
    and membership."retractedAt" is null`;
}

/** The ids of the members that the organisation with a slug has on a day. */
export function memberIds(organization: string, day: string | Sql): Sql {
  return sql`select membership."memberId" from "Affiliation" membership
    where ${isMembershipOf(organization)} and ${heldOn(raw("membership"), day)}`;
}

/** Whether the actor with an id was a member of the organisation with a slug on a day, which is an expression of a date. */
export function wasMemberOn(id: Sql, organization: string, day: Sql): Sql {
  return sql`exists (select from "Affiliation" membership where membership."memberId" = ${id}
    and ${isMembershipOf(organization)} and ${heldOn(raw("membership"), day)})`;
}

function isNamed(actor: Sql, name: TextFilter): Condition {
  const alsoNamed = textMatches(name, sql`name."value"`);
  return anyOf([
    textMatches(name, sql`${actor}."name"`),
    alsoNamed && sql`exists (select from "ActorName" name where name."actorId" = ${actor}."id" and ${alsoNamed})`,
  ]);
}

function hasCode(actor: Sql, scheme: string, values: string[]): Sql {
  return sql`${actor}."id" in (select code."actorId" from "ExternalCode" code
    where code."scheme" = ${scheme}::text::"CodeScheme" and code."value" = any(${values}::text[]))`;
}

/** Whether the affiliation in a table under this alias matches a filter; undefined where the filter demands nothing. */
export function affiliationMatches(
  where: AffiliationFilter | null | undefined,
  affiliation: Sql,
  asOf: string | undefined,
): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${affiliation}."kind"`, where.kinds, "AffiliationKind"),
    actorWithId(sql`${affiliation}."memberId"`, where.member, asOf),
    actorWithId(sql`${affiliation}."organizationId"`, where.organization, asOf),
    textMatches(where.role, sql`${affiliation}."role"`),
    sourcesMatch(where, affiliation, affiliationSources),
    liesIn(where.during, affiliation, "during", { span: true }),
    where.or && anyOf(where.or.map((filter) => affiliationMatches(filter, affiliation, asOf))),
    where.not && isNot(affiliationMatches(where.not, affiliation, asOf)),
  ]);
}
