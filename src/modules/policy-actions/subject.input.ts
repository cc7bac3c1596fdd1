import { createUnionType, Field, InputType } from "type-graphql";
import { allOf, anyOf, type Condition, isNot, oneOf, orTrue } from "../../db/reading/conditions.js";
import { join, raw, type Sql, sql } from "../../db/sql.js";
import { filterRule } from "../../graphql/filters/filter-rule.js";
import { Names } from "../../graphql/validation/value-rules.js";
import { Proposal, ProposalFilter, proposalMatches } from "../proposals/index.js";
import { PolicyActionFilter } from "./policy-action.input.js";
import { policyActionMatches } from "./policy-action.repository.js";
import { PolicyAction } from "./policy-action.type.js";

@InputType({
  description: `A filter for subjects of positions. ${filterRule} \`proposals\` and \`policyActions\` together match subjects that match either.`,
})
export class SubjectFilter {
  @Field(() => [String], {
    nullable: true,
    description: "Only proposals or policy actions with one of these slugs.",
  })
  @Names("Proposal", "PolicyAction")
  slugs?: string[] | null;

  @Field(() => ProposalFilter, {
    nullable: true,
    description: "Proposals that match this filter. Policy actions do not match, unless `policyActions` is given too.",
  })
  proposals?: ProposalFilter | null;

  @Field(() => PolicyActionFilter, {
    nullable: true,
    description: "Policy actions that match this filter. Proposals do not match, unless `proposals` is given too.",
  })
  policyActions?: PolicyActionFilter | null;

  @Field(() => [SubjectFilter], {
    nullable: true,
    description: "Only entities that match any of these filters.",
  })
  or?: SubjectFilter[] | null;

  @Field(() => SubjectFilter, { nullable: true, description: "Only entities that do not match this filter." })
  not?: SubjectFilter | null;
}

/** What the part of a filter that is about one type of subject demands; undefined where the filter is silent about both. */
type OwnCondition = (where: SubjectFilter) => Condition;

/**
 * Whether the subject with an id matches a filter and is not retracted, for the filters of other entities. It is one
 * list of ids, so that an index on the column `id` serves. Undefined where the filter demands nothing.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function subjectWithId(id: Sql, where: SubjectFilter | null | undefined, asOf: string | undefined): Condition {
  const { proposal, action } = conditionsOn(where, asOf);
  // A filter that demands something of one type of subject demands something of both.
  return proposal && action ? sql`${id} in (${subjectsMatching(where, asOf, ["id"])})` : undefined;
}

/**
 * The subjects that match a filter and are not retracted, of both types; all of them where no filter is given.
 *
 * @param columns those to select, which proposals and policy actions share
 */
export function subjectsMatching(
  where: SubjectFilter | null | undefined,
  asOf: string | undefined,
  columns: readonly string[],
): Sql {
  const { proposal, action } = conditionsOn(where, asOf);
  const select = (subject: Sql): Sql => join(columns.map((column) => sql`${subject}.${raw(`"${column}"`)}`));
  return sql`
    select ${select(raw("proposal"))} from "Proposal" proposal
    where proposal."retractedAt" is null and ${orTrue(proposal)}
    union all select ${select(raw("action"))} from "PolicyAction" action
    where action."retractedAt" is null and ${orTrue(action)}`;
}

function conditionsOn(where: SubjectFilter | null | undefined, asOf: string | undefined) {
  if (!where) return {};
  const [proposal, action] = [raw("proposal"), raw("action")];
  const ofProposals = (filter: SubjectFilter) => proposalMatches(filter.proposals, proposal, asOf);
  const ofActions = (filter: SubjectFilter) => policyActionMatches(filter.policyActions, action, asOf);
  return {
    proposal: matches(where, proposal, (filter) => own(ofProposals(filter), ofActions(filter))),
    action: matches(where, action, (filter) => own(ofActions(filter), ofProposals(filter))),
  };
}

/** What a filter demands of one type of subject: nothing of it is left where only the other type is filtered. */
function own(condition: Condition, other: Condition): Condition {
  return condition ?? (other && sql`false`);
}

function matches(where: SubjectFilter, subject: Sql, ownCondition: OwnCondition): Condition {
  return allOf([
    oneOf(sql`${subject}."slug"`, where.slugs),
    ownCondition(where),
    where.or && anyOf(where.or.map((filter) => matches(filter, subject, ownCondition))),
    where.not && isNot(matches(where.not, subject, ownCondition)),
  ]);
}

/** Whatever actors can hold a position on. */
export const Subject = createUnionType({
  name: "Subject",
  description: "A proposal or policy action, on which actors can hold a position. Slugs are unique across both types.",
  types: () => [Proposal, PolicyAction] as const,
});
export type Subject = Proposal | PolicyAction;
