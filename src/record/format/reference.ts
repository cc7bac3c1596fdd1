import { z } from "zod";
import { eachOnce, slug } from "./fields.js";

/** What a slug can point at: a list of the dossier, or `subjects`, which are proposals and policy actions. */
export type Referred =
  | "sources"
  | "actors"
  | "meetings"
  | "topics"
  | "proposals"
  | "policyActions"
  | "statements"
  | "rollCalls"
  | "subjects";

/** The lists whose entities have a slug. */
export type SluggedList = Exclude<Referred, "subjects">;

/** Which fields hold the slug of which kind of entity: the checks of references walk an entry by this. */
const referred = z.registry<{ to: Referred }>();

/** A field that names another entity by its slug, of the same import or already in the database. */
export function reference(to: Referred, description: string) {
  const field = slug(description);
  referred.add(field, { to });
  return field;
}

/** A list of slugs of one kind, each once. */
export const references = (to: Referred, item: string, description: string) =>
  z
    .array(reference(to, item))
    .superRefine(eachOnce((named) => named))
    .describe(description);

/** The sources of an entity, by slug. */
export const sources = (description: string) => references("sources", "Slug of a source.", description);

/** What a field's slug points at; undefined for a field that holds something else. */
export const referredBy = (field: z.ZodType): Referred | undefined => referred.get(field)?.to;
