import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { entities } from "../entities/index.js";
import { readGlobalId } from "../global-id.js";
import type { Refusal } from "../write/outcome.js";

/** An actor that a request names. */
export interface NamedActor {
  /** Its slug or its global id. */
  readonly name: string;
  /** The field of the input that names it, as in `input.keep`. */
  readonly path: string;
}

/** An actor on record, retracted or not. */
export interface StoredActor {
  /** A uuid. */
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly retracted: boolean;
  /** The slug of the actor that it is merged into, at the end of however many merges. */
  readonly mergedInto: string | null;
}

/** The named actor itself, even if it was merged into another; or why it was not found. */
export async function namedActor(
  transaction: Transaction,
  { name, path }: NamedActor,
): Promise<StoredActor | { refusals: readonly Refusal[] }> {
  const id = uuidIn(name);
  if (typeof id === "object") return { refusals: [{ kind: "NotFound", path, message: id.reason }] };
  const [found] = await transaction.$queryRaw<StoredActor[]>(sql`
    select a.id, a.slug, a.version, a."retractedAt" is not null as retracted, survivor.slug as "mergedInto"
    from "Actor" a left join "Actor" survivor on survivor.id = a."mergedIntoId"
    where ${id === undefined ? sql`a.slug = ${name}` : sql`a.id = ${id}::uuid`}`);
  const what = id === undefined ? `slug of ${entities.actors.noun}` : "id of nothing on record";
  const message = id === undefined ? `"${name}" is not the ${what}` : `"${name}" is the ${what}`;
  return found ?? { refusals: [{ kind: "NotFound", path, message }] };
}

/** Undefined for what is a slug: no slug has an underscore, and every global id has one. */
function uuidIn(name: string): string | undefined | { reason: string } {
  if (!name.includes("_")) return undefined;
  const read = readGlobalId(name);
  if ("reason" in read) return read;
  if (read.prefix === entities.actors.prefix) return read.uuid;
  return { reason: `"${name}" is the id of a "${read.prefix}", but the id of an actor is expected here` };
}
