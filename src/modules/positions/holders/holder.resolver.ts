import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import type { ListQuery } from "../../../db/reading/page.js";
import { raw } from "../../../db/sql.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { ActorConnection, actorList } from "../../actors/index.js";
import { HoldersArgs, holderMatches } from "./holder.input.js";

/** The actors that hold, and do not hold, what the filter says. */
function holderList({ where, orderBy }: HoldersArgs, asOf: string | undefined): ListQuery {
  return actorList({ where: where?.actor, orderBy }, asOf, holderMatches(where, raw("actor"), asOf));
}

@Resolver()
export class HolderQueries {
  @Declared()
  @Takes({ read: 10 })
  @Query(() => ActorConnection, {
    description:
      "The actors that hold some positions and not others, across subjects. For example: actors that oppose one proposal and support another, or that were invited and hold no position.",
  })
  holders(@Args(() => HoldersArgs) args: HoldersArgs, @Ctx() context: Context) {
    return connection(holderList(args, args.asOf ?? context.asOf), args);
  }
}
