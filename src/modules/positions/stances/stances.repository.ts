import { isAmong, orTrue } from "../../../db/conditions.js";
import type { Database } from "../../../db/database.js";
import { Stance } from "../../../db/generated/enums.js";
import { groupByParent } from "../../../db/group.js";
import type { ListQuery } from "../../../db/page.js";
import { raw, sql } from "../../../db/sql.js";
import { formerLoader, type Legacy, type ListSql } from "../../../graphql/field-sql.js";
import { type Actor, actorList } from "../../actors/index.js";
import { holderInSight, positionMatches, stands } from "../position/position.filter.js";
import type { StanceCount } from "./stance-count.type.js";
import type { StanceCountsArgs, StanceHoldersArgs } from "./stances.input.js";

const position = raw("position");

/** The actors whose standing position on each parent, a subject, is `stance`. */
export function stanceHolderList(args: StanceHoldersArgs, stance: Stance, asOf: string | undefined): ListQuery<Actor> {
  return actorList(
    args,
    asOf,
    sql`actor."id" in (select position."holderId" from "Position" position
      where position."subjectId" = parent."id" and position."stance" = ${stance}::text::"Stance"
      and ${stands(position, asOf)})`,
  );
}

/** How many standing positions on each subject take each stance, in the stances' order, zeros included: one statement. */
async function stanceCountsOf(
  database: Database,
  subjects: readonly string[],
  { where }: StanceCountsArgs,
  asOf: string | undefined,
): Promise<StanceCount[][]> {
  const rows = await database.query<StanceCount & { parent: string }>(
    sql`select position."subjectId" as "parent", position."stance", count(*)::int as "count"
      from "Position" position
      where ${isAmong(sql`position."subjectId"`, subjects)} and ${stands(position, asOf)}
      and ${holderInSight(position)} and ${orTrue(positionMatches(where, position, asOf))}
      group by position."subjectId", position."stance"`,
  );
  return groupByParent(rows, subjects).map((counts) =>
    Object.values(Stance).map((stance) => ({
      stance,
      count: counts.find((row) => row.stance === stance)?.count ?? 0,
    })),
  );
}

/** How many standing positions on a subject take each stance, in the stances' order, zeros included. */
export function stanceCounts(args: StanceCountsArgs, asOf: string | undefined): ListSql & { legacy: Legacy } {
  return {
    kind: "list",
    rows: (count, subject) => ({
      from: sql`(select listed."stance", coalesce(counted."count", 0) as "count"
        from unnest(enum_range(null::"Stance")) as listed("stance")
        left join (select position."stance", count(*) as "count" from "Position" position
          where position."subjectId" = ${subject}."id" and ${stands(position, asOf)}
          and ${holderInSight(position)} and ${orTrue(positionMatches(args.where, position, asOf))}
          group by position."stance") counted on counted."stance" = listed."stance") ${count}`,
      orderBy: sql`${count}."stance"`,
    }),
    legacy: formerLoader(({ database }, subjects) => stanceCountsOf(database, subjects, args, asOf)),
  };
}
