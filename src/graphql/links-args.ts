import { ArgsType, Field } from "type-graphql";

/** The argument of a list of what an entity names. */
@ArgsType()
export class LinksArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Whether to include retracted entities. Set it to true to keep a copy: the list then changes only when this entity itself changes. Null means the default.",
  })
  includeRetracted?: boolean | null;
}
