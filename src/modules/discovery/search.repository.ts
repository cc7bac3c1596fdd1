import { allOf, oneOf } from "../../db/conditions.js";
import { type ListQuery, sortBy } from "../../db/page.js";
import { raw, sql } from "../../db/sql.js";
import { column, type EitherSql, type Findable } from "../../graphql/field-sql.js";
import { type SearchKind, searchOrder } from "./search.input.js";

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
 * The entities in whose documents all words occur: first those with a name, title or code that is the whole query, then by
 * how well they fit. A name or a title weighs more than prose, and words that stand near each other more than distant ones
 * (cover density, Clarke, Cormack & Tudhope 1999). The database splits and folds the query as it does the documents.
 *
 * @param entity reads the entity that was found
 */
export function searchList<T>(
  text: string,
  kinds: readonly SearchKind[] | null | undefined,
  entity: (hit: SearchHit) => T,
): ListQuery<T> {
  // Selected, so that it is made once: in a plan that Postgres keeps, a bare call would be made again for each document.
  const query = sql`(select standpoint_search_query(${text}))`;
  const whole = sql`(select quote_literal(standpoint_whole(${text}))::tsquery)`;
  return {
    rows: sql`document."kind", document."entityId"`,
    select: sql`document."kind", document."entityId" as "uuid"`,
    from: sql`"SearchDocument" document`,
    where: allOf([sql`document."document" @@ ${query}`, oneOf(sql`document."kind"`, kinds, "EntityKind")]),
    sort: sortBy(
      searchOrder,
      sql`(document."document" @@ ${whole})::int`,
      sql`ts_rank_cd(document."document", ${query})::float8`,
      sql`document."entityId"`,
    ),
    node: (row) => entity(row as SearchHit), // what `select` names
  };
}
