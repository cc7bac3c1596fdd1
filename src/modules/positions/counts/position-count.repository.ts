import { orTrue } from "../../../db/reading/conditions.js";
import { empty, join, raw, type Sql, sql } from "../../../db/sql.js";
import { badUserInput } from "../../../errors.js";
import type { ListSql } from "../../../graphql/field-sql.js";
import { holderInSight, positionMatches, stands, subjectInSight } from "../position/position.input.js";
import { groupings } from "./grouping.repository.js";
import type { PositionCountOrder, PositionCountsArgs, PositionGroup } from "./position-count.input.js";

const mostCounts = 10_000;

const position = raw("position");

/** The standing positions that match, counted by what they have in common; more than 10,000 counts are refused. */
export function positionCounts(args: PositionCountsArgs, asOf: string | undefined): ListSql {
  return {
    kind: "list",
    rows: (count) => ({ from: sql`(${countsStatement(args, asOf)}) ${count}` }),
    refusal: { when: sql`count(*) > ${raw(String(mostCounts))}`, error: tooManyCounts },
  };
}

function tooManyCounts(): Error {
  const reason = `returns more than ${mostCounts.toLocaleString("en")} groups: group by fewer properties, or narrow \`where\``;
  return badUserInput(`\`groupBy\` ${reason}`, [{ path: "groupBy", reason }]);
}

function countsStatement({ where, groupBy, orderBy }: PositionCountsArgs, asOf: string | undefined): Sql {
  const groups = [...new Set(groupBy)].map((group) => groupings[group]);
  const held: Record<string, Sql> = Object.assign({}, ...groups.map((group) => group.held));
  const made: Record<string, Sql> = Object.assign({}, ...groups.map((group) => group.made ?? columnsOf(group.held)));
  const order = ordered(
    groups.flatMap((group) => group.order),
    orderBy,
  );
  // The limit comes before the order, so that too many counts are not sorted only to be refused.
  const others = ungrouped.filter((name) => !(name in made));
  const nulls = others.map((name) => raw(`, null::${name.endsWith("Id") ? "uuid" : "text"} as "${name}"`));
  return sql`select counted.*${join([empty, ...nulls], "")} from (
      select ${list(made, sql`sum(held."count")::int as "count"`)} from (
        select ${list(held, sql`count(*) as "count"`)}
        from (select position.* from "Position" position
          where ${stands(position, asOf)} and ${holderInSight(position)} and ${subjectInSight(position)}
          and ${orTrue(positionMatches(where, position, asOf))}
          ${eachIsItsOwn(groupBy) ? sql`limit ${mostCounts + 1}` : empty}) position
        ${groupBy.includes("HOLDER_KIND") ? holders : empty} ${groupBy.includes("TOPIC") ? topics : empty}
        ${byFirst(Object.keys(held).length)}
      ) held ${byFirst(Object.keys(made).length)} limit ${mostCounts + 1}
    ) counted ${order.length > 0 ? sql`order by ${join(order)}` : empty}`;
}

/** The order of the counts: of the groups, which in descending order of groups all descend, or by the count before them. */
function ordered(groups: readonly Sql[], order: PositionCountOrder | null | undefined): Sql[] {
  const direction = raw(order?.direction === "DESC" ? " desc" : "");
  if (order?.field === "COUNT") return [sql`counted."count"${direction}`, ...groups];
  return groups.map((group) => sql`${group}${direction}`);
}

/**
 * Whether no two positions are counted together: one at most stands of a holder on a subject. Then as many positions as there
 * may be counts, and one more, show that there are too many, and no further one is read.
 */
const eachIsItsOwn = (groupBy: readonly PositionGroup[]): boolean =>
  groupBy.includes("HOLDER") && groupBy.includes("SUBJECT");

const holders = sql`join "Actor" holder on holder."id" = position."holderId"`;

const topics = sql`left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId"
  and topic."retractedAt" is null) on about."proposalId" = position."proposalId"`;

/** The columns of the first pass as they are. */
function columnsOf(held: Record<string, Sql>): Record<string, Sql> {
  return Object.fromEntries(Object.keys(held).map((name) => [name, raw(`held."${name}"`)]));
}

function list(columns: Record<string, Sql>, count: Sql): Sql {
  return join([...Object.entries(columns).map(([name, value]) => sql`${value} as ${raw(`"${name}"`)}`), count]);
}

/** By number, so that no expression is written twice. */
function byFirst(columns: number): Sql {
  const numbers = Array.from({ length: columns }, (_, index) => raw(String(index + 1)));
  return columns > 0 ? sql`group by ${join(numbers)}` : empty;
}

/** The columns of what is counted, of which those that it is not grouped by are null. */
const ungrouped = [
  "stance",
  "basis",
  "holderId",
  "holderKind",
  "proposalId",
  "policyActionId",
  "topicId",
  "year",
  "month",
];
