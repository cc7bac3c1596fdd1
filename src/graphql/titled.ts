import { Field, InterfaceType } from "type-graphql";
import { slugDescription } from "./entity.js";

/** What a union's members have in common, so that clients need not ask each of them. */
@InterfaceType({
  description:
    "An entity with a slug and a title. In a union, `... on Titled { slug title }` asks for both, whichever type it is.",
})
export abstract class Titled {
  @Field(() => String, { description: slugDescription })
  slug: string;

  @Field(() => String, { description: "Its title, in English where it has one." })
  title: string;
}
