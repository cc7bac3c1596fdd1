import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { type CopySource, type CopyTarget, columnList, tableName } from "../copying.js";

type Query = CopySource["query"];

/** Copies out of a connection that has a transaction. */
export const postgresCopySource = (client: pg.ClientBase, query: Query): CopySource => ({
  query,
  copyOut: (table) => client.query(copyTo(`copy ${tableName(table)} (${columnList(table)}) to stdout`)),
});

/** Copies into a connection that has a transaction. */
export const postgresCopyTarget = (client: pg.ClientBase, query: Query): CopyTarget => ({
  query,
  copyIn: (table, lines) => {
    const command = `copy ${tableName(table)} (${columnList(table)}) from stdin`;
    return pipeline(Readable.from(lines), client.query(copyFrom(command)));
  },
});
