import type { PGlite } from "@electric-sql/pglite";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { DatabaseUnavailable, OutcomeUnknown } from "../errors.js";
import type { Sql } from "../sql.js";
import { type CopyRow, copyText } from "./copy-text.js";

type Query = <Row>(sqlQuery: Sql) => Promise<Row[]>;

/** One connection for work on very many rows, without a time limit. */
export interface BulkSession {
  readonly query: Query;
  /** Adds rows by COPY, which fires the table's triggers as one INSERT does. */
  copy(table: string, columns: readonly string[], rows: readonly CopyRow[]): Promise<void>;
  /**
   * All that the work does, or nothing.
   *
   * @throws OutcomeUnknown when the connection broke at `COMMIT`
   */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A session on a connection that is the caller's alone. */
export function postgresBulkSession(client: pg.ClientBase, query: Query): BulkSession {
  return {
    query,
    transaction: (work) => inTransaction((command) => client.query(command), work),
    copy: (table, columns, rows) =>
      new Promise((resolve, reject) => {
        const stream = client.query(copyFrom(`${copyCommand(table, columns)} from stdin`));
        stream.on("error", reject).on("finish", resolve);
        stream.end(copyText(rows));
      }),
  };
}

/** A session on the embedded database's only connection. */
export function embeddedBulkSession(pglite: PGlite, query: Query): BulkSession {
  return {
    query,
    transaction: (work) => inTransaction((command) => pglite.exec(command), work),
    copy: async (table, columns, rows) => {
      const blob = new Blob([new Uint8Array(copyText(rows))]);
      await pglite.query(`${copyCommand(table, columns)} from '/dev/blob'`, [], { blob });
    },
  };
}

const copyCommand = (table: string, columns: readonly string[]): string =>
  `copy "${table}" (${columns.map((column) => `"${column}"`).join(", ")})`;

async function inTransaction<Result>(
  execute: (command: string) => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  // The history of its rows begins when it does, as their `recordedAt` says.
  await execute("begin; select set_config('standpoint.moment', now()::text, true)");
  let isDone = false;
  try {
    const result = await work();
    isDone = true;
    await execute("commit");
    return result;
  } catch (error) {
    if (isDone && error instanceof DatabaseUnavailable) throw new OutcomeUnknown(error.message, { cause: error });
    // Where the connection is lost the database rolls back by itself, and the first error is the one to tell.
    await execute("rollback").catch(() => undefined);
    throw error;
  }
}
