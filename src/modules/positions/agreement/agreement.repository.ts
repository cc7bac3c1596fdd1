import type { Stance } from "../../../db/generated/enums.js";
import { allOf } from "../../../db/reading/conditions.js";
import { type ListQuery, sortBy } from "../../../db/reading/page.js";
import { empty, join, raw, type Sql, sql } from "../../../db/sql.js";
import type { ListSql, OneSql } from "../../../graphql/field-sql.js";
import { actorTable, actorWithId } from "../../actors/index.js";
import { areInHolderStances, bitsOf, holderStances, stanceColumns } from "../bits/holder-stances.repository.js";
import {
  type PositionFilter,
  positionMatches,
  stands,
  subjectInSight,
  subjectTitle,
  withSubject,
} from "../position/position.input.js";
import { isVote, stancesOf } from "../votes/vote.input.js";
import {
  type AgreementArgs,
  type AgreementsArgs,
  agreementOrder,
  leastInLists,
  type MeasureArgs,
  sharedSubjectOrder,
} from "./agreement.input.js";
import { type AgreementMethod, scoreOf, tableColumns } from "./agreement-method.input.js";

/** Which positions of two actors are compared, and how. */
export interface Comparison {
  where: PositionFilter | null | undefined;
  asOf: string | undefined;
  method: AgreementMethod;
  minimum: number;
}

/** What the fields of a measure need of its arguments. */
export function comparisonOf(
  { where, method, minimum }: MeasureArgs,
  asOf: string | undefined,
  least = leastInLists,
): Comparison {
  return { where, asOf, method: method ?? "SAME", minimum: minimum ?? least };
}

const [mine, theirs] = [raw("mine"), raw("theirs")];

/** The standing positions of two actors on the subjects that they share, side by side. */
const sideBySide = sql`"Position" mine join "Position" theirs on theirs."subjectId" = mine."subjectId"`;

function bothCount({ where, asOf }: Comparison): Sql {
  return allOf([
    stands(mine, asOf),
    stands(theirs, asOf),
    subjectInSight(mine),
    positionMatches(where, mine, asOf),
    positionMatches(where, theirs, asOf),
  ]);
}

/** The subjects that two actors share, by title. The parent's id is a list of the two actors' ids. */
export function sharedSubjectList(comparison: Comparison, agrees: boolean | null | undefined): ListQuery {
  const same = sql`mine."stance" = theirs."stance"`;
  return {
    rows: sql`mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId",
      ${same} as "agrees"`,
    from: sql`${sideBySide} ${withSubject(mine)}`,
    where: allOf([
      sql`mine."holderId" = (parent."id")[1]`,
      sql`theirs."holderId" = (parent."id")[2]`,
      bothCount(comparison),
      agrees != null && sql`(${same}) = ${agrees}::boolean`,
    ]),
    sort: sortBy(sharedSubjectOrder, subjectTitle, sql`mine."id"`),
  };
}

/** The counts that scores are made of, each an aggregate over pairs of stances. */
const counts = (myStance: Sql, theirStance: Sql, aggregate: Sql): Sql => {
  const where = (condition: Sql): Sql => sql`coalesce(${aggregate} filter (where ${condition}), 0)`;
  return join([
    sql`coalesce(${aggregate}, 0) as "shared"`,
    sql`${where(sql`${myStance} = ${theirStance}`)} as "agreed"`,
    ...tableColumns.map(
      (count) =>
        sql`${where(sql`${isVote(myStance, count.mine)} and ${isVote(theirStance, count.theirs)}`)} as ${raw(`"${count.name}"`)}`,
    ),
  ]);
};
const countsOfRows = counts(sql`mine."stance"`, sql`theirs."stance"`, sql`count(*)`);
const countsOfSums = counts(sql`side."mine"`, sql`side."theirs"`, sql`sum(side."count")`);

/** A row of counts with its score. */
export const scored = (pair: Sql, { method, minimum }: Comparison): Sql =>
  sql`${pair}.*, ${scoreOf(method, minimum, pair)} as "score"`;

const countedFields = ["shared", "agreed", "table", "score"];

