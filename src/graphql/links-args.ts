import { ArgsType, Field } from "type-graphql";

/** The argument of a list of what an entity names. */
@ArgsType()
export class LinksArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Whether retracted entities are listed too. With it, the list is what is recorded of this entity and changes with it alone: for copies.",
  })
  includeRetracted?: boolean | null;
}
