import type { ListQuery } from "../../db/page.js";
import { sql } from "../../db/sql.js";
import { Revision } from "./revision.type.js";

/** The revisions of each parent, an entity of any type, the newest first. */
export const revisionList: ListQuery<Revision> = {
  rows: sql`revision.*`,
  select: sql`revision."version", revision."action", revision."recordedAt", revision."author", revision."approvedBy",
    revision."reason", revision."before", revision."after"`,
  from: sql`"Revision" revision`,
  where: sql`revision."entityId" = parent."id"`,
  sort: { name: "Revision.VERSION", keys: [{ sql: sql`revision."version"`, type: "integer" }], direction: "DESC" },
  node: (row) => Object.assign(new Revision(), row),
};
