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
    description: `What was typed so far, ${longestQuery} characters at most. Case, accents, spaces and punctuation do not matter. Without a letter or digit, nothing is suggested.`,
  })
  @MaxLength(longestQuery, { message: tooLong })
  text: string;

  @Field(() => [SearchKind], { nullable: true, description: "Only entities of these kinds; of all when left out." })
  kinds?: SearchKind[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultSuggestions,
    description: `How many suggestions at most: 0 to ${mostSuggestions}.`,
  })
  @IsPageSize(mostSuggestions)
  first: number | null;
}

@ObjectType({ simpleResolvers: true, description: "A name that starts with what was typed, and what has it." })
export class Suggestion {
  @Field(() => String, {
    description: "The name, title, symbol, code or slug in which a word starts with the text, as it is on record.",
  })
  text: string;

  @Field(() => SearchKind, { description: "What kind of entity has it." })
  kind: SearchKind;
}
