import { type ListQuery, sortBy } from "../../db/reading/page.js";
import { sql } from "../../db/sql.js";
import type { ComputedSql } from "../../graphql/field-sql.js";
import { differences } from "../../record/differences.js";
import { revisionOrder } from "./revision.input.js";

/** The revisions of each parent, an entity of any type, the newest first. */
export const revisionList: ListQuery = {
  rows: sql`revision.*`,
  from: sql`"Revision" revision`,
  where: sql`revision."entityId" = parent."id"`,
  sort: sortBy(revisionOrder, sql`revision."version"`),
};

/** What differs between what a revision found and what it left. */
export const changesOfRevision: ComputedSql = {
  kind: "computed",
  input: (revision) => sql`json_build_array(${revision}."before", ${revision}."after")`,
  value: ([before, after]: [object | null, object]) => differences(before, after),
};
