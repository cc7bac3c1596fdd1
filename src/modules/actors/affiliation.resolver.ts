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
  @FieldResolver(() => Actor, { description: "The actor that belongs to the organisation." })
  member() {
    return reference(actorTable, "memberId");
  }

  @Declared()
  @FieldResolver(() => Actor, { description: "The actor to which the member belongs." })
  organization() {
    return reference(actorTable, "organizationId");
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "The sources of this record." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, affiliationSources, args);
  }
}

export const AffiliationMutations = entityMutations({ type: Affiliation, list: "affiliations" });
