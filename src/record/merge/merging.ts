import { raw, type Sql, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import type { Authorship } from "../record.js";
import type { ActorColumns } from "./actor-columns.js";

/** A merge that is made or undone. Ids are uuids. */
export interface Merging extends Required<Authorship> {
  readonly transaction: Transaction;
  /** The actor that is merged into the other, or was. */
  readonly mergedId: string;
  readonly survivorId: string;
  /** When, as Postgres writes it: the revisions of this change, and no other, have it. */
  readonly at: string;
  readonly columns: ActorColumns;
}

/** A table's or a column's name. */
export const name = (identifier: string): Sql => raw(`"${identifier}"`);

/** The parts of one merge, under the alias `part`, as the condition of a statement. */
export const partsOf = (mergedId: string): Sql => sql`part."mergedId" = ${mergedId}::uuid`;

/** Waits for a bulk import that is recording votes of the two, and has others wait: it takes no lock of writes. */
export async function takeActors({ transaction, mergedId, survivorId }: Merging): Promise<void> {
  await transaction.$executeRaw(
    sql`select from "Actor" where id in (${mergedId}::uuid, ${survivorId}::uuid) order by id for no key update`,
  );
}
