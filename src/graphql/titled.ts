import { Field, InterfaceType } from "type-graphql";
import { slugDescription } from "./entity.js";

/** What a union's members have in common, so that clients need not ask each of them. */
@InterfaceType({
  description:
    "An entity with a slug and a title. In a union, `... on Titled { slug title }` selects both for every type that has them.",
})
export abstract class Titled {
  @Field(() => String, { description: slugDescription })
  slug: string;

  @Field(() => String, { description: "The title, in English if there is an English one." })
  title: string;
}
