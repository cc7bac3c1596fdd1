import { oneOf, orTrue } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import type { EntityTable } from "../../db/entity-table.js";
import type { EntityKind } from "../../db/generated/enums.js";
import { type ListQuery, sortBy } from "../../db/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { decodeCursor, encodeCursor } from "../../graphql/connection/cursor.js";
import {
  byKind,
  type CursorSql,
  column,
  type EitherSql,
  type GlobalIdSql,
  kindOf,
  type Legacy,
} from "../../graphql/field-sql.js";
import { reference } from "../../graphql/reference.js";
import { type Position, type PositionFilter, positionMatches, positionTable } from "../positions/index.js";
import { changeOrder, importedPositionOrder } from "./change.input.js";
import { Change } from "./change.type.js";

const changeSort = sortBy(changeOrder, sql`change."sequence"`);

/** Where the feed goes on after the change with a number, or from its beginning after 0. */
export const changeCursor = (sequence: number): string => encodeCursor(changeSort, [String(sequence)]);

/** The number in a cursor of the feed, checked before, that is given as `after`; undefined where none is. */
export const afterCursor = (after: string | null | undefined): number | undefined =>
  after == null ? undefined : Number(decodeCursor(changeSort, after)[0]);

/** The feed, of some kinds of entity or of all. */
export function changeList(kinds: readonly EntityKind[] | null | undefined): ListQuery<Change> {
  const kind = sql`coalesce(revision."entityKind", batch."entityKind")`;
  return {
    rows: sql`change."sequence", change."importBatchId", revision."entityId",
      coalesce(revision."action"::text, 'IMPORTED') as "action", ${kind} as "kind", revision."version",
      coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt",
      coalesce(revision."author", batch."author") as "author", revision."reason"`,
    select: sql`change."sequence", change."importBatchId", revision."entityId" as "entityUuid",
      coalesce(revision."action"::text, 'IMPORTED') as "action", ${kind} as "kind", revision."version",
      coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt",
      coalesce(revision."author", batch."author") as "author", revision."reason"`,
    from: sql`"Change" change left join "Revision" revision on revision."id" = change."revisionId"
      left join "ImportBatch" batch on batch."id" = change."importBatchId"`,
    where: oneOf(kind, kinds, "EntityKind") ?? sql`true`,
    sort: changeSort,
    node: (row) => changeOf(row as { sequence: number }), // selected above
  };
}

/** The cursor in a column that holds a number of the feed. */
export const cursorIn = (name: string, legacy: Legacy): CursorSql & { legacy: Legacy } => ({
  kind: "cursor",
  sort: changeSort,
  keys: (row) => [column(name)(row)],
  legacy,
});

/** Whether a change is an import of many. */
export const isImport = (change: Sql): Sql => sql`${change}."importBatchId" is not null`;

/** The global id of what was changed; null for an import of many. */
export const changedId: GlobalIdSql & { legacy: Legacy } = {
  kind: "globalId",
  prefix: (change: Sql) => sql`lower(${change}."kind"::text)`,
  uuid: column("entityId"),
  legacy: (change: Change) => change.entityId,
};

/** What was changed, as it is now. */
export const changedEntity = (tables: readonly EntityTable[]): EitherSql & { legacy: Legacy } => ({
  ...byKind(tables, "kind", "entityId"),
  legacy(change: Change, context) {
    const table = tables.find((one) => kindOf(one) === change.kind);
    return table ? reference(table, change.entityUuid, context) : null;
  },
});

const changeOf = (row: { sequence: number }): Change =>
  Object.assign(new Change(), row, { cursor: changeCursor(row.sequence) });

/** The positions that a change put on record, as far as they match and were not retracted since. */
export function recordedPositions(
  database: Database,
  { entityUuid, importBatchId }: Change,
  where: PositionFilter | null | undefined,
  asOf: string | undefined,
): Promise<Position[]> {
  const position = raw("position");
  const recorded = entityUuid
    ? sql`"Position" position where position."id" = ${entityUuid}::uuid`
    : sql`${importedPositions.from} where batch."id" = ${importBatchId}::uuid`;
  const rows = database.query<object>(
    sql`select ${positionTable.select(position)} from ${recorded}
      and position."retractedAt" is null and ${orTrue(positionMatches(where, position, asOf))} order by position."id"`,
  );
  return rows.then((found) => found.map(positionTable.instance));
}

/** The number of the latest change; 0 where there is none. */
export async function lastSequence(database: Database): Promise<number> {
  const [last] = await database.query<{ sequence: number | null }>(
    sql`select max("sequence") as "sequence" from "Change"`,
  );
  return last?.sequence ?? 0;
}

/** The positions that each parent, a part of an import, put on record, in the order of their ids. */
export const importedPositions: ListQuery<Position> = {
  rows: sql`position.*`,
  select: positionTable.select(raw("position")),
  from: sql`"ImportBatch" batch cross join lateral unnest(batch."rollCallIds") as "voted"("id")
    join "Position" position on position."evidenceRollCallId" = "voted"."id" and position."recordedAt" = batch."recordedAt"`,
  where: sql`batch."id" = parent."id"`,
  sort: sortBy(importedPositionOrder, sql`position."id"`),
  node: positionTable.instance,
};
