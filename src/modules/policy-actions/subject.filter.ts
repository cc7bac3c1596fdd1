import { allOf, anyOf, type Condition, isNot, oneOf, orTrue } from "../../db/conditions.js";
import { join, raw, type Sql, sql } from "../../db/sql.js";
import { proposalMatches } from "../proposals/index.js";
import { policyActionMatches } from "./policy-action.filter.js";
import type { SubjectFilter } from "./subject.input.js";

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
