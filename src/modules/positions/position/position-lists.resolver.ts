import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Statement } from "../../statements/index.js";
import { RollCall } from "../roll-call/roll-call.type.js";
import { PositionHistoryArgs, PositionsArgs } from "./position.input.js";
import { historyList, standingList } from "./position.repository.js";
import { PositionConnection } from "./position.type.js";

@Resolver(() => Actor)
export class ActorPositions {
  @Declared()
  @Takes({ wide: 12 })
  @FieldResolver(() => PositionConnection, {
    description: "The standing positions that the actor holds: at most one per subject.",
  })
  positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context) {
    return connection(standingList(args, args.asOf ?? context.asOf, "holderId"), args);
  }

  @Declared()
  @Takes({ wide: 12 })
  @FieldResolver(() => PositionConnection, {
    description: "All positions that the actor holds or held, standing or replaced.",
  })
  positionHistory(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
    return connection(historyList(args, context.asOf, "holderId"), args);
  }
}

@Resolver(() => Statement)
export class StatementPositions {
  @Declared()
  @FieldResolver(() => PositionConnection, {
    description: "The positions for which the statement is evidence, standing or replaced.",
  })
  positions(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
    return connection(historyList(args, context.asOf, "evidenceStatementId"), args);
  }
}

@Resolver(() => RollCall)
export class RollCallPositions {
  @Declared()
  @FieldResolver(() => PositionConnection, {
    description:
      "The votes: the positions for which the roll call is evidence, standing or replaced. An absence is not a position.",
  })
  positions(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
    return connection(historyList(args, context.asOf, "evidenceRollCallId"), args);
  }
}
