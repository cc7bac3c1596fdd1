import { raw, type Sql } from "./sql.js";

/** A table by its schema and name, with the columns that are stored. */
export interface CopiedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** One snapshot of a database, of which tables are copied in Postgres' text format: one line for each row. */
export interface CopySource {
  query<Row>(sqlQuery: Sql): Promise<Row[]>;
  copyOut(table: CopiedTable): AsyncIterable<Uint8Array>;
}

/** One transaction that fills tables. */
export interface CopyTarget {
  query<Row>(sqlQuery: Sql): Promise<Row[]>;
  /** @param lines whole rows in each part */
  copyIn(table: CopiedTable, lines: AsyncIterable<Uint8Array>): Promise<void>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The table's name in SQL. */
export const tableName = ({ schema, name }: Pick<CopiedTable, "schema" | "name">): string =>
  `${quoted(schema)}.${quoted(name)}`;

/** The same as SQL that is part of a query. */
export const tableSql = (table: Pick<CopiedTable, "schema" | "name">): Sql => raw(tableName(table));

export const columnList = ({ columns }: CopiedTable): string => columns.map(quoted).join(", ");
