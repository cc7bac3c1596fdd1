import { reaches } from "../../auth/role.js";
import type { Viewer } from "../../auth/viewer.js";
import type { Database } from "../../db/database.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { Findable } from "../field-sql.js";
import { Draft } from "./draft.type.js";

/** The select list of a draft, from its table under the alias `draft`. */
export const draftColumns: Sql = raw(`draft."id" as "uuid", draft."version", draft."status", draft."action",
  draft."entityKind" as "kind", draft."entityId" as "entityUuid", draft."entityVersion", draft."author", draft."reason",
  draft."entry", draft."recordedAt", draft."updatedAt", draft."decidedAt", draft."decidedBy", draft."decisionReason"`);

/** A row of `draftColumns` as an instance. */
export const draftOf = (row: object): Draft => Object.assign(new Draft(), row);

/** Whether a viewer may see the draft under the alias `draft`: editors see all, others their own. */
export const isVisibleTo = ({ author, role }: Viewer, draft = raw("draft")): Sql =>
  reaches(role, "EDITOR") ? sql`true` : sql`${draft}."author" = ${author}`;

/** The drafts with these ids that a viewer may see, in their order; null for an unknown one, and for others' alike. */
export async function formerVisibleDrafts(
  database: Database,
  viewer: Viewer,
  uuids: readonly string[],
): Promise<(Draft | null)[]> {
  const rows = await database.query<{ uuid: string }>(
    sql`select ${draftColumns} from "Draft" draft where draft."id" = any(${uuids}::uuid[]) and ${isVisibleTo(viewer)}`,
  );
  const found = new Map(rows.map((row) => [row.uuid, draftOf(row)]));
  return uuids.map((uuid) => found.get(uuid) ?? null);
}

/** The drafts that a viewer may see; null for a viewer that may see none. */
export function visibleDrafts(viewer: Viewer | undefined): Findable | null {
  if (!viewer || !reaches(viewer.role, "CONTRIBUTOR")) return null;
  return {
    name: "Draft",
    byId: (alias, id) => ({
      from: sql`"Draft" ${alias}`,
      where: sql`${alias}."id" = ${id} and ${isVisibleTo(viewer, alias)}`,
    }),
    bySlug() {
      throw new Error("A draft has no slug");
    },
  };
}
