import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { byGlobalId, keyOf } from "../../graphql/by-global-id.js";
import { Declared } from "../../graphql/declared-fields.js";
import { visibleDrafts } from "../../graphql/drafts/draft.repository.js";
import { Draft } from "../../graphql/drafts/draft.type.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { Node } from "../../graphql/entity.js";
import { type Entities, type EntityKey, one } from "../../graphql/field-sql.js";
import { parseGlobalId } from "../../record/global-id.js";
import { entityTables } from "./entity-tables.js";
import { NodeArgs, NodesArgs } from "./node.input.js";

@Resolver()
export class NodeQueries {
  @Declared()
  @Query(() => Node, {
    nullable: true,
    description:
      "The entity with this global id, whatever its type, or the draft; null when there is none that you may see.",
  })
  node(@Args(() => NodeArgs) { id }: NodeArgs, @Ctx() context: Context) {
    const key = nodeKey(id, context);
    return key && one(key, () => nodeOf(id, context));
  }

  @Declared()
  @Query(() => [Node], {
    nullable: "items",
    description:
      "The entities and drafts with these global ids, in their order; null where there is none that you may see.",
  })
  nodes(@Args(() => NodesArgs) { ids }: NodesArgs, @Ctx() context: Context): Entities {
    const keys = ids.map((id) => nodeKey(id, context));
    return { kind: "entities", keys, legacy: () => Promise.all(ids.map((id) => nodeOf(id, context))) };
  }
}

/** How an entity is found, or a draft if the client may see it; null for a draft that it may not see. */
function nodeKey(id: string, { viewer }: Context): EntityKey | null {
  const { prefix, uuid } = parseGlobalId(id);
  if (prefix !== Draft.prefix) return keyOf(entityTables, id);
  const table = visibleDrafts(viewer);
  return table && { table, by: "id", value: uuid, unretracted: false };
}

/** An entity, or a draft if the caller may see it. */
function nodeOf(id: string, context: Context): Promise<object | null> {
  const { prefix, uuid } = parseGlobalId(id);
  return prefix === Draft.prefix ? visibleDraft(uuid, context) : byGlobalId(entityTables, id, context);
}
