import { Args, Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Declared } from "../../graphql/declared-fields.js";
import { bySlug, connection, formerLoader, rowsOf } from "../../graphql/field-sql.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { ActorConnection, AffiliationConnection } from "./actor.connection.js";
import { ActorsArgs, AffiliationsArgs, MembersArgs } from "./actor.input.js";
import { actorList, actorTable, affiliationList, codesOf, memberList, namesOf } from "./actor.repository.js";
import { Actor } from "./actor.type.js";
import { ActorName } from "./actor-name.type.js";
import { ExternalCode } from "./external-code.type.js";

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
    return connection(ActorConnection, actorList(args, context.asOf), args);
  }
}

@Resolver(() => Actor)
export class ActorFields {
  @Declared()
  @FieldResolver(() => [ActorName], { description: "Its other names, abbreviations and spellings." })
  names() {
    return rowsOf(
      "ActorName",
      "actorId",
      formerLoader(({ database }, actors) => namesOf(database, actors)),
    );
  }

  @Declared()
  @FieldResolver(() => [ExternalCode], { description: "What other schemes call it." })
  codes() {
    return rowsOf(
      "ExternalCode",
      "actorId",
      formerLoader(({ database }, actors) => codesOf(database, actors)),
    );
  }

  @Declared()
  @FieldResolver(() => AffiliationConnection, { description: "The offices, memberships and other ties that it has." })
  affiliations(@Args(() => AffiliationsArgs) args: AffiliationsArgs, @Ctx() context: Context) {
    return connection(AffiliationConnection, affiliationList(args, args.asOf ?? context.asOf), args);
  }

  @Declared()
  @FieldResolver(() => ActorConnection, {
    description: "The actors that are members of it (affiliations of kind `MEMBERSHIP`).",
  })
  members(@Args(() => MembersArgs) args: MembersArgs, @Ctx() context: Context) {
    const day = args.asOf ?? context.asOf ?? new Date().toISOString().slice(0, 10);
    return connection(ActorConnection, memberList(args, day), args);
  }
}
