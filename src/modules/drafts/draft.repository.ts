import type { Viewer } from "../../auth/viewer.js";
import { allOf, oneOf } from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { join, raw, sql } from "../../db/sql.js";
import { isVisibleTo } from "../../editing/drafts/draft.repository.js";
import { byKind, type ComputedSql, column, type ValueSql } from "../../graphql/field-sql.js";
import { canonical } from "../../record/canonical.js";
import { differences } from "../../record/differences.js";
import { entities } from "../../record/entities/index.js";
import { type DraftsArgs, draftOrder } from "./draft.input.js";

/** The list that `drafts` shows to a viewer. */
export function draftList({ where, orderBy }: DraftsArgs, viewer: Viewer): ListQuery {
  return {
    rows: sql`draft.*`,
    from: sql`"Draft" draft`,
    where: allOf([
      isVisibleTo(viewer),
      oneOf(sql`draft."status"`, where?.statuses, "DraftStatus"),
      oneOf(sql`draft."action"`, where?.actions, "DraftAction"),
      oneOf(sql`draft."entityKind"`, where?.kinds, "EntityKind"),
      oneOf(sql`draft."author"`, where?.authors),
    ]),
    sort: draftOrder.sort(orderBy, raw("draft")),
  };
}

/** The type of what a draft would record or revise. */
export const draftKind: ValueSql = {
  kind: "value",
  value: column("entityKind"),
};

/** What a draft would revise, or what it recorded. */
export const draftedEntity = byKind("entityKind", "entityId");

/** In what a draft differs from what is on record now. */
export const draftChanges: ComputedSql = {
  kind: "computed",
  input: (draft) =>
    sql`json_build_array(${draft}."action", ${draft}."entry", case ${draft}."entityKind" ${join(
      Object.values(entities).map(
        ({ kind, table, entry }) => sql`when ${raw(`'${kind}'`)} then (
        select ${entry} from ${raw(`"${table}"`)} t where t.id = ${draft}."entityId")`,
      ),
      " ",
    )} end)`,
  value: ([action, entry, onRecord]: [string, object, object | null]) =>
    changesOf(action, entry, onRecord && canonical(onRecord)),
};

const changesOf = (action: string, entry: object, onRecord: object | null) =>
  differences(onRecord, canonical(action === "REVISE" ? { ...onRecord, ...entry } : { ...entry }));
