import { ArgsType } from "type-graphql";
import type { SortForm } from "../../db/reading/page.js";
import { ConnectionArgs } from "../connection/connection-args.js";
import { SortedBy } from "../connection/paging-rules.js";

/** The newest first. */
export const revisionOrder: SortForm = { name: "Revision.VERSION", types: ["integer"], direction: "DESC" };

@SortedBy(revisionOrder)
@ArgsType()
export class RevisionsArgs extends ConnectionArgs {}
