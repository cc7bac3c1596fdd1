import { Args, createUnionType, FieldResolver, Query, Resolver } from "type-graphql";
import type { EntityTable } from "../../db/entity-table.js";
import { raw, sql } from "../../db/sql.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Declared } from "../../graphql/declared-fields.js";
import { column, connection, type EitherSql, type Findable } from "../../graphql/field-sql.js";
import { Takes } from "../../graphql/work.js";
import { Actor, actorTable } from "../actors/index.js";
import { PolicyAction, policyActionTable } from "../policy-actions/index.js";
import { Proposal, proposalTable, Topic, topicTable } from "../proposals/index.js";
import { Source, sourceTable } from "../sources/index.js";
import { Meeting, meetingTable, Statement, statementTable } from "../statements/index.js";
import { SearchArgs, type SearchKind } from "./search.input.js";
import { searchList, suggestions } from "./search.repository.js";
import { defaultSuggestions, SuggestArgs, Suggestion } from "./suggestion.type.js";

/** The entity that was found. */
const searchHit = (tables: Readonly<Record<SearchKind, Findable>>): EitherSql => ({
  kind: "either",
  branches: Object.entries(tables).map(([kind, table]) => ({
    when: (row) => sql`${row}."kind" = ${raw(`'${kind}'`)}`,
    of: { kind: "reference", table, id: column("entityId") },
  })),
});

export const SearchResult = createUnionType({
  name: "SearchResult",
  description: "What `search` finds.",
  types: () => [Source, Actor, Topic, Proposal, PolicyAction, Meeting, Statement] as const,
});

export const SearchConnection = connectionType(() => SearchResult, "Search", "what a search found");

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
  search(@Args(() => SearchArgs) args: SearchArgs) {
    return connection(searchList(args.query, args.kinds), args, { node: searchHit(tables) });
  }

  @Declared()
  @Takes({ read: 10 })
  @Query(() => [Suggestion], {
    description:
      "Completes what is being typed: names, titles, symbols and codes in which a word starts with it, one for each entity. Whole names and symbols come first, then states, other actors, topics, proposals and the rest.",
  })
  suggest(@Args(() => SuggestArgs) { text, kinds, first }: SuggestArgs) {
    return suggestions(text, kinds, first ?? defaultSuggestions);
  }
}

@Resolver(() => Suggestion)
export class SuggestionFields {
  @Declared()
  @FieldResolver(() => SearchResult, { description: "The entity that has this name." })
  result() {
    return searchHit(tables);
  }
}
