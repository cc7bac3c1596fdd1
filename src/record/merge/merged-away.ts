import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName } from "../entities/index.js";
import { globalId } from "../global-id.js";

/**
 * Why a retracted entity cannot be changed while a merge lasts: it is an actor that was merged, or an affiliation that
 * tied the two. Undefined where neither is so.
 */
export async function mergedAway(transaction: Transaction, list: ListName, id: string): Promise<string | undefined> {
  if (list === "actors") {
    const [survivor] = await transaction.$queryRaw<{ id: string; slug: string }[]>(sql`
      select s.id, s.slug from "Actor" m join "Actor" s on s.id = m."mergedIntoId" where m.id = ${id}::uuid`);
    return (
      survivor &&
      `This was merged into "${survivor.slug}" (${globalId(entities.actors.prefix, survivor.id)}). Change that actor, or unmerge this one first`
    );
  }
  if (list === "affiliations") {
    const [end] = await transaction.$queryRaw<{ slug: string }[]>(sql`
      select a.slug from "Affiliation" t join "Actor" a on a.id in (t."memberId", t."organizationId")
      where t.id = ${id}::uuid and a."mergedIntoId" is not null`);
    return end && `This would link "${end.slug}" to the actor that it was merged into. Unmerge "${end.slug}" first`;
  }
  return undefined;
}
