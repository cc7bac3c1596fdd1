import { allOf, anyOf, type Condition, isNot, liesIn, oneOf } from "../../../db/reading/conditions.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { actorWithId } from "../../actors/index.js";
import { subjectWithId } from "../../policy-actions/index.js";
import { holderInSight, subjectInSight } from "../position/position.input.js";
import { type StanceChangeFilter, type StanceChangesArgs, stanceChangeOrder } from "./stance-change.input.js";

const [previous, position] = [raw("previous"), raw("position")];

/** Pairs of positions in a row, as `previous` and `position`, each with the holder and the subject of one of the two. */
type Pairs = Pick<ListQuery, "from" | "where">;

/** The pairs of positions in a row, of one holder on one subject or across several, that differ in stance. */
export function stanceChangeList(args: StanceChangesArgs, asOf: string | undefined): ListQuery {
  const { where, between, orderBy } = args;
  const across = subjectWithId(sql`each."subjectId"`, args.across, asOf);
  const pairs = across ? pairsAcross(across, args, asOf) : pairsOnOne(args);
  return {
    rows: sql`position.*, previous."id" as "previousId", previous."stance" as "from"`,
    from: pairs.from,
    where: allOf([
      pairs.where,
      sql`position."stance" <> previous."stance"`,
      holderInSight(previous),
      subjectInSight(previous),
      changeMatches(where, across ? position : previous, asOf),
      liesIn(between, position, "since"),
    ]),
    sort: stanceChangeOrder.sort(orderBy, position),
  };
}

/** Whether a position is one of those that are compared with each other. */
const counts = (one: Sql, { bases }: StanceChangesArgs): Sql =>
  allOf([sql`${one}."retractedAt" is null`, oneOf(sql`${one}."basis"`, bases, "PositionBasis")]);

/**
 * On one subject. Only a position that a later one replaced can begin a pair, and few are: so each of those looks for the
 * one after it, in the order of the index, where a window function over all positions would sort them all.
 */
function pairsOnOne(args: StanceChangesArgs): Pairs {
  return {
    from: sql`"Position" previous cross join lateral (
      select later.* from "Position" later
      where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId"
      and ${counts(raw("later"), args)} and later."sinceLatest" >= previous."sinceLatest"
      and (later."sinceLatest", later."recordedAt", later."id")
        > (previous."sinceLatest", previous."recordedAt", previous."id")
      order by later."sinceLatest", later."recordedAt", later."id" limit 1) position`,
    where: sql`previous."standingUntil" < '9999-12-31'::date and ${counts(previous, args)}`,
  };
}

/**
 * Across subjects, where almost every position begins a pair: all positions on them are put in order. What is asked of the
 * earlier one comes with it: joined by its id, Postgres would rather read all positions than look up a few.
 */
function pairsAcross(across: Sql, args: StanceChangesArgs, asOf: string | undefined): Pairs {
  const each = raw("each");
  return {
    from: sql`(
      select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance",
        lag(each."subjectId") over earlier as "earlierSubjectId"
      from "Position" each where ${allOf([
        counts(each, args),
        across,
        // Repeated below, because Postgres does not push a condition on the holder into a window function.
        actorWithId(sql`each."holderId"`, args.where?.holder, asOf),
      ])} window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position
      cross join lateral (select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId",
        position."earlierSubjectId" as "subjectId") previous`,
    where: sql`previous."id" is not null`,
  };
}

/** @param asked the position whose holder and subject are filtered: the one that is looked up first, so that they narrow the search */
function changeMatches(where: StanceChangeFilter | null | undefined, asked: Sql, asOf: string | undefined): Condition {
  if (!where) return undefined;
  return allOf([
    actorWithId(sql`${asked}."holderId"`, where.holder, asOf),
    subjectWithId(sql`${asked}."subjectId"`, where.subject, asOf),
    oneOf(sql`previous."stance"`, where.from, "Stance"),
    oneOf(sql`position."stance"`, where.to, "Stance"),
    where.or && anyOf(where.or.map((filter) => changeMatches(filter, asked, asOf))),
    where.not && isNot(changeMatches(where.not, asked, asOf)),
  ]);
}
