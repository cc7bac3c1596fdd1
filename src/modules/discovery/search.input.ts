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
  description: "What can be searched, and where.",
  valuesConfig: Object.fromEntries(
    searchedTables.map(({ kind, list }) => [kind, { description: `${pluralOf(list)}: ${entities[list].searchedBy}.` }]),
  ),
});

/** The most characters that a query may have. */
export const longestQuery = 200;

/** Says how long a text is, and may be. */
export const tooLong = ({ value }: ValidationArguments): string =>
  `has ${value.length} characters, and may have ${longestQuery} at most`;

/** The best match first. */
export const searchOrder: SortForm = { name: "Search.RANK", types: ["integer", "float8", "uuid"], direction: "DESC" };

@SortedBy(searchOrder)
@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description: `The words to find, ${longestQuery} characters at most. All of them must occur, as written or with another English ending; the last may be the beginning of a word. Case, accents, vowel points, punctuation and invisible characters do not matter. Chinese, Japanese, Korean and Thai are found within longer words. The resolution with this symbol (A/RES/67/19, R/67/19 or 67/19) comes first, then what is named exactly so, then names with a word that starts so. Where nothing is found, words may have typing errors.`,
  })
  @MaxLength(longestQuery, { message: tooLong })
  @Matches(/[\p{L}\p{N}]/u, { message: "has no word in it: give at least one letter or digit" })
  query: string;

  @Field(() => [SearchKind], { nullable: true, description: "Only results of these kinds; of all when left out." })
  kinds?: SearchKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many results from the start, or after \`after\`: 0 to ${largestPage}, by default ${defaultPage}.`,
  })
  @IsPageSize(largestPage)
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Only results after this cursor, taken from the same search.",
  })
  @IsCursor()
  after?: string | null;
}
