import type { Database } from "../../../db/database.js";
import { empty, join, raw, type Sql, sql } from "../../../db/sql.js";
import { badUserInput } from "../../../errors.js";
import { isSubjectInSight, positionMatches, stands } from "../position/position.filter.js";
import { groupings } from "./grouping.repository.js";
import type { PositionCountsArgs } from "./position-count.input.js";
import { PositionCount } from "./position-count.type.js";

const mostCounts = 10_000;

const position = raw("position");
const countColumn = sql`counted."count"`;

/**
 * The standing positions that match, counted by what they have in common: one statement.
 *
 * @throws BAD_USER_INPUT for more than 10,000 counts
 */
export async function positionCounts(
  database: Database,
  { where, groupBy }: PositionCountsArgs,
  asOf: string | undefined,
): Promise<PositionCount[]> {
  const groups = [...new Set(groupBy)].map((group) => groupings[group]);
  const keys = groups.flatMap((group) => Object.entries(group.keys));
  const told = groups.map(
    (group) => group.told ?? join(Object.keys(group.keys).map((name) => raw(`counted."${name}"`))),
  );
  const order = groups.flatMap((group) => group.order);
  const topics = sql`left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId"
    and topic."retractedAt" is null) on about."proposalId" = position."proposalId"`;

  const rows = await database.query<object>(
    sql`select ${join([...told, countColumn])} from (
        select ${join([...keys.map(([name, value]) => sql`${value} as ${raw(`"${name}"`)}`), sql`count(*)::int as "count"`])}
        from "Position" position
        join "Actor" holder on holder."id" = position."holderId" and holder."retractedAt" is null
        ${groupBy.includes("TOPIC") ? topics : empty}
        where ${stands(position, asOf)} and ${isSubjectInSight(position)} and ${positionMatches(where, position, asOf)}
        ${byFirst(keys.length)}
        limit ${mostCounts + 1}
      ) counted ${order.length > 0 ? sql`order by ${join(order)}` : empty}`,
  );
  if (rows.length > mostCounts) {
    const reason = `makes more than ${mostCounts.toLocaleString("en")} counts: group by less, or narrow \`where\``;
    throw badUserInput(`\`groupBy\` ${reason}`, [{ path: "groupBy", reason }]);
  }
  return rows.map((row) => Object.assign(new PositionCount(), ungrouped, row));
}

/** What a count tells of what it is not grouped by. */
const ungrouped = {
  stance: null,
  basis: null,
  holderId: null,
  holderKind: null,
  proposalId: null,
  policyActionId: null,
  topicId: null,
  year: null,
  month: null,
};

/** By number, so that an expression with bound values in it is not written, and bound, twice. */
function byFirst(columns: number): Sql {
  const numbers = Array.from({ length: columns }, (_, index) => raw(String(index + 1)));
  return columns > 0 ? sql`group by ${join(numbers)}` : empty;
}
