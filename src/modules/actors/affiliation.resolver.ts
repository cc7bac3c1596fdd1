import { Args, FieldResolver, Resolver } from "type-graphql";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { linked, reference } from "../../graphql/field-sql.js";
import { LinksArgs } from "../../graphql/links-args.js";
import { Source, sourceTable } from "../sources/index.js";
import { affiliationSources } from "./actor.input.js";
import { actorTable } from "./actor.repository.js";
import { Actor } from "./actor.type.js";
import { Affiliation } from "./affiliation.type.js";

@Resolver(() => Affiliation)
export class AffiliationFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The one who belongs." })
  member() {
    return reference(actorTable, "memberId");
  }

  @Declared()
  @FieldResolver(() => Actor, { description: "The one that is belonged to." })
  organization() {
    return reference(actorTable, "organizationId");
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, affiliationSources, args);
  }
}

export const AffiliationMutations = entityMutations({ type: Affiliation, list: "affiliations" });
