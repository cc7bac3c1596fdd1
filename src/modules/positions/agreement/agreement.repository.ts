import { allOf, isAmong } from "../../../db/conditions.js";
import type { Database } from "../../../db/database.js";
import { type ListQuery, sortBy } from "../../../db/page.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { positionMatches, stands, subjectInSight, subjectTitle, withSubject } from "../position/position.filter.js";
import type { PositionFilter } from "../position/position.input.js";
import { sharedSubjectOrder } from "./agreement.input.js";
import { AgreementSubject } from "./agreement-subject.type.js";

/** With whom actors are compared, and which positions count. */
interface Comparison {
  other: string;
  where: PositionFilter | null | undefined;
  asOf: string | undefined;
}

export interface AgreementCounts {
  shared: number;
  agreed: number;
}

/** The standing positions of two actors on the subjects that they share, side by side. */
const sharedFrom = (other: string): Sql => sql`"Position" mine
  join "Position" theirs on theirs."subjectId" = mine."subjectId" and theirs."holderId" = ${other}::uuid`;

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
