import { Field, InputType } from "type-graphql";

@InputType({
  description:
    "A condition on a text. The comparison ignores case, accents, vowel points, variants of quotes and dashes, and invisible characters. All given conditions must hold; a filter without any has no effect.",
})
export class TextFilter {
  @Field(() => String, { nullable: true, description: "The entire text equals this." })
  equals?: string | null;

  @Field(() => String, { nullable: true, description: "The text contains this." })
  contains?: string | null;

  @Field(() => String, { nullable: true, description: "The text starts with this." })
  startsWith?: string | null;
}
