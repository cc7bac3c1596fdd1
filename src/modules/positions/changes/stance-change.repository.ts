import { allOf, anyOf, isNot, liesIn, oneOf } from "../../../db/conditions.js";
import type { ListQuery } from "../../../db/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { actorWithId } from "../../actors/index.js";
import { subjectWithId } from "../../policy-actions/index.js";
import { subjectInSight, withHolder, withSubject } from "../position/position.filter.js";
import { positionTable } from "../position/position.repository.js";
import { type StanceChangeFilter, type StanceChangesArgs, stanceChangeOrder } from "./stance-change.input.js";
import { StanceChange } from "./stance-change.type.js";

/**
 * The pairs of positions in a row, of one holder on one subject, that differ in stance. Only a position that a later one
 * replaced can begin such a pair, and few are: so each of those looks for the one after it, in the order of the index,
 * where a window function over all positions would sort them all.
 */
export function stanceChangeList(
  { where, between, orderBy }: StanceChangesArgs,
  asOf: string | undefined,
): ListQuery<StanceChange> {
  const [previous, position] = [raw("previous"), raw("position")];
  return {
    select: sql`${positionTable.select(position)}, previous."id" as "previousId", previous."stance" as "from"`,
    from: sql`"Position" previous ${withHolder(previous)} ${withSubject(previous)} cross join lateral (
      select later.* from "Position" later
      where later."holderId" = previous."holderId" and later."subjectId" = previous."subjectId"
      and later."retractedAt" is null and later."sinceLatest" >= previous."sinceLatest"
      and (later."sinceLatest", later."recordedAt", later."id")
        > (previous."sinceLatest", previous."recordedAt", previous."id")
      order by later."sinceLatest", later."recordedAt", later."id" limit 1) position`,
    where: allOf([
      sql`previous."retractedAt" is null and previous."standingUntil" < '9999-12-31'::date`,
      sql`position."stance" <> previous."stance"`,
      subjectInSight,
      changeMatches(where, asOf),
      liesIn(between, position, "since"),
    ]),
    sort: stanceChangeOrder.sort(orderBy, position),
    node: changeOf,
  };
}

/** Holder and subject are asked of the earlier position, so that they narrow the search before the later is looked for. */
function changeMatches(where: StanceChangeFilter | null | undefined, asOf: string | undefined): Sql {
  if (!where) return sql`true`;
  return allOf([
    actorWithId(sql`previous."holderId"`, where.holder, asOf),
    subjectWithId(sql`previous."subjectId"`, where.subject, asOf),
    oneOf(sql`previous."stance"`, where.from, "Stance"),
    oneOf(sql`position."stance"`, where.to, "Stance"),
    where.or && anyOf(where.or.map((filter) => changeMatches(filter, asOf))),
    where.not && isNot(changeMatches(where.not, asOf)),
  ]);
}

function changeOf(row: object): StanceChange {
  const { previousId, from, ...later } = row as Pick<StanceChange, "previousId" | "from">; // what `select` names
  const position = positionTable.instance(later);
  return Object.assign(new StanceChange(), {
    previousId,
    from,
    to: position.stance,
    when: position.since,
    position,
  });
}
