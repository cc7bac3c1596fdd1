import type { Database } from "../../db/database.js";
import type { EntityKind } from "../../db/generated/enums.js";
import { allOf, oneOf, orTrue } from "../../db/reading/conditions.js";
import { type ListQuery, sortBy } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { decodeCursor, encodeCursor } from "../../graphql/connection/cursor.js";
import { byKind, type CursorSql, column, type GlobalIdSql, type OneSql } from "../../graphql/field-sql.js";
import { type PositionFilter, positionMatches } from "../positions/index.js";
import { changeOrder, importedPositionOrder } from "./change.input.js";
import type { ChangeAction } from "./change.type.js";

const changeSort = sortBy(changeOrder, sql`change."sequence"`);

/** Where the feed goes on after the change with a number, or from its beginning after 0. */
export const changeCursor = (sequence: number): string => encodeCursor(changeSort, [String(sequence)]);

/** The number in a cursor of the feed, checked before, that is given as `after`; undefined where none is. */
export const afterCursor = (after: string | null | undefined): number | undefined =>
  after == null ? undefined : Number(decodeCursor(changeSort, after)[0]);

/** A row of the feed. */
export interface Change {
  readonly sequence: number;
  readonly kind: EntityKind;
  readonly action: ChangeAction;
  /** A uuid; null for an import of many. */
  readonly entityId: string | null;
  readonly importBatchId: string | null;
}

/** Which changes of the feed a list has; all when left out. */
interface ChangesWanted {
  readonly kinds?: readonly EntityKind[] | null;
  readonly actions?: readonly ChangeAction[] | null;
  readonly since?: Date | null;
}

/** The feed, of some kinds of entity or actions or of all, and since a moment or from its beginning. */
export function changeList({ kinds, actions, since }: ChangesWanted = {}): ListQuery {
  const kind = sql`coalesce(revision."entityKind", batch."entityKind")`;
  const action = sql`coalesce(revision."action"::text, 'IMPORTED')`;
  return {
    rows: sql`change."sequence", change."importBatchId", revision."entityId",
      ${action} as "action", ${kind} as "kind", revision."version",
      coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt",
      coalesce(revision."author", batch."author") as "author", revision."reason"`,
    from: sql`"Change" change left join "Revision" revision on revision."id" = change."revisionId"
      left join "ImportBatch" batch on batch."id" = change."importBatchId"`,
    where: orTrue(allOf([oneOf(kind, kinds, "EntityKind"), oneOf(action, actions), since && madeSince(since)])),
    sort: changeSort,
  };
}

/**
 * Whether a change was made at a moment or later. Numbers and moments go up together, since writes take turns: so the first
 * number is looked for among what is so late, and the feed is read on from there by its key.
 */
function madeSince(since: Date): Sql {
  const moment = sql`${since.toISOString()}::timestamptz`;
  return sql`change."sequence" >= (select min(late."sequence") from (
    select first."sequence" from "Revision" revision join "Change" first on first."revisionId" = revision."id"
    where revision."recordedAt" >= ${moment}
    union all
    select first."sequence" from "ImportBatch" batch join "Change" first on first."importBatchId" = batch."id"
    where batch."recordedAt" >= ${moment}) late)`;
}

/** The newest change; null where there is none. */
export const latestChange: OneSql = {
  kind: "one",
  rows: (alias) => {
    const { rows, from } = changeList();
    return { from: sql`(select ${rows} from ${from} order by change."sequence" desc limit 1) ${alias}` };
  },
};

/** The change with a number. */
export const changeWith = (sequence: number): OneSql => ({
  kind: "one",
  rows: (alias) => {
    const { rows, from } = changeList();
    return { from: sql`(select ${rows} from ${from} where change."sequence" = ${sequence}) ${alias}` };
  },
});

/** The cursor in a column that holds a number of the feed. */
export const cursorIn = (name: string): CursorSql => ({
  kind: "cursor",
  sort: changeSort,
  keys: (row) => [column(name)(row)],
});

/** Whether a change is an import of many. */
export const isImport = (change: Sql): Sql => sql`${change}."importBatchId" is not null`;

/** The global id of what was changed; null for an import of many. */
export const changedId: GlobalIdSql = {
  kind: "globalId",
  prefix: (change: Sql) => sql`lower(${change}."kind"::text)`,
  uuid: column("entityId"),
};

/** What was changed, as it is now. */
export const changedEntity = byKind("kind", "entityId");

/** The ids of the positions that a change put on record, as far as they match and were not retracted since. */
export function recordedPositions(
  database: Database,
  { entityId, importBatchId }: Change,
  where: PositionFilter | null | undefined,
  asOf: string | undefined,
): Promise<{ id: string }[]> {
  const position = raw("position");
  const recorded = entityId
    ? sql`"Position" position where position."id" = ${entityId}::uuid`
    : sql`${importedPositions.from} where batch."id" = ${importBatchId}::uuid`;
  return database.query<{ id: string }>(
    sql`select position."id" from ${recorded}
      and position."retractedAt" is null and ${orTrue(positionMatches(where, position, asOf))} order by position."id"`,
  );
}

/** The positions that each parent, a part of an import, put on record, in the order of their ids. */
export const importedPositions: ListQuery = {
  rows: sql`position.*`,
  from: sql`"ImportBatch" batch cross join lateral unnest(batch."rollCallIds") as "voted"("id")
    join "Position" position on position."evidenceRollCallId" = "voted"."id" and position."recordedAt" = batch."recordedAt"`,
  where: sql`batch."id" = parent."id"`,
  sort: sortBy(importedPositionOrder, sql`position."id"`),
};
