import type { Transaction } from "@electric-sql/pglite";
import { type CopiedTable, type CopySource, type CopyTarget, columnList, tableName } from "../copying.js";

type Query = CopySource["query"];

/** Blocks of 8 kB that are copied at once: the engine holds all of that in memory. */
const blocksAtOnce = 512;

/** Copies out of a transaction of the embedded database. */
export const embeddedCopySource = (transaction: Transaction, query: Query): CopySource => ({
  query,
  copyOut: (table) => partsOf(transaction, table),
});

/** A table by ranges of its blocks, which Postgres reads without a look at the rest. */
async function* partsOf(transaction: Transaction, table: CopiedTable): AsyncGenerator<Uint8Array, void> {
  const name = tableName(table);
  const size = `select (pg_relation_size('${name.replaceAll("'", "''")}') / current_setting('block_size')::int)::int as blocks`;
  const [found] = (await transaction.query<{ blocks: number }>(size)).rows;
  for (let block = 0; block < (found?.blocks ?? 0); block += blocksAtOnce) {
    const range = `ctid >= '(${block},0)' and ctid < '(${block + blocksAtOnce},0)'`;
    const { blob } = await transaction.query(
      `copy (select ${columnList(table)} from ${name} where ${range}) to '/dev/blob'`,
    );
    if (blob) yield new Uint8Array(await blob.arrayBuffer());
  }
}

/** Copies into a transaction of the embedded database. */
export const embeddedCopyTarget = (transaction: Transaction, query: Query): CopyTarget => ({
  query,
  async copyIn(table, lines) {
    const command = `copy ${tableName(table)} (${columnList(table)}) from '/dev/blob'`;
    for await (const part of lines) {
      await transaction.query(command, [], { blob: new Blob([new Uint8Array(part)]) });
    }
  },
});
