import { Matches, MaxLength, type ValidationArguments } from "class-validator";
import { ArgsType, Field, Int, registerEnumType } from "type-graphql";
import type { SortForm } from "../../db/reading/page.js";
import { defaultPage, largestPage } from "../../graphql/connection/connection-args.js";
import { IsCursor, IsPageSize, SortedBy } from "../../graphql/connection/paging-rules.js";
import { type EntityKind, pluralOf } from "../../graphql/entity-kind.js";
import { entityTables } from "../../graphql/entity-table.js";
import { entities } from "../../record/entities/index.js";

/** The entities that search finds. */
export const searchedTables = entityTables.filter(({ list }) => entities[list].searchedBy !== undefined);

export const SearchKind = Object.fromEntries(searchedTables.map(({ kind }) => [kind, kind]));
export type SearchKind = EntityKind;

registerEnumType(SearchKind, {
  name: "SearchKind",
  description: "The types of entity that can be searched, with the fields that are searched.",
  valuesConfig: Object.fromEntries(
    searchedTables.map(({ kind, list }) => [kind, { description: `${pluralOf(list)}: ${entities[list].searchedBy}.` }]),
  ),
});

/** The most characters that a query may have. */
export const longestQuery = 200;

/** Says how long a text is, and may be. */
export const tooLong = ({ value }: ValidationArguments): string =>
  `has ${value.length} characters; at most ${longestQuery} are allowed`;

/** The best match first. */
export const searchOrder: SortForm = { name: "Search.RANK", types: ["integer", "float8", "uuid"], direction: "DESC" };

@SortedBy(searchOrder)
@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description: `The words to find, at most ${longestQuery} characters. All words must occur, as written or with another English ending; the last one can be the start of a word. Case, accents, vowel points, punctuation and invisible characters are ignored. Chinese, Japanese, Korean and Thai text is also found inside longer words. A resolution with this symbol (A/RES/67/19, R/67/19 or 67/19) comes first, then entities with exactly this name, then names with a word that starts with the text. If nothing matches, the search tolerates typing errors.`,
  })
  @MaxLength(longestQuery, { message: tooLong })
  @Matches(/[\p{L}\p{N}]/u, { message: "contains no word: give at least one letter or digit" })
  query: string;

  @Field(() => [SearchKind], { nullable: true, description: "Only results of these kinds. Default: all." })
  kinds?: SearchKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `The number of results to return from the start, or after \`after\`: 0 to ${largestPage}. Default: ${defaultPage}.`,
  })
  @IsPageSize(largestPage)
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Return results after this cursor. The cursor must come from the same search.",
  })
  @IsCursor()
  after?: string | null;
}
