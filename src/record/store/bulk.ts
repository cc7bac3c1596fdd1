import type { Prisma } from "../../db/generated/client.js";
import { join, raw, type Sql, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";

export type Table = Prisma.ModelName;
/** A row by column, each of its table's columns that is written present, dates as YYYY-MM-DD. */
export type Row = Record<string, unknown>;

/** How many rows one statement takes: they travel as one JSON value, of which there are several copies for a moment. */
const chunk = 2000;

/** Inserts rows that all have the same columns. */
export async function insertRows(transaction: Transaction, table: Table, rows: readonly Row[]): Promise<void> {
  for (const part of chunks(rows)) {
    const columns = columnsOf(part);
    await transaction.$executeRaw(
      sql`insert into ${name(table)} (${join(columns.map(name))}) select ${join(columns.map(name))} from ${recordset(table, part)} n`,
    );
  }
}

/**
 * Updates rows by id to their next version. Each names the version that it makes: a row that someone else revised since
 * it was read is not touched.
 * @returns whether all were updated
 */
export async function updateRows(transaction: Transaction, table: Table, rows: readonly Row[]): Promise<boolean> {
  for (const part of chunks(rows)) {
    const columns = columnsOf(part).filter((column) => column !== "id");
    const updated = await transaction.$executeRaw(
      sql`update ${name(table)} t set ${join(columns.map((column) => sql`${name(column)} = n.${name(column)}`))}
        from ${recordset(table, part)} n where t.id = n.id and t.version = n.version - 1 and t."retractedAt" is null`,
    );
    if (updated !== part.length) return false;
  }
  return true;
}

/** Deletes the rows of a link table that belong to these entities. */
export async function deleteLinks(transaction: Transaction, table: Table, owner: string, ids: string[]): Promise<void> {
  await transaction.$executeRaw(sql`delete from ${name(table)} where ${name(owner)} = any(${ids}::uuid[])`);
}

function* chunks(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += chunk) yield rows.slice(start, start + chunk);
}

const name = (identifier: string): Sql => raw(`"${identifier}"`);

const columnsOf = (rows: readonly Row[]): string[] => Object.keys(rows[0] ?? {});

/** The rows as the table's own row type, so that Postgres reads dates and enums as their columns want them. */
const recordset = (table: Table, rows: readonly Row[]): Sql =>
  sql`jsonb_populate_recordset(null::${name(table)}, ${JSON.stringify(rows)}::jsonb)`;
