import type { Database } from "../../db/database.js";
import { noTimeLimit } from "../../db/limits.js";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { momentOfWriting } from "../lock.js";
import type { Outcome, Refusal } from "../write/outcome.js";
import { type Writing, write } from "../write/write.js";
import { actorColumns } from "./actor-columns.js";
import { bookParts } from "./book-parts.js";
import { type Merging, takeActors } from "./merging.js";
import { moveParts } from "./move-parts.js";
import { type NamedActor, namedActor, type StoredActor } from "./named-actor.js";
import { addNames } from "./names.js";
import { reviseAfter, reviseBefore } from "./revisions.js";

/** An actor to merge, in the version that the caller has seen. */
interface MergedActor extends NamedActor {
  readonly version: number;
}

export interface MergeRequest {
  /** The record that stays. */
  readonly keep: MergedActor;
  /** The record that is merged into it. */
  readonly merge: MergedActor;
}

/**
 * Merges two records of one actor: all that refers to the one refers to the other from then on, and the one is hidden and
 * leads to the other. Every change is recorded, so that `unmergeActors` can undo exactly these changes.
 *
 * @returns the id of the actor that stays
 */
export function mergeActors(
  database: Database,
  { keep, merge }: MergeRequest,
  by: Writing & { readonly reason: string },
): Promise<Outcome> {
  const request = ["merge", keep.name, keep.version, merge.name, merge.version, by.reason];
  return write(database, by, request, async (transaction) => {
    const both = await bothActors(transaction, keep, merge);
    if ("refusals" in both) return both;
    // An actor may have thousands of positions; the transaction's own limit holds.
    await transaction.$executeRaw(noTimeLimit);
    const at = await momentOfWriting(transaction);
    const columns = await actorColumns(transaction);
    const ids = { mergedId: both.merged.id, survivorId: both.survivor.id };
    await mergeInto({ transaction, ...ids, at, author: by.author, reason: by.reason, columns }, both.survivor.slug);
    return { id: ids.survivorId };
  });
}

async function mergeInto(merging: Merging, survivor: string): Promise<void> {
  const { transaction, mergedId, survivorId, at, author, reason } = merging;
  await takeActors(merging);
  await transaction.$executeRaw(
    sql`insert into "ActorMerge" ("mergedId", "survivorId", "mergedAt", author, reason)
      values (${mergedId}::uuid, ${survivorId}::uuid, ${at}::timestamptz, ${author}, ${reason})`,
  );
  await bookParts(merging);
  await reviseBefore(merging, "MERGED");
  await moveParts(merging, "MERGED");
  await addNames(merging);
  await transaction.$executeRaw(
    sql`update "Actor" set version = version + 1, "updatedAt" = ${at}::timestamptz where id = ${survivorId}::uuid`,
  );
  await transaction.$executeRaw(
    sql`update "Actor" set version = version + 1, "updatedAt" = ${at}::timestamptz, "mergedIntoId" = ${survivorId}::uuid,
      "retractedAt" = ${at}::timestamptz, "retractionReason" = ${`Merged into "${survivor}": ${reason}`}
      where id = ${mergedId}::uuid`,
  );
  await reviseAfter(merging);
}

async function bothActors(
  transaction: Transaction,
  keep: MergedActor,
  merge: MergedActor,
): Promise<{ survivor: StoredActor; merged: StoredActor } | { refusals: readonly Refusal[] }> {
  const survivor = await namedActor(transaction, keep);
  const merged = await namedActor(transaction, merge);
  const refusals = [...refusalsOf(survivor, keep), ...refusalsOf(merged, merge)];
  if (refusals.length > 0 || "refusals" in survivor || "refusals" in merged) return { refusals };
  if (survivor.id !== merged.id) return { survivor, merged };
  const message = `"${keep.name}" and "${merge.name}" are the same record. Give two different records`;
  return { refusals: [{ kind: "InvalidInput", path: merge.path, message }] };
}

function refusalsOf(
  found: StoredActor | { refusals: readonly Refusal[] },
  { name, path, version }: MergedActor,
): readonly Refusal[] {
  if ("refusals" in found) return found.refusals;
  const invalid = (message: string): Refusal[] => [{ kind: "InvalidInput", path, message }];
  if (found.mergedInto)
    return invalid(`"${name}" was merged into "${found.mergedInto}". Use that record, or unmerge it first`);
  if (found.retracted) return invalid(`"${name}" was retracted. Use another record, or reinstate it first`);
  if (found.version === version) return [];
  const message = `"${found.slug}" is now at version ${found.version}, not ${version}. Read it again before you merge it`;
  return [{ kind: "Conflict", path: `${path}Version`, message, currentVersion: found.version }];
}
