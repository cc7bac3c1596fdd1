import type { Database } from "../../db/database.js";
import { noTimeLimit } from "../../db/limits.js";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { momentOfWriting } from "../lock.js";
import { type Outcome, refused } from "../write/outcome.js";
import { type Writing, write } from "../write/write.js";
import { actorColumns } from "./actor-columns.js";
import { type Merging, partsOf, takeActors } from "./merging.js";
import { forgetChangedSince, moveParts } from "./move-parts.js";
import { type NamedActor, namedActor } from "./named-actor.js";
import { takeNamesBack } from "./names.js";
import { reviseAfter, reviseBefore } from "./revisions.js";

/**
 * Takes a merge back: what it moved and what still is where it was moved to goes back, what it set aside and what still is
 * set aside counts again. What was written since stays.
 *
 * @param merged the actor that was merged into another
 * @returns its id
 */
export function unmergeActors(
  database: Database,
  merged: NamedActor,
  by: Writing & { readonly reason: string },
): Promise<Outcome> {
  return write(database, by, ["unmerge", merged.name, by.reason], async (transaction) => {
    const found = await namedActor(transaction, merged);
    if ("refusals" in found) return found;
    const merge = await mergeOf(transaction, found.id);
    if (!merge) return refused("InvalidInput", merged.path, `"${merged.name}" is not merged into another actor`);
    const obstacle = merge.survivorMergedInto
      ? `"${merge.survivor}", into which it was merged, has since been merged into "${merge.survivorMergedInto}". Unmerge "${merge.survivor}" first`
      : await laterMerge(transaction, found.id, merge.survivorId);
    if (obstacle) return refused("InvalidInput", merged.path, obstacle);

    // An actor may have thousands of positions; the transaction's own limit holds.
    await transaction.$executeRaw(noTimeLimit);
    const at = await momentOfWriting(transaction);
    const columns = await actorColumns(transaction);
    const { survivorId } = merge;
    await unmerge({ transaction, mergedId: found.id, survivorId, at, author: by.author, reason: by.reason, columns });
    return { id: found.id };
  });
}

async function unmerge(merging: Merging): Promise<void> {
  const { transaction, mergedId, survivorId, at } = merging;
  await takeActors(merging);
  await forgetChangedSince(merging);
  await reviseBefore(merging, "UNMERGED");
  await moveParts(merging, "UNMERGED");
  await takeNamesBack(merging);
  await transaction.$executeRaw(
    sql`update "Actor" set version = version + 1, "updatedAt" = ${at}::timestamptz where id = ${survivorId}::uuid`,
  );
  await transaction.$executeRaw(
    sql`update "Actor" set version = version + 1, "updatedAt" = ${at}::timestamptz, "mergedIntoId" = null,
      "retractedAt" = null, "retractionReason" = null where id = ${mergedId}::uuid`,
  );
  await reviseAfter(merging);
  await transaction.$executeRaw(sql`delete from "ActorMerge" where "mergedId" = ${mergedId}::uuid`);
}

interface Merge {
  readonly survivorId: string;
  readonly survivor: string;
  readonly survivorMergedInto: string | null;
}

async function mergeOf(transaction: Transaction, mergedId: string): Promise<Merge | undefined> {
  const [merge] = await transaction.$queryRaw<Merge[]>(sql`
    select merge."survivorId", survivor.slug as survivor, next.slug as "survivorMergedInto"
    from "ActorMerge" merge join "Actor" survivor on survivor.id = merge."survivorId"
    left join "Actor" next on next.id = survivor."mergedIntoId" where merge."mergedId" = ${mergedId}::uuid`);
  return merge;
}

/**
 * Why another actor that was merged into the same one has to be unmerged first: something of it was set aside because of what this
 * one brought, and would be missing where that goes away.
 */
async function laterMerge(transaction: Transaction, mergedId: string, survivorId: string): Promise<string | undefined> {
  const [later] = await transaction.$queryRaw<{ slug: string }[]>(sql`
    select a.slug from "ActorMerge" merge join "Actor" a on a.id = merge."mergedId"
    where merge."survivorId" = ${survivorId}::uuid and merge."mergedId" <> ${mergedId}::uuid and exists (
      select from "ActorMergePart" aside join "ActorMergePart" part on ${partsOf(mergedId)} and part.fate = 'MOVED'
        and part."table" = aside."table"
        and case when aside."column" = 'retractedAt' then part."entityId" = coalesce(aside."to", aside."entityId")
          else part."column" = aside."column" and part."entityId" = aside."entityId"
            and part."row" - ${toldApart} = aside."row" - ${toldApart} end
      where aside."mergedId" = merge."mergedId" and aside.fate = 'SET_ASIDE')
    order by merge."mergedAt" desc limit 1`);
  if (!later) return undefined;
  return `"${later.slug}" was later merged into the same actor, and entries that both had were set aside. Unmerge "${later.slug}" first`;
}

/** Rows of one link table and owner are the same where they agree in everything else but since when they are there. */
const toldApart = sql`array[part."column", 'ordinal', 'systemFrom']`;
