import { type Sql, sql } from "../../../db/sql.js";
import type { PositionGroup } from "./position-count.input.js";

/**
 * How positions are grouped by one thing, in two passes: over the positions by what their rows hold, then over the few
 * rows that this leaves by what is made of it.
 */
interface Grouping {
  /** The first pass's expressions, each with its name: over `position` and, where they are grouped by, its `holder` and a `topic`. */
  held: Record<string, Sql>;
  /** The second pass's, over the first's rows, `held`; the same names where left out. */
  made?: Record<string, Sql>;
  /** What the counts, `counted`, are ordered by. */
  order: Sql[];
}

const nameOf = (table: Sql, column: Sql, id: Sql): Sql =>
  sql`(select named.${column} from ${table} named where named."id" = counted.${id})`;

const sinceDays = { earliest: sql`position."sinceEarliest"`, latest: sql`position."sinceLatest"` };

/** What is made of the first of the days of `since`, where they all lie in one year or month; null where in two. */
const sinceIn = (unit: Sql, made: Sql): Sql =>
  sql`case when date_trunc(${unit}, held."earliest") = date_trunc(${unit}, held."latest") then ${made} end`;

export const groupings: Record<PositionGroup, Grouping> = {
  STANCE: { held: { stance: sql`position."stance"` }, order: [sql`counted."stance"`] },
  BASIS: { held: { basis: sql`position."basis"` }, order: [sql`counted."basis"`] },
  HOLDER: {
    held: { holderId: sql`position."holderId"` },
    order: [nameOf(sql`"Actor"`, sql`"name"`, sql`"holderId"`), sql`counted."holderId"`],
  },
  HOLDER_KIND: { held: { holderKind: sql`holder."kind"` }, order: [sql`counted."holderKind"`] },
  SUBJECT: {
    held: { proposalId: sql`position."proposalId"`, policyActionId: sql`position."policyActionId"` },
    order: [
      sql`coalesce(${nameOf(sql`"Proposal"`, sql`"title"`, sql`"proposalId"`)},
        ${nameOf(sql`"PolicyAction"`, sql`"title"`, sql`"policyActionId"`)})`,
      sql`coalesce(counted."proposalId", counted."policyActionId")`,
    ],
  },
  TOPIC: {
    held: { topicId: sql`topic."id"` },
    order: [nameOf(sql`"Topic"`, sql`"name"`, sql`"topicId"`), sql`counted."topicId"`],
  },
  YEAR: {
    held: sinceDays,
    made: { year: sinceIn(sql`'year'`, sql`date_part('year', held."earliest")::int`) },
    order: [sql`counted."year"`],
  },
  MONTH: {
    held: sinceDays,
    made: { month: sinceIn(sql`'month'`, sql`to_char(held."earliest", 'YYYY-MM')`) },
    order: [sql`counted."month"`],
  },
};
