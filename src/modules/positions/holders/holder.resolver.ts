import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { connect } from "../../../graphql/connection/connection-source.js";
import { Takes } from "../../../graphql/work.js";
import { ActorConnection } from "../../actors/index.js";
import { HoldersArgs } from "./holder.input.js";
import { holderList } from "./holder.repository.js";

@Resolver()
export class HolderQueries {
  @Takes({ read: 10 })
  @Query(() => ActorConnection, {
    description:
      "The actors that hold some positions and not others, across subjects: who opposes this and supports that, who was invited and is silent.",
  })
  holders(@Args(() => HoldersArgs) args: HoldersArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(ActorConnection, { context, info, args }, holderList(args, args.asOf ?? context.asOf));
  }
}
