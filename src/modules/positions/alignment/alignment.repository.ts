import { allOf, orTrue } from "../../../db/reading/conditions.js";
import { type ListQuery, sortBy } from "../../../db/reading/page.js";
import { join, raw, type Sql, sql } from "../../../db/sql.js";
import type { OneSql } from "../../../graphql/field-sql.js";
import { actorWithId } from "../../actors/index.js";
import {
  holderInSight,
  type PositionFilter,
  positionMatches,
  stands,
  subjectInSight,
} from "../position/position.input.js";
import { type GroupInput, isInGroup } from "../votes/group.input.js";
import { isVote, voteCounts, voteNames } from "../votes/vote.input.js";
import { type AlignmentArgs, type AlignmentsArgs, alignmentOrder, dissentOrder } from "./alignment.input.js";

/** What the fields of an alignment need of its arguments. */
export interface AlignmentScope {
  group: GroupInput;
  where: PositionFilter | null | undefined;
  minimum: number;
  asOf: string | undefined;
}

const scopeOf = (args: AlignmentArgs | AlignmentsArgs, asOf: string | undefined): AlignmentScope => ({
  group: args.with,
  where: args.where,
  minimum: args.minimum ?? 1,
  asOf,
});

/**
 * Each position that is compared: `own`, with its vote, the votes of the others of the group, and their majority: the vote of
 * more than half of them. A subject without one is not compared.
 *
 * `offset 0` keeps Postgres from merging the inner query into the outer one, where it would look up the membership several
 * times for each vote, and for votes of actors that are not compared (2 s instead of 60 ms for a group's session).
 *
 * @param holders which actors' positions, as a condition over the position in a table under an alias
 */
function compared({ group, where, asOf }: AlignmentScope, holders: (position: Sql) => Sql): Sql {
  const [own, position] = [raw("own"), raw("position")];
  const counts = (one: Sql): Sql =>
    allOf([stands(one, asOf), holderInSight(one), subjectInSight(one), positionMatches(where, one, asOf)]);
  const others = voteNames.map(
    (vote) =>
      sql`tally.${raw(`"${vote}"`)} - (own."isMember" and ${isVote(sql`own."stance"`, vote)})::int as ${raw(`"${vote}"`)}`,
  );
  const voteOf = voteNames.map((vote) => sql`when ${isVote(sql`own."stance"`, vote)} then ${upper(vote)}`);
  const majorityOf = voteNames.map(
    (vote) =>
      sql`when 2 * others.${raw(`"${vote}"`)} > others."yes" + others."abstain" + others."no" then ${upper(vote)}`,
  );
  return sql`select compared.* from (
      select own."id", own."holderId", own."proposalId", own."policyActionId", own."sinceEarliest", others.*,
        case ${join(voteOf, " ")} end as "vote", case ${join(majorityOf, " ")} end as "majority"
      from (select own.*, ${orTrue(isInGroup(group, own, asOf))} as "isMember" from "Position" own
        where ${counts(own)} and ${holders(own)} offset 0) own
      join (select position."subjectId", ${voteCounts(position)} from "Position" position
        where ${allOf([counts(position), isInGroup(group, position, asOf)])} group by position."subjectId") tally
        on tally."subjectId" = own."subjectId"
      cross join lateral (select ${join(others)}) others
    ) compared where compared."majority" is not null`;
}

const upper = (vote: string): Sql => raw(`'${vote.toUpperCase()}'`);

/** What an alignment counts, over rows of `compared`. */
const counted = sql`count(*) as "compared", count(*) filter (where compared."vote" <> compared."majority") as "against"`;

const scoreOf = ({ minimum }: AlignmentScope, alignment: Sql): Sql =>
  sql`case when ${alignment}."compared" >= ${minimum}::int
    then (${alignment}."compared" - ${alignment}."against")::float8 / nullif(${alignment}."compared", 0) end as "score"`;

/** How often an actor votes with the majority of a group: the row of an alignment. */
export function alignment(args: AlignmentArgs, asOf: string | undefined): OneSql {
  const scope = scopeOf(args, asOf);
  const holds = (actor: Sql) => (position: Sql) => sql`${position}."holderId" = ${actor}."id"`;
  return {
    kind: "one",
    scope,
    rows: (alias, actor) => ({
      from: sql`(select ${actor}."id" as "actorId", numbers.*, ${scoreOf(scope, raw("numbers"))}
        from (select ${counted} from (${compared(scope, holds(actor))}) compared) numbers) ${alias}`,
    }),
  };
}

/** How often each of some actors votes with the majority of a group, and what the fields need. */
export function alignmentList(
  args: AlignmentsArgs,
  asOf: string | undefined,
): { list: ListQuery; scope: AlignmentScope } {
  const scope = scopeOf(args, asOf);
  const holders = (position: Sql): Sql => orTrue(actorWithId(sql`${position}."holderId"`, args.of, asOf));
  const list: ListQuery = {
    rows: sql`alignment.*`,
    from: sql`(select actor."id", actor."name", actor."id" as "actorId", numbers."compared", numbers."against",
        ${scoreOf(scope, raw("numbers"))}
      from (select compared."holderId", ${counted} from (${compared(scope, holders)}) compared group by 1) numbers
      join "Actor" actor on actor."id" = numbers."holderId") alignment`,
    where: sql`alignment."score" is not null`,
    sort: alignmentOrder.sort(args.orderBy, raw("alignment")),
  };
  return { list, scope };
}

/** The positions with which each actor left the majority, by since. */
export function dissentList(scope: AlignmentScope): ListQuery {
  const ofParent = (position: Sql): Sql => sql`${position}."holderId" = parent."id"`;
  return {
    rows: sql`dissent.*`,
    from: sql`(${compared(scope, ofParent)}) dissent`,
    where: sql`dissent."vote" <> dissent."majority"`,
    sort: sortBy(dissentOrder, sql`dissent."sinceEarliest"`, sql`dissent."id"`),
  };
}
