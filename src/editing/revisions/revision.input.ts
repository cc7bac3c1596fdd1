import { ArgsType } from "type-graphql";
import type { SortForm } from "../../db/reading/page.js";
import { ConnectionArgs } from "../../graphql/connection/connection-args.js";
import { SortedBy } from "../../graphql/connection/paging-rules.js";

/** The newest first. */
export const revisionOrder: SortForm = { name: "Revision.VERSION", types: ["integer"], direction: "DESC" };

@SortedBy(revisionOrder)
@ArgsType()
export class RevisionsArgs extends ConnectionArgs {}
