import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { ActorConnection } from "../../actors/index.js";
import { HoldersArgs } from "./holder.input.js";
import { holderList } from "./holder.repository.js";

@Resolver()
export class HolderQueries {
  @Declared()
  @Takes({ read: 10 })
  @Query(() => ActorConnection, {
    description:
      "The actors that hold some positions and not others, across subjects: who opposes this and supports that, who was invited and is silent.",
  })
  holders(@Args(() => HoldersArgs) args: HoldersArgs, @Ctx() context: Context) {
    return connection(ActorConnection, holderList(args, args.asOf ?? context.asOf), args);
  }
}
