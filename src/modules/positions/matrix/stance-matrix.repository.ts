import { orTrue } from "../../../db/conditions.js";
import type { Database } from "../../../db/database.js";
import type { JsonRow } from "../../../db/entity-table.js";
import { raw, type Sql, sql } from "../../../db/sql.js";
import { badUserInput } from "../../../errors.js";
import { actorMatches, actorTable } from "../../actors/index.js";
import { policyActionTable, type Subject, subjectsMatching } from "../../policy-actions/index.js";
import { proposalTable } from "../../proposals/index.js";
import { stands } from "../position/position.filter.js";
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
export async function stanceMatrix(
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
  const most = matrixLimits[argument];
  if (found <= most) return;
  const reason = `matches more than ${most}: narrow it`;
  throw badUserInput(`\`${argument}\` ${reason}`, [{ path: argument, reason }]);
}

function matrixStatement({ holders, subjects }: StanceMatrixArgs, asOf: string | undefined): Sql {
  const [actor, proposal, action, position] = [raw("actor"), raw("proposal"), raw("action"), raw("position")];
  // One more than may be, so that too many are noticed.
  return sql`with holder as (
      select row_number() over (order by actor."name", actor."id") - 1 as "place", ${actorTable.select(actor)}
      from "Actor" actor where actor."retractedAt" is null and ${orTrue(actorMatches(holders, actor, asOf))}
      order by "place" limit ${matrixLimits.holders + 1}
    ), subject as (
      select row_number() over (order by either."title", either."id") - 1 as "place", either."id"
      from (${subjectsMatching(subjects, asOf, ["id", "title"])}) either order by "place" limit ${matrixLimits.subjects + 1}
    )
    select
      (${listOf(sql`select * from holder order by "place"`)}) as "rows",
      (${listOf(sql`select subject."place", ${proposalTable.select(proposal)}
        from subject join "Proposal" proposal on proposal."id" = subject."id"`)}) as "proposals",
      (${listOf(sql`select subject."place", ${policyActionTable.select(action)}
        from subject join "PolicyAction" action on action."id" = subject."id"`)}) as "policyActions",
      (select coalesce(json_agg(json_build_array(holder."place", subject."place",
          position."id", position."stance", position."basis", position."since")), '[]')
        from "Position" position
        join holder on holder."uuid" = position."holderId"
        join subject on subject."id" = position."subjectId"
        where ${stands(position, asOf)}) as "cells"`;
}

function listOf(rows: Sql): Sql {
  return sql`select coalesce(json_agg(listed), '[]') from (${rows}) listed`;
}
