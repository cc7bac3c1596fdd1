import { raw, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName, listOfPrefix, listsOf, nounOf } from "../entities/index.js";
import type { Path } from "../entries.js";
import { pathText } from "../entries.js";
import type { SluggedList } from "../format/reference.js";
import { readGlobalId } from "../global-id.js";
import { survivorsOf, withSurvivors } from "../merge/survivors.js";
import { type Named, namedIn } from "../named-in.js";
import type { Refusal } from "./outcome.js";

/**
 * An entry as it was given, with a slug wherever it names something by its global id: entries are checked, compared and
 * kept in revisions by slugs. (No slug has an underscore, and every global id has one.) An actor that was merged is
 * named by the survivor's. One statement for each kind that is named by id, and one for actors that were merged.
 *
 * @returns a refusal for each invalid id, and for each id that no entity of the required kind has
 */
export async function withSlugs(
  transaction: Transaction,
  list: ListName,
  given: object,
): Promise<{ value: object; refusals: Refusal[] }> {
  const ids = namedIn(entities[list].format, given).filter(({ slug }) => slug.includes("_"));
  const value = structuredClone(given);
  const refusals: Refusal[] = [];
  const wanted = new Map<SluggedList, { named: Named; uuid: string }[]>();
  for (const named of ids) {
    const found = listAndUuid(named);
    if ("reason" in found) refusals.push(refusal("InvalidInput", named.path, found.reason));
    else wanted.set(found.list, [...(wanted.get(found.list) ?? []), { named, uuid: found.uuid }]);
  }
  for (const [kind, names] of wanted) {
    const slugs = await slugsOf(
      transaction,
      kind,
      names.map(({ uuid }) => uuid),
    );
    for (const { named, uuid } of names) {
      const slug = slugs.get(uuid);
      if (slug === undefined)
        refusals.push(refusal("NotFound", named.path, `"${named.slug}" is not the id of a recorded entity`));
      else put(value, named.path, slug);
    }
  }
  return { value: withSurvivors(list, value, await survivorsOf(transaction, [{ list, entry: value }])), refusals };
}

const refusal = (kind: Refusal["kind"], path: Path, message: string): Refusal => ({
  kind,
  path: pathText(["input", ...path]),
  message,
});

function listAndUuid({ slug: id, to }: Named): { list: SluggedList; uuid: string } | { reason: string } {
  const read = readGlobalId(id);
  if ("reason" in read) return read;
  const list = listsOf(to).find((place) => place === listOfPrefix(read.prefix));
  return list
    ? { list, uuid: read.uuid }
    : { reason: `"${id}" is the id of a "${read.prefix}", but ${nounOf(to)} is expected here` };
}

async function slugsOf(transaction: Transaction, list: SluggedList, ids: string[]): Promise<Map<string, string>> {
  const rows = await transaction.$queryRaw<{ id: string; slug: string }[]>(
    sql`select id, slug from ${raw(`"${entities[list].table}"`)} where id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

/** `path` was found by walking the value, so each step is there. */
function put(value: object, path: Path, slug: string): void {
  const steps = path.slice(0, -1);
  const inside = steps.reduce<Record<string | number, unknown>>(
    (parent, step) => parent[step] as Record<string | number, unknown>,
    value as Record<string | number, unknown>,
  );
  inside[path.at(-1) ?? ""] = slug;
}
