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
  @Query(() => Actor, { nullable: true, description: "The actor with this slug; null when there is none." })
  actor(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(actorTable, slug);
  }

  @Declared()
  @Query(() => ActorConnection, { description: "The actors on record." })
  actors(@Args(() => ActorsArgs) args: ActorsArgs, @Ctx() context: Context) {
    return connection(actorList(args, context.asOf), args);
  }
}

@Resolver(() => Actor)
export class ActorFields {
  @Declared()
  @FieldResolver(() => [ActorName], { description: "Its other names, abbreviations and spellings." })
  names() {
    return rowsOf("ActorName", "actorId");
  }

  @Declared()
  @FieldResolver(() => [ExternalCode], { description: "What other schemes call it." })
  codes() {
    return rowsOf("ExternalCode", "actorId");
  }

  @Declared()
  @FieldResolver(() => AffiliationConnection, { description: "The offices, memberships and other ties that it has." })
  affiliations(@Args(() => AffiliationsArgs) args: AffiliationsArgs, @Ctx() context: Context) {
    return connection(affiliationList(args, args.asOf ?? context.asOf), args);
  }

  @Declared()
  @FieldResolver(() => ActorConnection, {
    description: "The actors that are members of it (affiliations of kind `MEMBERSHIP`).",
  })
  members(@Args(() => MembersArgs) args: MembersArgs, @Ctx() context: Context) {
    return connection(memberList(args, args.asOf ?? context.asOf ?? today()), args);
  }

  @Declared()
  @FieldResolver(() => Boolean, {
    description:
      "Whether `members` on a day are all that it had, as a source says; false where the list may have gaps. See `membersCompleteDuring`.",
  })
  membersComplete(@Args(() => MembersCompleteArgs) { asOf }: MembersCompleteArgs, @Ctx() context: Context): ValueSql {
    const day = asOf ?? context.asOf ?? today();
    return { kind: "value", value: (actor) => membersAreComplete(actor, day) };
  }

  @Declared()
  @FieldResolver(() => Source, {
    nullable: true,
    description: "The source that lists its members; null where none is on record.",
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
