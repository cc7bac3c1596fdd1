import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { connectNested } from "../../../graphql/connection/connection-source.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Statement } from "../../statements/index.js";
import { RollCall } from "../roll-call/roll-call.type.js";
import { PositionConnection } from "./position.connection.js";
import { PositionHistoryArgs, PositionsArgs } from "./position.input.js";
import { historyList, standingList } from "./position.repository.js";

@Resolver(() => Actor)
export class ActorPositions {
  @Takes({ wide: 12 })
  @FieldResolver(() => PositionConnection, {
    description: "The standing positions that it holds: one at most on each subject.",
  })
  positions(
    @Root() actor: Actor,
    @Args(() => PositionsArgs) args: PositionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(PositionConnection, { context, info, args }, actor.uuid, () =>
      standingList(args, args.asOf ?? context.asOf, "holderId"),
    );
  }

  @Takes({ wide: 12 })
  @FieldResolver(() => PositionConnection, { description: "All positions that it holds or held, standing or not." })
  positionHistory(
    @Root() actor: Actor,
    @Args(() => PositionHistoryArgs) args: PositionHistoryArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(PositionConnection, { context, info, args }, actor.uuid, () =>
      historyList(args, context.asOf, "holderId"),
    );
  }
}

@Resolver(() => Statement)
export class StatementPositions {
  @FieldResolver(() => PositionConnection, { description: "The positions that it is evidence for, standing or not." })
  positions(
    @Root() statement: Statement,
    @Args(() => PositionHistoryArgs) args: PositionHistoryArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(PositionConnection, { context, info, args }, statement.uuid, () =>
      historyList(args, context.asOf, "evidenceStatementId"),
    );
  }
}

@Resolver(() => RollCall)
export class RollCallPositions {
  @FieldResolver(() => PositionConnection, {
    description: "The votes on record: the positions that it is evidence for, standing or not. An absence is none.",
  })
  positions(
    @Root() rollCall: RollCall,
    @Args(() => PositionHistoryArgs) args: PositionHistoryArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(PositionConnection, { context, info, args }, rollCall.uuid, () =>
      historyList(args, context.asOf, "evidenceRollCallId"),
    );
  }
}
