import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import type { EntityTable } from "../../db/entity-table.js";
import { Declared } from "../../graphql/declared-fields.js";
import { connection } from "../../graphql/field-sql.js";
import { reference } from "../../graphql/reference.js";
import { Takes } from "../../graphql/work.js";
import { actorTable } from "../actors/index.js";
import { policyActionTable } from "../policy-actions/index.js";
import { proposalTable, topicTable } from "../proposals/index.js";
import { sourceTable } from "../sources/index.js";
import { meetingTable, statementTable } from "../statements/index.js";
import { SearchArgs, type SearchKind } from "./search.input.js";
import { searchHit, searchList } from "./search.repository.js";
import { SearchConnection } from "./search.type.js";

const tables: Record<SearchKind, EntityTable> = {
  SOURCE: sourceTable,
  ACTOR: actorTable,
  TOPIC: topicTable,
  PROPOSAL: proposalTable,
  POLICY_ACTION: policyActionTable,
  MEETING: meetingTable,
  STATEMENT: statementTable,
};

@Resolver()
export class SearchQueries {
  @Declared()
  @Takes({ read: 15 })
  @Query(() => SearchConnection, {
    description: "What has these words in its names, title, summary or other texts, the best match first.",
  })
  search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() context: Context) {
    const list = searchList(args.query, args.kinds, ({ kind, uuid }) => reference(tables[kind], uuid, context));
    return connection(SearchConnection, list, args, { node: searchHit(tables) });
  }
}
