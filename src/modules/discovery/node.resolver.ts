import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { badUserInput } from "../../errors.js";
import { byGlobalId } from "../../graphql/by-global-id.js";
import { Node } from "../../graphql/entity.js";
import { entityTables } from "./entity-tables.js";

const mostNodes = 100;

@Resolver()
export class NodeQueries {
  @Query(() => Node, {
    nullable: true,
    description: "The entity with this global id, whatever its type; null when there is none.",
  })
  node(
    @Arg("id", () => ID, { description: "Its global id, such as `actor_01h2xcejqtf2nbrexx3vqjhp41`." }) id: string,
    @Ctx() context: Context,
  ) {
    return byGlobalId(entityTables, id, "id", context);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "The entities with these global ids, in their order; null where there is none.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: `Their global ids, of any types; at most ${mostNodes}.` }) ids: string[],
    @Ctx() context: Context,
  ) {
    if (ids.length > mostNodes) {
      const reason = `has ${ids.length} entries, and may have ${mostNodes} at most`;
      throw badUserInput(`\`ids\` ${reason}`, [{ path: "ids", reason }]);
    }
    return Promise.all(ids.map((id, index) => byGlobalId(entityTables, id, `ids[${index}]`, context)));
  }
}
