import { oneOf } from "../../db/conditions.js";
import type { EntityKind } from "../../db/generated/enums.js";
import type { ListQuery, Sort } from "../../db/page.js";
import { raw, sql } from "../../db/sql.js";
import { encodeCursor } from "../../graphql/connection/cursor.js";
import { type Position, positionTable } from "../positions/index.js";
import { Change } from "./change.type.js";

/** The order of commits, in which nothing is ever inserted before what somebody has seen. */
export const changeSort: Sort = {
  name: "Change.SEQUENCE",
  keys: [{ sql: sql`change."sequence"`, type: "integer" }],
  direction: "ASC",
};

/** The feed, of some kinds of entity or of all. */
export function changeList(kinds: readonly EntityKind[] | null | undefined): ListQuery<Change> {
  const kind = sql`coalesce(revision."entityKind", batch."entityKind")`;
  return {
    select: sql`change."sequence", change."revisionId", change."importBatchId", revision."entityId" as "entityUuid",
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

const changeOf = (row: { sequence: number }): Change =>
  Object.assign(new Change(), row, { cursor: encodeCursor(changeSort, [String(row.sequence)]) });

/** The positions that each parent, a part of an import, put on record, in the order of their ids. */
export const importedPositions: ListQuery<Position> = {
  select: positionTable.select(raw("position")),
  from: sql`"ImportBatch" batch cross join lateral unnest(batch."rollCallIds") as "voted"("id")
    join "Position" position on position."evidenceRollCallId" = "voted"."id" and position."recordedAt" = batch."recordedAt"`,
  where: sql`batch."id" = parent."id"`,
  sort: { name: "Position.ID", keys: [{ sql: sql`position."id"`, type: "uuid" }], direction: "ASC" },
  node: positionTable.instance,
};
