import { Field, InterfaceType } from "type-graphql";
import { Source } from "./source.type.js";

/** What a union's members have in common, so that clients need not ask each of them. */
@InterfaceType({
  description:
    "An entity that has sources. In a union, `... on Sourced { sources { title url } }` selects the sources of every type that has them.",
})
export abstract class Sourced {
  @Field(() => [Source], { description: "The sources of this record." })
  sources: Source[];
}
