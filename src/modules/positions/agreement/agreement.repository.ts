import { allOf, isAmong } from "../../../db/conditions.js";
import type { Database } from "../../../db/database.js";
import { type ListQuery, sortBy } from "../../../db/page.js";
import { empty, raw, type Sql, sql } from "../../../db/sql.js";
import type { Legacy, OneSql, ValueSql } from "../../../graphql/field-sql.js";
import { actorTable } from "../../actors/index.js";
import { positionMatches, stands, subjectInSight, subjectTitle, withSubject } from "../position/position.filter.js";
import type { PositionFilter } from "../position/position.input.js";
import { sharedSubjectOrder } from "./agreement.input.js";
import type { Agreement } from "./agreement.type.js";
import { AgreementSubject } from "./agreement-subject.type.js";

/** With whom actors are compared, and which positions count. */
export interface Comparison {
  /** The id of the other actor. */
  other: Sql;
  where: PositionFilter | null | undefined;
  asOf: string | undefined;
}

export interface AgreementCounts {
  shared: number;
  agreed: number;
}

/** The standing positions of two actors on the subjects that they share, side by side. */
const sharedFrom = (other: Sql): Sql => sql`"Position" mine
  join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = ${other}`;

function bothCount({ where, asOf }: Comparison): Sql {
  const [mine, theirs] = [raw("mine"), raw("theirs")];
  return allOf([
    stands(mine, asOf),
    stands(theirs, asOf),
    subjectInSight(mine),
    positionMatches(where, mine, asOf),
    positionMatches(where, theirs, asOf),
  ]);
}

/** How many subjects each actor shares with the other, and on how many of them they agree: one statement. */
export async function agreementCounts(
  database: Database,
  actors: readonly string[],
  comparison: Comparison,
): Promise<AgreementCounts[]> {
  const rows = await database.query<AgreementCounts & { actor: string }>(
    sql`select mine."holderId" as "actor", count(*)::int as "shared",
        (count(*) filter (where mine."stance" = theirs."stance"))::int as "agreed"
      from ${sharedFrom(comparison.other)}
      where ${isAmong(sql`mine."holderId"`, actors)} and ${bothCount(comparison)}
      group by mine."holderId"`,
  );
  const counts = new Map(rows.map((row) => [row.actor, row]));
  return actors.map((actor) => counts.get(actor) ?? { shared: 0, agreed: 0 });
}

/** The subjects that each actor shares with the other, by title. */
export function sharedSubjectList(
  comparison: Comparison,
  agrees: boolean | null | undefined,
): ListQuery<AgreementSubject> {
  const same = sql`mine."stance" = theirs."stance"`;
  return {
    rows: sql`mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId",
      ${same} as "agrees"`,
    select: sql`mine."id" as "mineId", theirs."id" as "theirsId", mine."proposalId", mine."policyActionId",
      ${same} as "agrees"`,
    from: sql`${sharedFrom(comparison.other)} ${withSubject(raw("mine"))}`,
    where: allOf([
      sql`mine."holderId" = parent."id"`,
      bothCount(comparison),
      agrees != null && sql`(${same}) = ${agrees}::boolean`,
    ]),
    sort: sortBy(sharedSubjectOrder, subjectTitle, sql`mine."id"`),
    node: (row) => Object.assign(new AgreementSubject(), row),
  };
}

/** How often an actor agrees with the one with a slug: the row of an agreement. */
export function agreement(
  slug: string,
  where: PositionFilter | null | undefined,
  asOf: string | undefined,
  legacy: Legacy,
): OneSql & { legacy: Legacy } {
  const { from, where: named } = actorTable.bySlug(raw("other"), sql`${slug}`);
  const comparison: Comparison = { other: sql`(select other."id" from ${from} where ${named})`, where, asOf };
  return {
    kind: "one",
    scope: comparison,
    rows: (alias, actor, wants) => ({
      from: sql`(select ${actor}."id" as "actorId", other."id" as "otherId" ${counted.some(wants) ? sql`, counts.*` : empty}
        from ${from} ${counted.some(wants) ? sql`cross join lateral (${countsOf(actor, comparison)}) counts` : empty}
        where ${named}) ${alias}`,
    }),
    legacy,
  };
}

const counted = ["shared", "agreed", "score"];

function countsOf(actor: Sql, comparison: Comparison): Sql {
  return sql`select count(*) as "shared", count(*) filter (where mine."stance" = theirs."stance") as "agreed"
    from ${sharedFrom(comparison.other)} where mine."holderId" = ${actor}."id" and ${bothCount(comparison)}`;
}

/** The part of the shared subjects on which two actors agree; null where they share none. */
export const score: ValueSql & { legacy: Legacy } = {
  kind: "value",
  value: (row) => sql`${row}."agreed"::float8 / nullif(${row}."shared", 0)`,
  async legacy({ actorId, question }: Agreement) {
    const { shared, agreed } = await question.counts.load(actorId);
    return shared === 0 ? null : agreed / shared;
  },
};

/** An id that is known, as SQL. */
export const idOf = (uuid: string): Sql => sql`${uuid}::uuid`;
