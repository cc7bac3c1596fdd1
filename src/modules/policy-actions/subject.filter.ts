import { allOf, anyOf, type Condition, isNot, oneOf } from "../../db/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
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
  if (!where) return undefined;
  const [proposal, action] = [raw("proposal"), raw("action")];
  const ofProposals = (filter: SubjectFilter) => proposalMatches(filter.proposals, proposal, asOf);
  const ofActions = (filter: SubjectFilter) => policyActionMatches(filter.policyActions, action, asOf);
  const proposalCondition = matches(where, proposal, (filter) => own(ofProposals(filter), ofActions(filter)));
  const actionCondition = matches(where, action, (filter) => own(ofActions(filter), ofProposals(filter)));
  if (!proposalCondition || !actionCondition) return undefined; // what demands something of one type does so of both
  return sql`${id} in (
    select proposal."id" from "Proposal" proposal
    where proposal."retractedAt" is null and ${proposalCondition}
    union all select action."id" from "PolicyAction" action
    where action."retractedAt" is null and ${actionCondition})`;
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
