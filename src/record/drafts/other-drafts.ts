import type { EntityKind } from "../../db/generated/enums.js";
import { join, raw, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { type Entry, entities, type ListName, listNames, listOfKind } from "../entities/index.js";
import { namedIn } from "../named-in.js";

/** The fields by which drafts of entities without a slug are found. */
const keyFields = listNames
  .flatMap((list) => entities[list].keyed?.field ?? [])
  .map((field) => raw(`entry ->> '${field}'`));

/** What a draft that awaits a decision would record. */
export interface PendingDraft {
  /** A uuid. */
  readonly id: string;
  readonly list: ListName;
  /** Canonical. */
  readonly entry: Entry;
}

/**
 * The other pending drafts of the same author that have to do with an entry: those that would record what it names by a
 * slug, an affiliation of its speaker, or the same entity. Drafts of others are left out, so that an author learns of none. One query.
 *
 * @param value perhaps not valid
 */
export async function otherDrafts(
  transaction: Transaction,
  { author, draftId }: Drafting,
  list: ListName,
  value: object,
): Promise<PendingDraft[]> {
  const names = new Set(namedIn(entities[list].format, value).map(({ slug }) => slug));
  if ("slug" in value && typeof value.slug === "string") names.add(value.slug);
  const slugs = [...names];
  const rows = await transaction.$queryRaw<{ id: string; kind: EntityKind; entry: Entry }[]>(
    sql`select id, "entityKind" as kind, entry from "Draft"
      where author = ${author} and status = 'PENDING' and action = 'RECORD' and id is distinct from ${draftId ?? null}::uuid
        and coalesce(entry ->> 'slug', ${join(keyFields)}) = any(${slugs}::text[])
      order by "recordedAt", id`,
  );
  return rows.map(({ id, kind, entry }) => ({ id, list: listOfKind(kind), entry }));
}

/** Who makes a draft, and which draft it is, where he made it before and changes it now. */
export interface Drafting {
  readonly author: string;
  /** A uuid. */
  readonly draftId?: string;
}