/** How often an actor agrees with the one with a slug: the row of an agreement. */
export function agreement(args: AgreementArgs, asOf: string | undefined): OneSql {
  const { from, where: named } = actorTable.bySlug(raw("other"), sql`${args.slug}`);
  const comparison = comparisonOf(args, asOf, 1);
  const pair = (actor: Sql): Sql => sql`select ${countsOfRows} from ${sideBySide}
    where mine."holderId" = ${actor}."id" and theirs."holderId" = other."id" and ${bothCount(comparison)}`;
  return {
    kind: "one",
    scope: comparison,
    rows: (alias, actor, wants) => {
      const isCounted = countedFields.some(wants);
      return {
        from: sql`(select ${actor}."id" as "actorId", other."id" as "otherId" ${isCounted ? sql`, ${scored(raw("pair"), comparison)}` : empty}
          from ${from} ${isCounted ? sql`cross join lateral (${pair(actor)}) pair` : empty}
          where ${named}) ${alias}`,
      };
    },
  };
}

/** The agreement of each year: a subject is of the year in which the later of the two positions was certainly held. */
export const yearsOf = (comparison: Comparison): ListSql => ({
  kind: "list",
  rows: (alias, agreement) => ({
    from: sql`(select ${scored(raw("pair"), comparison)} from (
      select date_part('year', greatest(mine."sinceLatest", theirs."sinceLatest"))::int as "year", ${countsOfRows}
      from ${sideBySide} where mine."holderId" = ${agreement}."actorId" and theirs."holderId" = ${agreement}."otherId"
      and ${bothCount(comparison)} group by 1) pair) ${alias}`,
    orderBy: sql`${alias}."year"`,
  }),
});

/** For each other actor, as `holderId`, the counts with an actor: `parent`. */
function countsWithOthers(args: AgreementsArgs, scope: Comparison): Sql {
  const compared = allOf([
    sql`mine."holderId" = parent."id"`,
    sql`theirs."holderId" <> parent."id"`,
    actorWithId(sql`theirs."holderId"`, args.with, scope.asOf),
    bothCount(scope),
  ]);
  // Counted by stances first: there are few pairs of them, and the counts of the table are sums of theirs.
  return sql`select side."holderId", ${countsOfSums}
    from (select theirs."holderId", mine."stance" as "mine", theirs."stance" as "theirs", count(*) as "count"
      from ${sideBySide} where ${compared} group by 1, 2, 3) side
    group by side."holderId"`;
}

/** The same from strings of bits: what two stances share is an `and` of two strings. */
function countsOfBits({ where, with: others }: AgreementsArgs, { asOf }: Comparison): Sql {
  const other = allOf([sql`stances."holderId" <> parent."id"`, actorWithId(sql`stances."holderId"`, others, asOf)]);
  const both = (my: readonly Sql[], their: readonly Sql[]): Sql =>
    sql`sum(bit_count((${join(my, " | ")}) & (${join(their, " | ")})))::int`;
  const of = (table: Sql, stances: readonly Stance[]): Sql[] =>
    stances.map((stance) => sql`${table}.${bitsOf(stance)}`);
  const agreed = stanceColumns.map((stance) => both(of(mine, [stance]), of(theirs, [stance])));
  const table = tableColumns.map(
    (count) =>
      sql`${both(of(mine, stancesOf[count.mine]), of(theirs, stancesOf[count.theirs]))} as ${raw(`"${count.name}"`)}`,
  );
  return sql`select numbers.* from (
      select theirs."holderId", ${both(of(mine, stanceColumns), of(theirs, stanceColumns))} as "shared",
        ${join(agreed, " + ")} as "agreed", ${join(table)}
      from (${holderStances(where, sql`stances."holderId" = parent."id"`)}) mine
      join (${holderStances(where, other)}) theirs on theirs."part" = mine."part" group by theirs."holderId"
    ) numbers where numbers."shared" > 0`;
}

/** The agreements of each actor with the others with which it has a score, and what their fields need. */
export function agreementList(args: AgreementsArgs, asOf: string | undefined): { list: ListQuery; scope: Comparison } {
  const scope = comparisonOf(args, asOf);
  const pairs = areInHolderStances(args.where, asOf) ? countsOfBits(args, scope) : countsWithOthers(args, scope);
  const list: ListQuery = {
    rows: sql`agreement.*`,
    from: sql`(select other."id", other."name", parent."id" as "actorId", other."id" as "otherId", ${scored(raw("pair"), scope)}
      from (${pairs}) pair
      join "Actor" other on other."id" = pair."holderId" and other."retractedAt" is null) agreement`,
    where: sql`agreement."score" is not null`,
    sort: agreementOrder.sort(args.orderBy, raw("agreement")),
  };
  return { list, scope };
}
