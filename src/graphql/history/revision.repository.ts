import { type ListQuery, sortBy } from "../../db/page.js";
import { sql } from "../../db/sql.js";
import { differences } from "../../record/differences.js";
import type { ComputedSql, Legacy } from "../field-sql.js";
import { revisionOrder } from "./revision.input.js";
import { Revision } from "./revision.type.js";

/** The revisions of each parent, an entity of any type, the newest first. */
export const revisionList: ListQuery<Revision> = {
  rows: sql`revision.*`,
  select: sql`revision."version", revision."action", revision."recordedAt", revision."author", revision."approvedBy",
    revision."reason", revision."before", revision."after"`,
  from: sql`"Revision" revision`,
  where: sql`revision."entityId" = parent."id"`,
  sort: sortBy(revisionOrder, sql`revision."version"`),
  node: (row) => Object.assign(new Revision(), row),
};

/** What differs between what a revision found and what it left. */
export const changesOfRevision: ComputedSql & { legacy: Legacy } = {
  kind: "computed",
  input: (revision) => sql`json_build_array(${revision}."before", ${revision}."after")`,
  value: ([before, after]: [object | null, object]) => differences(before, after),
  legacy: (revision: Revision) => revision.changes,
};
