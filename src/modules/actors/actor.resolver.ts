import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { entityMutations } from "../../editing/mutations/entity-mutations.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, reference, rowsOf, type ValueSql } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { Source, sourceTable } from "../sources/index.js";
import {
  ActorsArgs,
  AffiliationsArgs,
  MembersArgs,
  MembersCompleteArgs,
  membersAreComplete,
  today,
} from "./actor.input.js";
import { actorList, actorTable, affiliationList, memberList } from "./actor.repository.js";
import { Actor, ActorConnection, ActorName, AffiliationConnection, ExternalCode } from "./actor.type.js";

@Resolver()
export class ActorQueries {
  @Declared()
  @Query(() => Actor, { nullable: true, description: "The actor with this slug. Null if there is none." })
  actor(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(actorTable, slug);
  }

  @Declared()
  @Query(() => ActorConnection, { description: "All actors that match the filter." })
  actors(@Args(() => ActorsArgs) args: ActorsArgs, @Ctx() context: Context) {
    return connection(actorList(args, context.asOf), args);
  }
}

@Resolver(() => Actor)
export class ActorFields {
  @Declared()
  @FieldResolver(() => [ActorName], { description: "The actor's other names, abbreviations and spellings." })
  names() {
    return rowsOf("ActorName", "actorId");
  }

  @Declared()
  @FieldResolver(() => [ExternalCode], {
    description: "The actor's codes in external schemes, such as ISO 3166 and Wikidata.",
  })
  codes() {
    return rowsOf("ExternalCode", "actorId");
  }

  @Declared()
  @FieldResolver(() => AffiliationConnection, {
    description: "The offices, memberships and other affiliations of the actor.",
  })
  affiliations(@Args(() => AffiliationsArgs) args: AffiliationsArgs, @Ctx() context: Context) {
    return connection(affiliationList(args, args.asOf ?? context.asOf), args);
  }

  @Declared()
  @FieldResolver(() => ActorConnection, {
    description: "The actors that are members of this one through affiliations of kind `MEMBERSHIP`.",
  })
  members(@Args(() => MembersArgs) args: MembersArgs, @Ctx() context: Context) {
    return connection(memberList(args, args.asOf ?? context.asOf ?? today()), args);
  }

  @Declared()
  @FieldResolver(() => Boolean, {
    description:
      "Whether `members` is complete on the day, according to `membersSource`. False if the list may have gaps. See `membersCompleteDuring`.",
  })
  membersComplete(@Args(() => MembersCompleteArgs) { asOf }: MembersCompleteArgs, @Ctx() context: Context): ValueSql {
    const day = asOf ?? context.asOf ?? today();
    return { kind: "value", value: (actor) => membersAreComplete(actor, day) };
  }

  @Declared()
  @FieldResolver(() => Source, {
    nullable: true,
    description: "The source that lists the members. Null if not recorded.",
  })
  membersSource() {
    return reference(sourceTable, "membersSourceId");
  }
}

export const ActorMutations = entityMutations({
  type: Actor,
  list: "actors",
  inside: { names: "ActorName", codes: "ExternalCode" },
});
