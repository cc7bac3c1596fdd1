import {
  allOf,
  anyOf,
  type Condition,
  inSight,
  isNot,
  liesIn,
  oneOf,
  orTrue,
  textMatches,
} from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { tableOf } from "../../graphql/entity-table.js";
import { type SourceFilter, type SourcesArgs, sourceOrder } from "./source.input.js";

export const sourceTable = tableOf("sources");

/** Whether the source in a table under this alias matches a filter; undefined where the filter demands nothing. */
export function sourceMatches(where: SourceFilter | null | undefined, source: Sql): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${source}."slug"`, where.slugs),
    oneOf(sql`${source}."kind"`, where.kinds, "SourceKind"),
    textMatches(where.text, sql`${source}."title"`),
    textMatches(where.publisher, sql`${source}."publisher"`),
    where.languages &&
      sql`lower(${source}."language") = any(${where.languages.map((tag) => tag.toLowerCase())}::text[])`,
    liesIn(where.publishedOn, source, "publishedOn"),
    where.or && anyOf(where.or.map((filter) => sourceMatches(filter, source))),
    where.not && isNot(sourceMatches(where.not, source)),
  ]);
}

/** The list that `sources` shows. */
export function sourceList({ where, orderBy, includeRetracted }: SourcesArgs): ListQuery {
  const source = raw("source");
  return {
    rows: sql`${source}.*`,
    from: sql`"Source" source`,
    where: sql`${inSight(source, includeRetracted)} and ${orTrue(sourceMatches(where, source))}`,
    sort: sourceOrder.sort(orderBy, source),
  };
}
