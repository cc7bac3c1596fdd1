import { ArgsType } from "type-graphql";
import { type ListQuery, type SortForm, sortBy } from "../../db/reading/page.js";
import { sql } from "../../db/sql.js";
import { ConnectionArgs } from "../../graphql/connection/connection-args.js";
import { SortedBy } from "../../graphql/connection/paging-rules.js";
import type { ComputedSql } from "../../graphql/field-sql.js";
import { differences } from "../../record/differences.js";

/** The newest first. */
const revisionOrder: SortForm = { name: "Revision.VERSION", types: ["integer"], direction: "DESC" };

@SortedBy(revisionOrder)
@ArgsType()
export class RevisionsArgs extends ConnectionArgs {}

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
