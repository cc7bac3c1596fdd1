import { allOf, anyOf, isNot, oneOf } from "../../db/conditions.js";
import { join, raw, type Sql, sql } from "../../db/sql.js";
import { proposalMatches } from "../proposals/index.js";
import { policyActionMatches } from "./policy-action.filter.js";
import type { SubjectFilter } from "./subject.input.js";

/** What the part of a filter that is about one type of subject asks; undefined where the filter is silent about both. */
type OwnCondition = (where: SubjectFilter) => Sql | undefined;

/**
 * Whether the subject with an id matches a filter and is not retracted, for the filters of other entities. It is one
 * list of ids, so that an index on the column `id` serves. Undefined where no filter is given, as `allOf` takes it.
 *
 * @param asOf the day on which the `memberOf` of an actor filter is asked unless that names one; today where undefined
 */
export function subjectWithId(
  id: Sql,
  where: SubjectFilter | null | undefined,
  asOf: string | undefined,
): Sql | undefined {
  return where ? sql`${id} in (${subjectsMatching(where, asOf, ["id"])})` : undefined;
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
  const [proposal, action] = [raw("proposal"), raw("action")];
  const select = (subject: Sql): Sql => join(columns.map((column) => sql`${subject}.${raw(`"${column}"`)}`));
  const ofProposals: OwnCondition = ({ proposals, policyActions }) =>
    own(proposals && proposalMatches(proposals, proposal, asOf), policyActions);
  const ofActions: OwnCondition = ({ proposals, policyActions }) =>
    own(policyActions && policyActionMatches(policyActions, action, asOf), proposals);
  return sql`
    select ${select(proposal)} from "Proposal" proposal
    where proposal."retractedAt" is null and ${matches(where ?? {}, proposal, ofProposals)}
    union all select ${select(action)} from "PolicyAction" action
    where action."retractedAt" is null and ${matches(where ?? {}, action, ofActions)}`;
}

/** A type that the filter asks about, or one that it excludes by asking about the other alone. */
function own(condition: Sql | null | undefined, other: object | null | undefined): Sql | undefined {
  if (condition) return condition;
  return other ? sql`false` : undefined;
}

function matches(where: SubjectFilter, subject: Sql, ownCondition: OwnCondition): Sql {
  return allOf([
    oneOf(sql`${subject}."slug"`, where.slugs),
    ownCondition(where),
    where.or && anyOf(where.or.map((filter) => matches(filter, subject, ownCondition))),
    where.not && isNot(matches(where.not, subject, ownCondition)),
  ]);
}
