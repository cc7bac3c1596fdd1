import { allOf, oneOf } from "../../db/conditions.js";
import { type ListQuery, sortBy } from "../../db/page.js";
import { sql } from "../../db/sql.js";
import { type SearchKind, searchOrder } from "./search.input.js";

/** What a search found, before it is read from its own table. */
export interface SearchHit {
  kind: SearchKind;
  uuid: string;
}

/**
 * The entities in whose documents all words occur, those that fit best first: a name or a title weighs more than prose,
 * and words that stand near each other more than distant ones (cover density, Clarke, Cormack & Tudhope 1999).
 *
 * @param words with spaces between them; letters, digits and their marks only
 * @param entity reads the entity that was found
 */
export function searchList<T>(
  words: string,
  kinds: readonly SearchKind[] | null | undefined,
  entity: (hit: SearchHit) => T,
): ListQuery<T> {
  // Selected, so that it is made once: in a plan that Postgres keeps, a bare call would be made again for each document.
  const query = sql`(select standpoint_search_query(${words}))`;
  return {
    select: sql`document."kind", document."entityId" as "uuid"`,
    from: sql`"SearchDocument" document`,
    where: allOf([sql`document."document" @@ ${query}`, oneOf(sql`document."kind"`, kinds, "EntityKind")]),
    sort: sortBy(searchOrder, sql`ts_rank_cd(document."document", ${query})::float8`, sql`document."entityId"`),
    node: (row) => entity(row as SearchHit), // what `select` names
  };
}
