import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { linkedEntities } from "../../graphql/linked-list.js";
import { reference } from "../../graphql/reference.js";
import { Source, sourceTable } from "../sources/index.js";
import { actorTable } from "./actor.repository.js";
import { Actor } from "./actor.type.js";
import { Affiliation } from "./affiliation.type.js";

@Resolver(() => Affiliation)
export class AffiliationFields {
  @FieldResolver(() => Actor, { description: "The one who belongs." })
  member(@Root() affiliation: Affiliation, @Ctx() context: Context) {
    return reference(actorTable, affiliation.memberId, context);
  }

  @FieldResolver(() => Actor, { description: "The one that is belonged to." })
  organization(@Root() affiliation: Affiliation, @Ctx() context: Context) {
    return reference(actorTable, affiliation.organizationId, context);
  }

  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources(@Root() affiliation: Affiliation, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, affiliation.uuid, sourceTable, {
      table: "AffiliationSource",
      from: "affiliationId",
      to: "sourceId",
    });
  }
}
