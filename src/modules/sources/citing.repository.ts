import { allOf, type Condition, isIn } from "../../db/reading/conditions.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { Link } from "../../graphql/field-sql.js";
import type { SourceFilter } from "./source.input.js";
import { sourceMatches } from "./source.repository.js";

/** The descriptions of the two conditions on sources that filters of other entities have. */
export const sourceConditions = {
  source: "Only entities with a source that matches this filter.",
  soleSource: "True: only entities with exactly one source. False: only entities with no source or several.",
};

/** The two conditions on sources that filters of other entities have. */
interface OnSources {
  source?: SourceFilter | null;
  soleSource?: boolean | null;
}

/** Whether the source with an id matches a filter and is not retracted; undefined where the filter demands nothing. */
export function sourceWithId(id: Sql, where: SourceFilter | null | undefined): Condition {
  const matches = sourceMatches(where, raw("source"));
  return (
    matches &&
    sql`${id} in (select source."id" from "Source" source
    where source."retractedAt" is null and ${matches})`
  );
}

/**
 * Whether the entity in a table under an alias meets a filter's conditions on its sources.
 *
 * @param link the table that ties the entity to its sources
 */
export function sourcesMatch(where: OnSources, entity: Sql, { table, from }: Link): Condition {
  const [links, owner] = [raw(`"${table}" cited`), raw(`cited."${from}"`)];
  return allOf([
    isIn(entity, sql`select ${owner} from ${links}`, sourceWithId(sql`cited."sourceId"`, where.source)),
    isSole(where.soleSource, sql`select cited."sourceId" from ${links} where ${owner} = ${entity}."id"`),
  ]);
}

/** Whether there is one source, not retracted, in a list of ids without duplicates; undefined where nothing is wanted. */
export function isSole(wanted: boolean | null | undefined, ids: Sql): Condition {
  if (wanted == null) return undefined;
  const count = sql`(select count(*) from (${ids}) cited join "Source" source on source."id" = cited."sourceId"
    where source."retractedAt" is null)`;
  return wanted ? sql`${count} = 1` : sql`${count} <> 1`;
}
