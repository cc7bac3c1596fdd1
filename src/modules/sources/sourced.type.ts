import { Field, InterfaceType } from "type-graphql";
import { Source } from "./source.type.js";

/** What a union's members have in common, so that clients need not ask each of them. */
@InterfaceType({
  description:
    "Something that is written somewhere. In a union, `... on Sourced { sources { title url } }` asks for its sources, whichever type it is.",
})
export abstract class Sourced {
  @Field(() => [Source], { description: "Where it is written." })
  sources: Source[];
}
