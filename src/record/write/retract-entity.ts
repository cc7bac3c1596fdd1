import type { Database } from "../../db/database.js";
import type { RevisionAction } from "../../db/generated/enums.js";
import { raw, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { entities } from "../entities/index.js";
import { momentOfWriting } from "../lock.js";
import { newId } from "../new-id.js";
import { insertRows } from "../store/bulk.js";
import type { Stored } from "../store/load.js";
import { type Outcome, refused } from "./outcome.js";
import { storedEntity, type Target } from "./stored-entity.js";
import { type Writing, write } from "./write.js";

type Why = Writing & { readonly reason: string };

/** Takes an entity back: it is hidden from then on, with all that it says kept. Links to it stay. */
export function retractEntity(database: Database, target: Target, by: Why): Promise<Outcome> {
  return changeStanding(database, target, "RETRACTED", by);
}

/** Makes a retracted entity count again. */
export function reinstateEntity(database: Database, target: Target, by: Why): Promise<Outcome> {
  return changeStanding(database, target, "REINSTATED", by);
}

function changeStanding(
  database: Database,
  target: Target,
  action: Extract<RevisionAction, "RETRACTED" | "REINSTATED">,
  by: Why,
): Promise<Outcome> {
  const { list, id, version } = target;
  return write(database, by, [action, list, id, version, by.reason], async (transaction) => {
    const stored = await storedEntity(transaction, target);
    if ("refusals" in stored) return stored;
    if ((stored.retractedAt !== null) === (action === "RETRACTED")) {
      const message = action === "RETRACTED" ? "The entity is already retracted" : "The entity is not retracted";
      return refused("InvalidInput", "input.id", message);
    }
    await record(transaction, target, stored, action, by);
    return { id };
  });
}

async function record(
  transaction: Transaction,
  { list, id }: Target,
  { version, entry }: Stored,
  action: RevisionAction,
  { author, reason }: Why,
): Promise<void> {
  const { table, kind } = entities[list];
  const at = await momentOfWriting(transaction);
  const retracted = action === "RETRACTED";
  await transaction.$executeRaw(
    sql`update ${raw(`"${table}"`)} set version = version + 1, "updatedAt" = ${at}::timestamptz,
      "retractedAt" = ${retracted ? at : null}::timestamptz, "retractionReason" = ${retracted ? reason : null}
      where id = ${id}::uuid`,
  );
  const revision = { entityKind: kind, entityId: id, version: version + 1, action, recordedAt: at, author, reason };
  await insertRows(transaction, "Revision", [{ id: newId(), ...revision, before: entry, after: entry }]);
}
