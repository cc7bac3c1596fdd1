import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { badUserInput } from "../../errors.js";
import { byGlobalId } from "../../graphql/by-global-id.js";
import { draftUuid } from "../../graphql/drafts/draft-uuid.js";
import { visibleDraft } from "../../graphql/drafts/visible-draft.js";
import { Node } from "../../graphql/entity.js";
import { entityTables } from "./entity-tables.js";

const mostNodes = 100;

@Resolver()
export class NodeQueries {
  @Query(() => Node, {
    nullable: true,
    description:
      "The entity with this global id, whatever its type, or the draft; null when there is none that you may see.",
  })
  node(
    @Arg("id", () => ID, { description: "Its global id, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`." }) id: string,
    @Ctx() context: Context,
  ) {
    return nodeOf(id, "id", context);
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "The entities and drafts with these global ids, in their order; null where there is none that you may see.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `Their global ids, of any types; at most ${mostNodes}.` }) ids: string[],
    @Ctx() context: Context,
  ) {
    if (ids.length > mostNodes) {
      const reason = `has ${ids.length} entries, and may have ${mostNodes} at most`;
      throw badUserInput(`\`ids\` ${reason}`, [{ path: "ids", reason }]);
    }
    return Promise.all(ids.map((id, index) => nodeOf(id, `ids[${index}]`, context)));
  }
}

/** An entity, or a draft if who asks may see it. */
function nodeOf(id: string, path: string, context: Context): Promise<object | null> {
  const draft = draftUuid(id, path);
  return typeof draft === "string" ? visibleDraft(draft, context) : byGlobalId(entityTables, id, path, context);
}
