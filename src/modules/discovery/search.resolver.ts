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
  description: "An entity that `search` can return.",
  types: () => searchedTables.map(({ name }) => objectTypeNamed(name)),
});

export const SearchConnection = connectionType(() => SearchResult, "Search", "search results");

@Resolver()
export class SearchQueries {
  @Declared()
  @Takes({ read: 15 })
  @Query(() => SearchConnection, {
    description: "The entities that have these words in their names, title, summary or other texts, best match first.",
  })
  search(@Args(() => SearchArgs) args: SearchArgs) {
    return connection(searchList(args.query, args.kinds), args, { node: searchHit });
  }

  @Declared()
  @Takes({ read: 10 })
  @Query(() => [Suggestion], {
    description:
      "Completions for a partly typed text: names, titles, symbols and codes in which a word starts with it, at most one per entity. Exact matches of a name or symbol come first, then states, other actors, topics, proposals and the rest.",
  })
  suggest(@Args(() => SuggestArgs) { text, kinds, first }: SuggestArgs) {
    return suggestions(text, kinds, first ?? defaultSuggestions);
  }
}

@Resolver(() => Suggestion)
export class SuggestionFields {
  @Declared()
  @FieldResolver(() => SearchResult, { description: "The entity." })
  result() {
    return searchHit;
  }
}
