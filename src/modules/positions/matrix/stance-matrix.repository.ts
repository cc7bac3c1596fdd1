import { orTrue } from "../../../db/conditions.js";
import type { Database } from "../../../db/database.js";
import type { JsonRow } from "../../../db/entity-table.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { badUserInput } from "../../../errors.js";
import type { Legacy, ListSql, OneSql, Refusal, SameRowSql } from "../../../graphql/field-sql.js";
import { reference } from "../../../graphql/reference.js";
import { actorMatches, actorTable } from "../../actors/index.js";
import { policyActionTable, type Subject, subjectsMatching } from "../../policy-actions/index.js";
import { proposalTable } from "../../proposals/index.js";
import { stands } from "../position/position.filter.js";
import { positionTable } from "../position/position.repository.js";
import { subjectReference } from "../position/subject-of.js";
import { matrixLimits, type StanceMatrixArgs } from "./stance-matrix.input.js";
import { StanceCell, StanceMatrix } from "./stance-matrix.type.js";

/** An entity as JSON, with its place among the rows or columns. */
type Placed = JsonRow & { place: number };

/** A cell that is not empty: the places of its row and column, then what it holds. */
type Filled = [row: number, column: number, position: string, StanceCell["stance"], StanceCell["basis"], since: string];

interface Parts {
  rows: Placed[];
  proposals: Placed[];
  policyActions: Placed[];
  cells: Filled[];
}

/**
 * Where each actor stands on each subject, the actors by name and the subjects by title: one statement.
 *
 * @throws BAD_USER_INPUT for more actors or subjects than a matrix may have
 */
async function formerMatrix(
  database: Database,
  args: StanceMatrixArgs,
  asOf: string | undefined,
): Promise<StanceMatrix> {
  const [parts] = await database.query<Parts>(matrixStatement(args, asOf));
  if (!parts) throw new Error("a select without a from has one row");
  const rows = parts.rows.map(({ place, ...row }) => actorTable.jsonInstance(row));
  const columns: Subject[] = [];
  for (const { place, ...row } of parts.proposals) columns[place] = proposalTable.jsonInstance(row);
  for (const { place, ...row } of parts.policyActions) columns[place] = policyActionTable.jsonInstance(row);
  refuseMore("holders", rows.length);
  refuseMore("subjects", columns.length);

  const cells = rows.map(() => columns.map((): StanceCell | null => null));
  for (const [row, column, positionId, stance, basis, since] of parts.cells) {
    const line = cells[row];
    if (line) line[column] = Object.assign(new StanceCell(), { positionId, stance, basis, since });
  }
  return Object.assign(new StanceMatrix(), { rows, columns, cells });
}

function refuseMore(argument: keyof typeof matrixLimits, found: number): void {
  if (found > matrixLimits[argument]) throw tooMany(argument);
}

function tooMany(argument: keyof typeof matrixLimits): Error {
  const reason = `matches more than ${matrixLimits[argument]}: narrow it`;
  return badUserInput(`\`${argument}\` ${reason}`, [{ path: argument, reason }]);
}

/** The rows and the columns of a matrix, with their places. */
function placed({ holders, subjects }: StanceMatrixArgs, asOf: string | undefined): Sql {
  const actor = raw("actor");
  // One more than may be, so that too many are noticed.
  return sql`holder as (
      select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.*
      from "Actor" actor where actor."retractedAt" is null and ${orTrue(actorMatches(holders, actor, asOf))}
      order by "place" limit ${matrixLimits.holders + 1}
    ), subject as (
      select placed.*, (select proposal."id" from "Proposal" proposal where proposal."id" = placed."id") as "proposalId",
        (select action."id" from "PolicyAction" action where action."id" = placed."id") as "policyActionId"
      from (
        select row_number() over (order by either."title", either."id") - 1 as "place", either.*
        from (${subjectsMatching(subjects, asOf, ["id", "title"])}) either
        order by "place" limit ${matrixLimits.subjects + 1}
      ) placed
    )`;
}

function matrixStatement(args: StanceMatrixArgs, asOf: string | undefined): Sql {
  const [proposal, action, position] = [raw("proposal"), raw("action"), raw("position")];
  return sql`with ${placed(args, asOf)}
    select
      (${listOf(sql`select holder."place", ${actorTable.select(raw("holder"))} from holder order by "place"`)}) as "rows",
      (${listOf(sql`select subject."place", ${proposalTable.select(proposal)}
        from subject join "Proposal" proposal on proposal."id" = subject."id"`)}) as "proposals",
      (${listOf(sql`select subject."place", ${policyActionTable.select(action)}
        from subject join "PolicyAction" action on action."id" = subject."id"`)}) as "policyActions",
      (select coalesce(json_agg(json_build_array(holder."place", subject."place",
          position."id", position."stance", position."basis", position."since")), '[]')
        from "Position" position
        join holder on holder."id" = position."holderId"
        join subject on subject."id" = position."subjectId"
        where ${stands(position, asOf)}) as "cells"`;
}

function listOf(rows: Sql): Sql {
  return sql`select coalesce(json_agg(listed), '[]') from (${rows}) listed`;
}

/** What the fields of a matrix need of its arguments. */
export interface MatrixScope {
  readonly asOf: string | undefined;
}

/** Where each actor stands on each subject: its fields read the tables `holder` and `subject`. */
export function stanceMatrix(args: StanceMatrixArgs, asOf: string | undefined): OneSql & { legacy: Legacy } {
  const more = (table: Sql, argument: keyof typeof matrixLimits): Refusal => ({
    when: sql`(select count(*) from ${table}) > ${raw(String(matrixLimits[argument]))}`,
    error: () => tooMany(argument),
  });
  const scope: MatrixScope = { asOf };
  return {
    kind: "one",
    scope,
    rows: (matrix) => ({ with: placed(args, asOf), from: sql`(select) ${matrix}` }),
    refusals: [more(raw("holder"), "holders"), more(raw("subject"), "subjects")],
    legacy: (_source, { database }) => formerMatrix(database, args, asOf),
  };
}

export const rowsOf: ListSql & { legacy: Legacy } = {
  kind: "list",
  rows: (row) => ({ from: sql`holder ${row}`, orderBy: sql`${row}."place"` }),
  legacy: ({ rows }: StanceMatrix) => rows,
};

export const columnsOf: ListSql & { legacy: Legacy } = {
  kind: "list",
  rows: (column) => ({ from: sql`subject ${column}`, orderBy: sql`${column}."place"` }),
  item: subjectReference,
  legacy: ({ columns }: StanceMatrix) => columns,
};

/** A row of cells for each holder: each cell is made of a position. */
export const cellsOf = (asOf: string | undefined): ListSql & { legacy: Legacy } => ({
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
  legacy: ({ cells }: StanceMatrix) => cells,
});

/** The position that a cell is made of. */
export const cellPosition: SameRowSql & { legacy: Legacy } = {
  kind: "sameRow",
  legacy: ({ positionId }: StanceCell, context) => reference(positionTable, positionId, context),
};
