import { Args, createUnionType, FieldResolver, Query, Resolver } from "type-graphql";
import { raw, sql } from "../../db/sql.js";
import { connectionType } from "../../graphql/connection/connection-type.js";
import { Declared } from "../../graphql/declared-fields.js";
import { objectTypeNamed } from "../../graphql/entity.js";
import { column, connection, type EitherSql } from "../../graphql/field-sql.js";
import { Takes } from "../../graphql/work.js";
import { SearchArgs, searchedTables } from "./search.input.js";
import { searchList, suggestions } from "./search.repository.js";
import { defaultSuggestions, SuggestArgs, Suggestion } from "./suggestion.type.js";

/** The entity that was found. */
const searchHit: EitherSql = {
  kind: "either",
  branches: searchedTables.map((table) => ({
    when: (row) => sql`${row}."kind" = ${raw(`'${table.kind}'`)}`,
    of: { kind: "reference", table, id: column("entityId") },
  })),
};

export const SearchResult = createUnionType({
  name: "SearchResult",
  description: "What `search` finds.",
  types: () => searchedTables.map(({ name }) => objectTypeNamed(name)),
});

export const SearchConnection = connectionType(() => SearchResult, "Search", "what a search found");

@Resolver()
export class SearchQueries {
  @Declared()
  @Takes({ read: 15 })
  @Query(() => SearchConnection, {
    description: "What has these words in its names, title, summary or other texts, the best match first.",
  })
  search(@Args(() => SearchArgs) args: SearchArgs) {
    return connection(searchList(args.query, args.kinds), args, { node: searchHit });
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
    return searchHit;
  }
}
