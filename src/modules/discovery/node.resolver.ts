import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { byGlobalId } from "../../graphql/by-global-id.js";
import { Draft } from "../../graphql/drafts/draft.type.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { Node } from "../../graphql/entity.js";
import { parseGlobalId } from "../../record/global-id.js";
import { entityTables } from "./entity-tables.js";
import { NodeArgs, NodesArgs } from "./node.input.js";

@Resolver()
export class NodeQueries {
  @Query(() => Node, {
    nullable: true,
    description:
      "The entity with this global id, whatever its type, or the draft; null when there is none that you may see.",
  })
  node(@Args(() => NodeArgs) { id }: NodeArgs, @Ctx() context: Context) {
    return nodeOf(id, context);
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "The entities and drafts with these global ids, in their order; null where there is none that you may see.",
  })
  nodes(@Args(() => NodesArgs) { ids }: NodesArgs, @Ctx() context: Context) {
    return Promise.all(ids.map((id) => nodeOf(id, context)));
  }
}

/** An entity, or a draft if the caller may see it. */
function nodeOf(id: string, context: Context): Promise<object | null> {
  const { prefix, uuid } = parseGlobalId(id);
  return prefix === Draft.prefix ? visibleDraft(uuid, context) : byGlobalId(entityTables, id, context);
}
