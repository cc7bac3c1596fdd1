import { ArrayMaxSize } from "class-validator";
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { draftKey } from "../../editing/drafts/draft.repository.js";
import { Draft } from "../../editing/drafts/draft.type.js";
import { keyOf } from "../../graphql/by-global-id.js";
import { Declared } from "../../graphql/declared-fields.js";
import { Node } from "../../graphql/entity.js";
import { entityTables } from "../../graphql/entity-table.js";
import { type Entities, type EntityKey, one } from "../../graphql/field-sql.js";
import { IdsOf, MayBeEmpty } from "../../graphql/validation/value-rules.js";
import { parseGlobalId } from "../../record/global-id.js";

const mostNodes = 100;

const prefixes = (): string[] => [...entityTables.map((table) => table.prefix), Draft.prefix];

@ArgsType()
export class NodeArgs {
  @Field(() => ID, { description: "The global id, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`." })
  @IdsOf(prefixes)
  id: string;
}

@ArgsType()
export class NodesArgs {
  @Field(() => [ID], { description: `The global ids, of any types; at most ${mostNodes}.` })
  @ArrayMaxSize(mostNodes, {
    message: ({ value }) => `has ${value.length} entries; at most ${mostNodes} are allowed`,
  })
  @IdsOf(prefixes)
  @MayBeEmpty()
  ids: string[];
}

@Resolver()
export class NodeQueries {
  @Declared()
  @Query(() => Node, {
    nullable: true,
    description:
      "The entity or draft with this global id, of any type. Null if there is none or the caller may not see it.",
  })
  node(@Args(() => NodeArgs) { id }: NodeArgs, @Ctx() context: Context) {
    const key = nodeKey(id, context);
    return key && one(key);
  }

  @Declared()
  @Query(() => [Node], {
    nullable: "items",
    description:
      "The entities and drafts with these global ids, in the same order. An item is null if there is no such entity or the caller may not see it.",
  })
  nodes(@Args(() => NodesArgs) { ids }: NodesArgs, @Ctx() context: Context): Entities {
    return { kind: "entities", keys: ids.map((id) => nodeKey(id, context)) };
  }
}

/** How an entity is found, or a draft if the client may see it; null for a draft that it may not see. */
function nodeKey(id: string, { viewer }: Context): EntityKey | null {
  const { prefix, uuid } = parseGlobalId(id);
  return prefix === Draft.prefix ? draftKey(uuid, viewer) : keyOf(entityTables, id);
}
