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
} from "../../db/conditions.js";
import { EntityTable } from "../../db/entity-table.js";
import type { Prisma } from "../../db/generated/client.js";
import type { ListQuery } from "../../db/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { type SourceFilter, type SourcesArgs, sourceOrder } from "./source.input.js";
import { Source } from "./source.type.js";

export const sourceTable = new EntityTable(Source, [
  "slug",
  "title",
  "publisher",
  "url",
  "kind",
  "publishedOn",
  "retrievedOn",
  "language",
] satisfies Prisma.SourceScalarFieldEnum[]);

/** Whether the source in a table under this alias matches a filter; undefined where the filter demands nothing. */
function sourceMatches(where: SourceFilter | null | undefined, source: Sql): Condition {
  if (!where) return undefined;
  return allOf([
    oneOf(sql`${source}."slug"`, where.slugs),
    oneOf(sql`${source}."kind"`, where.kinds, "SourceKind"),
    textMatches(where.text, sql`${source}."title"`),
    textMatches(where.publisher, sql`${source}."publisher"`),
    liesIn(where.publishedOn, source, "publishedOn"),
    where.or && anyOf(where.or.map((filter) => sourceMatches(filter, source))),
    where.not && isNot(sourceMatches(where.not, source)),
  ]);
}

/** The list that `sources` shows. */
export function sourceList({ where, orderBy, includeRetracted }: SourcesArgs): ListQuery<Source> {
  const source = raw("source");
  return {
    rows: sql`${source}.*`,
    select: sourceTable.select(source),
    from: sql`"Source" source`,
    where: sql`${inSight(source, includeRetracted)} and ${orTrue(sourceMatches(where, source))}`,
    sort: sourceOrder.sort(orderBy, source),
    node: sourceTable.instance,
  };
}
