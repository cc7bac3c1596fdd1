import { MaxLength } from "class-validator";
import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { IsPageSize } from "../../graphql/connection/paging-rules.js";
import { longestQuery, SearchKind, tooLong } from "./search.input.js";

/** The most suggestions that are made at once. */
const mostSuggestions = 50;

/** How many are made where the client does not say. */
export const defaultSuggestions = 10;

@ArgsType()
export class SuggestArgs {
  @Field(() => String, {
    description: `The text typed so far, at most ${longestQuery} characters. Case, accents, spaces and punctuation are ignored. A text without a letter or digit returns no suggestions.`,
  })
  @MaxLength(longestQuery, { message: tooLong })
  text: string;

  @Field(() => [SearchKind], { nullable: true, description: "Only entities of these kinds. Default: all." })
  kinds?: SearchKind[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultSuggestions,
    description: `The maximum number of suggestions, 0 to ${mostSuggestions}.`,
  })
  @IsPageSize(mostSuggestions)
  first: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A completion of a partly typed text, with the entity that it belongs to.",
})
export class Suggestion {
  @Field(() => String, {
    description: "The name, title, symbol, code or slug, as recorded. One of its words starts with the typed text.",
  })
  text: string;

  @Field(() => SearchKind, { description: "The type of the entity." })
  kind: SearchKind;
}
