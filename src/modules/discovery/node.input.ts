import { ArrayMaxSize } from "class-validator";
import { ArgsType, Field, ID } from "type-graphql";
import { prefixOf } from "../../graphql/by-global-id.js";
import { Draft } from "../../graphql/drafts/draft.type.js";
import { IdsOf, MayBeEmpty } from "../../graphql/validation/value-rules.js";
import { entityTables } from "./entity-tables.js";

const mostNodes = 100;

const prefixes = (): string[] => [...entityTables.map(prefixOf), Draft.prefix];

@ArgsType()
export class NodeArgs {
  @Field(() => ID, { description: "Its global id, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`." })
  @IdsOf(prefixes)
  id: string;
}

@ArgsType()
export class NodesArgs {
  @Field(() => [ID], { description: `Their global ids, of any types; at most ${mostNodes}.` })
  @ArrayMaxSize(mostNodes, {
    message: ({ value }) => `has ${value.length} entries, and may have ${mostNodes} at most`,
  })
  @IdsOf(prefixes)
  @MayBeEmpty()
  ids: string[];
}
