import { isDeepStrictEqual } from "node:util";
import { join, type Sql, sql } from "../../db/sql.js";
import { canonical } from "../canonical.js";
import { type Cells, cellsOf } from "./cells.js";

/** Runs one query: of a transaction, or of a bulk session. */
export type Query = <Row>(statement: Sql) => Promise<Row[]>;

/** Who wrote a part of an entity last. */
export interface Author {
  /** The import that did; null where a person did. */
  readonly importer: string | null;
  /** As the revision names it. */
  readonly author: string;
  /** Undefined where it is not known. */
  readonly at?: Date;
}

/** By the name of a cell: who set or removed it last. By `orderOf` a field: who put the items of the list in this order. */
export type Authors = ReadonlyMap<string, Author>;

interface RevisionRow extends Author {
  readonly entityId: string;
  readonly at: Date;
  readonly before: object | null;
  readonly after: object;
}

/** The author of a change without a revision, such as of a slug that the entity names. */
export const somebody: Author = { importer: null, author: "somebody" };

/**
 * Who wrote each part of some entities last, from their revisions.
 *
 * @param entities with their canonical entries as recorded now
 */
export async function authorsOf(
  query: Query,
  entities: readonly { readonly id: string; readonly entry: object }[],
): Promise<ReadonlyMap<string, Authors>> {
  const ids = entities.map(({ id }) => id);
  const revisions = await revisionsOf(query, ids);
  const batches = await batchesOf(
    query,
    ids.filter((id) => revisions.get(id)?.[0]?.before !== null),
  );
  return new Map(
    entities.map(({ id, entry }) => {
      const authors = new Map<string, Author>();
      const known = revisions.get(id) ?? [];
      const batch = batches.get(id);
      let last: object | null = null;
      if (batch) {
        last = known[0]?.before ?? entry;
        apply(authors, null, last, batch);
      }
      for (const revision of known) {
        apply(authors, revision.before, revision.after, revision);
        last = revision.after;
      }
      apply(authors, last, entry, somebody);
      return [id, authors] as const;
    }),
  );
}

/** The name under which `Authors` has the order of a list. */
export const orderOf = (field: string): string => `${field}[]`;

function apply(authors: Map<string, Author>, before: object | null, after: object, by: Author): void {
  const [old, now] = [cellsOf(before && canonical(before)), cellsOf(canonical(after))];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (!isDeepStrictEqual(old.get(name), now.get(name))) authors.set(name, by);
  }
  for (const field of listsIn(now)) {
    if (!isDeepStrictEqual(itemsOf(field, old, now), itemsOf(field, now, old)) || !authors.has(orderOf(field))) {
      authors.set(orderOf(field), by);
    }
  }
}

const listsIn = (cells: Cells): Set<string> =>
  new Set([...cells.values()].flatMap(({ field, item }) => (item === undefined ? [] : [field])));

/** The items of a list that another entry has too, in order. */
const itemsOf = (field: string, cells: Cells, others: Cells): string[] =>
  [...cells].flatMap(([name, cell]) => (cell.field === field && others.has(name) ? [name] : []));

async function revisionsOf(query: Query, ids: readonly string[]): Promise<Map<string, RevisionRow[]>> {
  const rows = await query<RevisionRow>(
    sql`select "entityId", importer, author, "recordedAt" as at, before, after from "Revision"
      where "entityId" = any(${[...ids]}::uuid[]) order by "entityId", version`,
  );
  const byEntity = new Map<string, RevisionRow[]>();
  for (const row of rows) {
    const earlier = byEntity.get(row.entityId);
    if (earlier) earlier.push(row);
    else byEntity.set(row.entityId, [row]);
  }
  return byEntity;
}

/** Positions that a bulk import recorded have no first revision: the batch names the import. */
async function batchesOf(query: Query, ids: readonly string[]): Promise<Map<string, Author>> {
  if (ids.length === 0) return new Map();
  const rows = await query<Author & { id: string }>(
    sql`select p.id, b.importer, b.author, b."recordedAt" as at from "Position" p join "ImportBatch" b
      on b."recordedAt" = p."recordedAt" and p."evidenceRollCallId" = any(b."rollCallIds")
      where p.id in (${join(ids.map((id) => sql`${id}::uuid`))})`,
  );
  return new Map(rows.map(({ id, ...author }) => [id, author]));
}
