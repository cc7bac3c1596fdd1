import { Field, InputType } from "type-graphql";

@InputType({
  description:
    'Matches a text by its plain spelling: case, accents, vowel points, kinds of quotes and dashes, and invisible characters do not matter. Conditions combine with "and"; without any it is no condition.',
})
export class TextFilter {
  @Field(() => String, { nullable: true, description: "The whole text is this." })
  equals?: string | null;

  @Field(() => String, { nullable: true, description: "The text has this somewhere in it." })
  contains?: string | null;

  @Field(() => String, { nullable: true, description: "The text begins with this." })
  startsWith?: string | null;
}
