import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { connect, connectNested } from "../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../graphql/known-at/known-at-args.js";
import { fieldLoader } from "../../graphql/per-request.js";
import { bySlug } from "../../graphql/reference.js";
import { ActorConnection, AffiliationConnection } from "./actor.connection.js";
import { ActorsArgs, AffiliationsArgs, MembersArgs } from "./actor.input.js";
import { actorList, actorTable, affiliationList, codesOf, memberList, namesOf } from "./actor.repository.js";
import { Actor } from "./actor.type.js";
import { ActorName } from "./actor-name.type.js";
import { ExternalCode } from "./external-code.type.js";

@Resolver()
export class ActorQueries {
  @Query(() => Actor, { nullable: true, description: "The actor with this slug; null when there is none." })
  actor(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(actorTable, slug, context);
  }

  @Query(() => ActorConnection, { description: "The actors on record." })
  actors(@Args(() => ActorsArgs) args: ActorsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(ActorConnection, { context, info, args }, actorList(args, context.asOf));
  }
}

@Resolver(() => Actor)
export class ActorFields {
  @FieldResolver(() => [ActorName], { description: "Its other names, abbreviations and spellings." })
  names(@Root() actor: Actor, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return fieldLoader(context, info, (actors: readonly string[]) => namesOf(context.database, actors)).load(
      actor.uuid,
    );
  }

  @FieldResolver(() => [ExternalCode], { description: "What other schemes call it." })
  codes(@Root() actor: Actor, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return fieldLoader(context, info, (actors: readonly string[]) => codesOf(context.database, actors)).load(
      actor.uuid,
    );
  }

  @FieldResolver(() => AffiliationConnection, { description: "The offices, memberships and other ties that it has." })
  affiliations(
    @Root() actor: Actor,
    @Args(() => AffiliationsArgs) args: AffiliationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(AffiliationConnection, { context, info, args }, actor.uuid, () =>
      affiliationList(args, args.asOf ?? context.asOf),
    );
  }

  @FieldResolver(() => ActorConnection, {
    description: "The actors that are members of it (affiliations of kind `MEMBERSHIP`).",
  })
  members(
    @Root() actor: Actor,
    @Args(() => MembersArgs) args: MembersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const day = args.asOf ?? context.asOf ?? new Date().toISOString().slice(0, 10);
    return connectNested(ActorConnection, { context, info, args }, actor.uuid, () => memberList(args, day));
  }
}
