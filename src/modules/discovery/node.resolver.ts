import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { badUserInput } from "../../errors.js";
import { byGlobalId, keyOf } from "../../graphql/by-global-id.js";
import { Declared } from "../../graphql/declared-fields.js";
import { visibleDrafts } from "../../graphql/drafts/draft.repository.js";
import { draftUuid } from "../../graphql/drafts/draft-uuid.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { Node } from "../../graphql/entity.js";
import { type Entities, type EntityKey, one } from "../../graphql/field-sql.js";
import { entityTables } from "./entity-tables.js";

const mostNodes = 100;

@Resolver()
export class NodeQueries {
  @Declared()
  @Query(() => Node, {
    nullable: true,
    description:
      "The entity with this global id, whatever its type, or the draft; null when there is none that you may see.",
  })
  node(
    @Arg("id", () => ID, { description: "Its global id, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`." }) id: string,
    @Ctx() context: Context,
  ) {
    const key = nodeKey(id, "id", context);
    return key && one(key, () => nodeOf(id, "id", context));
  }

  @Declared()
  @Query(() => [Node], {
    nullable: "items",
    description:
      "The entities and drafts with these global ids, in their order; null where there is none that you may see.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `Their global ids, of any types; at most ${mostNodes}.` }) ids: string[],
    @Ctx() context: Context,
  ): Entities {
    if (ids.length > mostNodes) {
      const reason = `has ${ids.length} entries, and may have ${mostNodes} at most`;
      throw badUserInput(`\`ids\` ${reason}`, [{ path: "ids", reason }]);
    }
    const paths = ids.map((_, index) => `ids[${index}]`);
    return {
      kind: "entities",
      keys: ids.map((id, index) => nodeKey(id, paths[index] ?? "", context)),
      legacy: () => Promise.all(ids.map((id, index) => nodeOf(id, paths[index] ?? "", context))),
    };
  }
}

/** How an entity is found, or a draft if the client may see it; null for a draft that it may not see. */
function nodeKey(id: string, path: string, { viewer }: Context): EntityKey | null {
  const draft = draftUuid(id, path);
  if (typeof draft !== "string") return keyOf(entityTables, id, path);
  const table = visibleDrafts(viewer);
  return table && { table, by: "id", value: draft, unretracted: false };
}

function nodeOf(id: string, path: string, context: Context): Promise<object | null> {
  const draft = draftUuid(id, path);
  return typeof draft === "string" ? visibleDraft(draft, context) : byGlobalId(entityTables, id, path, context);
}
