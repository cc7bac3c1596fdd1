import { allOf, oneOf } from "../../db/conditions.js";
import type { ListQuery } from "../../db/page.js";
import { raw, sql } from "../../db/sql.js";
import { column, type EitherSql, type Findable } from "../../graphql/field-sql.js";
import type { SearchKind } from "./search.input.js";

/** What a search found, before it is read from its own table. */
export interface SearchHit {
  kind: SearchKind;
  uuid: string;
}

/** The entity that was found. */
export const searchHit = (tables: Readonly<Record<SearchKind, Findable>>): EitherSql => ({
  kind: "either",
  branches: Object.entries(tables).map(([kind, table]) => ({
    when: (row) => sql`${row}."kind" = ${raw(`'${kind}'`)}`,
    of: { kind: "reference", table, id: column("entityId") },
  })),
});

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
    rows: sql`document."kind", document."entityId"`,
    select: sql`document."kind", document."entityId" as "uuid"`,
    from: sql`"SearchDocument" document`,
    where: allOf([sql`document."document" @@ ${query}`, oneOf(sql`document."kind"`, kinds, "EntityKind")]),
    sort: {
      name: "Search.RANK",
      keys: [
        { sql: sql`ts_rank_cd(document."document", ${query})::float8`, type: "float8" },
        { sql: sql`document."entityId"`, type: "uuid" },
      ],
      direction: "DESC",
    },
    node: (row) => entity(row as SearchHit), // what `select` names
  };
}
