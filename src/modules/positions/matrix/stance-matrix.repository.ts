import { ArgsType, Field } from "type-graphql";
import { orTrue } from "../../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { badUserInput } from "../../../errors.js";
import type { ListSql, OneSql, Refusal } from "../../../graphql/field-sql.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { ActorFilter, actorMatches } from "../../actors/index.js";
import { SubjectFilter, subjectsMatching } from "../../policy-actions/index.js";
import { asOfDescription, stands } from "../position/position.input.js";
import { subjectReference } from "../position/position.resolver.js";

/** The largest matrix. */
export const matrixLimits = { holders: 250, subjects: 100 };

@ArgsType()
export class StanceMatrixArgs {
  @Field(() => ActorFilter, {
    nullable: true,
    description: `Only actors that match this filter, as rows. Default: all. At most ${matrixLimits.holders} actors; a larger matrix is refused.`,
  })
  holders?: ActorFilter | null;

  @Field(() => SubjectFilter, {
    nullable: true,
    description: `Only subjects that match this filter, as columns. Default: all. At most ${matrixLimits.subjects} subjects; a larger matrix is refused.`,
  })
  subjects?: SubjectFilter | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` is checked on the same day.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}

function tooMany(argument: keyof typeof matrixLimits): Error {
  const reason = `matches more than ${matrixLimits[argument]}, which is the limit: narrow the filter`;
  return badUserInput(`\`${argument}\` ${reason}`, [{ path: argument, reason }]);
}

/** The actors of a matrix with their places, by name: a table expression `holder`, of which `tooManyHolders` refuses the excess. */
export function placedHolders(holders: ActorFilter | null | undefined, asOf: string | undefined): Sql {
  const actor = raw("actor");
  // One more than may be, so that too many are noticed.
  return sql`holder as (
      select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.*
      from "Actor" actor where actor."retractedAt" is null and ${orTrue(actorMatches(holders, actor, asOf))}
      order by "place" limit ${matrixLimits.holders + 1}
    )`;
}

/** The rows and the columns of a matrix, with their places. */
function placed({ holders, subjects }: StanceMatrixArgs, asOf: string | undefined): Sql {
  return sql`${placedHolders(holders, asOf)}, subject as (
      select placed.*, (select proposal."id" from "Proposal" proposal where proposal."id" = placed."id") as "proposalId",
        (select action."id" from "PolicyAction" action where action."id" = placed."id") as "policyActionId"
      from (
        select row_number() over (order by either."title", either."id") - 1 as "place", either.*
        from (${subjectsMatching(subjects, asOf, ["id", "title"])}) either
        order by "place" limit ${matrixLimits.subjects + 1}
      ) placed
    )`;
}

const more = (table: Sql, argument: keyof typeof matrixLimits): Refusal => ({
  when: sql`(select count(*) from ${table}) > ${raw(String(matrixLimits[argument]))}`,
  error: () => tooMany(argument),
});

/** Refuses a matrix of more actors than it may have. */
export const tooManyHolders: Refusal = more(raw("holder"), "holders");

/** What the fields of a matrix need of its arguments. */
export interface MatrixScope {
  readonly asOf: string | undefined;
}

/** Where each actor stands on each subject: its fields read the tables `holder` and `subject`. */
export function stanceMatrix(args: StanceMatrixArgs, asOf: string | undefined): OneSql {
  const scope: MatrixScope = { asOf };
  return {
    kind: "one",
    scope,
    rows: (matrix) => ({ with: placed(args, asOf), from: sql`(select) ${matrix}` }),
    refusals: [tooManyHolders, more(raw("subject"), "subjects")],
  };
}

export const rowsOf: ListSql = {
  kind: "list",
  rows: (row) => ({ from: sql`holder ${row}`, orderBy: sql`${row}."place"` }),
};

export const columnsOf: ListSql = {
  kind: "list",
  rows: (column) => ({ from: sql`subject ${column}`, orderBy: sql`${column}."place"` }),
  item: subjectReference,
};

/** A row of cells for each holder: each cell is made of a position. */
export const cellsOf = (asOf: string | undefined): ListSql => ({
  kind: "list",
  rows: (row) => ({ from: sql`holder ${row}`, orderBy: sql`${row}."place"` }),
  item: {
    kind: "list",
    rows: (position, row) => ({
      from: sql`subject left join "Position" ${position} on ${position}."holderId" = ${row}."id"
        and ${position}."subjectId" = subject."id" and ${stands(position, asOf)}`,
      orderBy: sql`subject."place"`,
    }),
    item: { kind: "sameRow", when: (position) => sql`${position}."id" is not null` },
  },
});
