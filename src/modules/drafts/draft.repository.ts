import type { Viewer } from "../../auth/viewer.js";
import { allOf, oneOf } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import type { EntityTable } from "../../db/entity-table.js";
import type { ListQuery } from "../../db/page.js";
import { join, raw, sql } from "../../db/sql.js";
import { draftColumns, draftOf, isVisibleTo } from "../../graphql/drafts/draft.repository.js";
import type { Draft } from "../../graphql/drafts/draft.type.js";
import {
  byKind,
  type ComputedSql,
  column,
  type EitherSql,
  kindOf,
  type Legacy,
  type ValueSql,
} from "../../graphql/field-sql.js";
import { reference } from "../../graphql/reference.js";
import { canonical } from "../../record/canonical.js";
import { differences } from "../../record/differences.js";
import { listOfKind } from "../../record/drafts/list-of-kind.js";
import { storages } from "../../record/store/storages.js";
import { type DraftsArgs, draftOrder } from "./draft.input.js";

/** The list that `drafts` shows to a viewer. */
export function draftList({ where, orderBy }: DraftsArgs, viewer: Viewer): ListQuery<Draft> {
  return {
    rows: sql`draft.*`,
    select: draftColumns,
    from: sql`"Draft" draft`,
    where: allOf([
      isVisibleTo(viewer),
      oneOf(sql`draft."status"`, where?.statuses, "DraftStatus"),
      oneOf(sql`draft."action"`, where?.actions, "DraftAction"),
      oneOf(sql`draft."entityKind"`, where?.kinds, "EntityKind"),
      oneOf(sql`draft."author"`, where?.authors),
    ]),
    sort: draftOrder.sort(orderBy, raw("draft")),
    node: draftOf,
  };
}

/**
 * The entries that are on record now of what drafts would revise or have recorded, in the drafts' order; null where nothing
 * is. One statement for each type of entity.
 */
async function entriesOnRecord(database: Database, drafts: readonly Draft[]): Promise<(object | null)[]> {
  const entries = new Map<string, object>();
  for (const kind of new Set(drafts.map((draft) => draft.kind))) {
    const { table, entry } = storages[listOfKind(kind)];
    const ids = drafts.flatMap((draft) => (draft.kind === kind && draft.entityUuid ? [draft.entityUuid] : []));
    if (ids.length === 0) continue;
    const rows = await database.query<{ id: string; entry: object }>(
      sql`select t.id, ${entry} as entry from ${raw(`"${table}"`)} t where t.id = any(${ids}::uuid[])`,
    );
    for (const row of rows) entries.set(row.id, canonical(row.entry));
  }
  return drafts.map(({ entityUuid }) => (entityUuid && entries.get(entityUuid)) || null);
}

/** The type of what a draft would record or revise. */
export const draftKind: ValueSql & { legacy: Legacy } = {
  kind: "value",
  value: column("entityKind"),
  legacy: ({ kind }: Draft) => kind,
};

/** What a draft would revise, or what it recorded. */
export const draftedEntity = (tables: readonly EntityTable[]): EitherSql & { legacy: Legacy } => ({
  ...byKind(tables, "entityKind", "entityId"),
  legacy(draft: Draft, context) {
    const table = tables.find((one) => kindOf(one) === draft.kind);
    return table ? reference(table, draft.entityUuid, context) : null;
  },
});

/** In what a draft differs from what is on record now. */
export const draftChanges: ComputedSql & { legacy: Legacy } = {
  kind: "computed",
  input: (draft) =>
    sql`json_build_array(${draft}."action", ${draft}."entry", case ${draft}."entityKind" ${join(
      Object.values(storages).map(
        ({ kind, table, entry }) => sql`when ${raw(`'${kind}'`)} then (
        select ${entry} from ${raw(`"${table}"`)} t where t.id = ${draft}."entityId")`,
      ),
      " ",
    )} end)`,
  value: ([action, entry, onRecord]: [string, object, object | null]) =>
    changesOf(action, entry, onRecord && canonical(onRecord)),
  async legacy(draft: Draft, { database }) {
    const [onRecord = null] = await entriesOnRecord(database, [draft]);
    return changesOf(draft.action, draft.entry, onRecord);
  },
};

const changesOf = (action: string, entry: object, onRecord: object | null) =>
  differences(onRecord, canonical(action === "REVISE" ? { ...onRecord, ...entry } : { ...entry }));
