import { reaches } from "../../auth/role.js";
import type { Viewer } from "../../auth/viewer.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { FieldProblem } from "../../errors.js";
import { EntityKey, type Findable } from "../../graphql/field-sql.js";
import { prefixedUuid } from "../../graphql/prefixed-uuid.js";
import { Draft } from "./draft.type.js";

/** Whether a viewer may see the draft under the alias `draft`: editors see all, others their own. */
export const isVisibleTo = ({ author, role }: Viewer, draft = raw("draft")): Sql =>
  reaches(role, "EDITOR") ? sql`true` : sql`${draft}."author" = ${author}`;

/** How a draft is found that a viewer may see; null for a viewer that may see none. */
export function draftKey(uuid: string, viewer: Viewer | undefined): EntityKey | null {
  if (!viewer || !reaches(viewer.role, "CONTRIBUTOR")) return null; // `node` asks for no role
  const visible: Findable = {
    name: "Draft",
    byId: (alias, id) => ({
      from: sql`"Draft" ${alias}`,
      where: sql`${alias}."id" = ${id} and ${isVisibleTo(viewer, alias)}`,
    }),
    bySlug() {
      throw new Error("A draft has no slug");
    },
  };
  return new EntityKey(visible, "id", uuid);
}

/** The uuid in the global id of a draft, which need not exist; or the reason why the id is not valid. */
export const draftUuid = (id: string, path: string): string | FieldProblem => prefixedUuid(id, Draft.prefix, path);
