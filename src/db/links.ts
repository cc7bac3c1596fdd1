import { isAmong } from "./conditions.js";
import type { Database } from "./database.js";
import type { EntityTable } from "./entity-table.js";
import { groupByParent } from "./group.js";
import { empty, join, raw, sql } from "./sql.js";

/** A table of links, read from one end to the other. */
export interface Link {
  table: string;
  /** The column with the id of the entity whose list it is. */
  from: string;
  /** The column with the id of the listed entity. */
  to: string;
  /** Further columns that tell about the link, such as a role. */
  columns?: readonly string[];
  /** A column of the listed entity to order by, for a link read from the end that did not list it. */
  orderBy?: string;
}

/** A listed entity, with what its link tells. */
export type Linked<T, Columns = object> = Columns & { node: T };

/**
 * The entities linked to each owner, in the owners' order and in the order in which they were listed, without retracted
 * ones: one statement.
 */
export async function readLinked<T extends { uuid: string }, Columns = object>(
  database: Database,
  target: EntityTable<T>,
  link: Link,
  owners: readonly string[],
): Promise<Linked<T, Columns>[][]> {
  // The link's columns stand apart in an object of their own: both tables may have a "kind".
  const told = (link.columns ?? []).map((column) => raw(`'${column}', link."${column}"`));
  const from = raw(`link."${link.from}"`);
  const order = raw(
    link.orderBy ? `target."${link.orderBy}", target."id", link."ordinal"` : `link."ordinal", target."id"`,
  );
  const rows = await database.query<{ parent: string; told: Columns }>(
    sql`select ${from} as "parent", ${told.length > 0 ? sql`json_build_object(${join(told)}) as "told", ` : empty}
      ${target.select(raw("target"))}
      from ${raw(`"${link.table}"`)} link
      join ${raw(`"${target.name}"`)} target on target."id" = ${raw(`link."${link.to}"`)}
      where ${isAmong(from, owners)} and target."retractedAt" is null
      order by ${from}, ${order}`,
  );
  return groupByParent(rows, owners).map((group) =>
    group.map(({ parent, told, ...row }) => ({ ...told, node: target.instance(row) })),
  );
}
