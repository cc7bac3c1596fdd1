import { type Sql, sql } from "../../../db/sql.js";
import type { PositionGroup } from "./position-count.input.js";

/** How positions are grouped by one thing. */
interface Grouping {
  /** By what: expressions over `position`, its `holder` and, for a topic, `topic`, each with the name it has in `counted`. */
  keys: Record<string, Sql>;
  /** What a count tells of them, where it is not the keys as they are. */
  told?: Sql;
  /** What the counts are ordered by, over `counted`; read only once the positions are counted. */
  order: Sql[];
}

/** The year or month of `since`, null where its days lie in two: as a timestamp, which is quick to compute and to compare. */
const sinceIn = (unit: Sql): Sql => sql`case when date_trunc(${unit}, position."sinceEarliest"::timestamp)
  = date_trunc(${unit}, position."sinceLatest"::timestamp) then date_trunc(${unit}, position."sinceEarliest"::timestamp) end`;

const nameOf = (table: Sql, column: Sql, id: Sql): Sql =>
  sql`(select named.${column} from ${table} named where named."id" = counted.${id})`;

export const groupings: Record<PositionGroup, Grouping> = {
  STANCE: { keys: { stance: sql`position."stance"` }, order: [sql`counted."stance"`] },
  BASIS: { keys: { basis: sql`position."basis"` }, order: [sql`counted."basis"`] },
  HOLDER: {
    keys: { holderId: sql`position."holderId"` },
    order: [nameOf(sql`"Actor"`, sql`"name"`, sql`"holderId"`), sql`counted."holderId"`],
  },
  HOLDER_KIND: { keys: { holderKind: sql`holder."kind"` }, order: [sql`counted."holderKind"`] },
  SUBJECT: {
    keys: { proposalId: sql`position."proposalId"`, policyActionId: sql`position."policyActionId"` },
    order: [
      sql`coalesce(${nameOf(sql`"Proposal"`, sql`"title"`, sql`"proposalId"`)},
        ${nameOf(sql`"PolicyAction"`, sql`"title"`, sql`"policyActionId"`)})`,
      sql`coalesce(counted."proposalId", counted."policyActionId")`,
    ],
  },
  TOPIC: {
    keys: { topicId: sql`topic."id"` },
    order: [nameOf(sql`"Topic"`, sql`"name"`, sql`"topicId"`), sql`counted."topicId"`],
  },
  YEAR: {
    keys: { year: sinceIn(sql`'year'`) },
    told: sql`date_part('year', counted."year")::int as "year"`,
    order: [sql`counted."year"`],
  },
  MONTH: {
    keys: { month: sinceIn(sql`'month'`) },
    told: sql`to_char(counted."month", 'YYYY-MM') as "month"`,
    order: [sql`counted."month"`],
  },
};
