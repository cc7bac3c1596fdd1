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
    description: "The standing positions that it holds: one at most on each subject.",
  })
  positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context) {
    return connection(standingList(args, args.asOf ?? context.asOf, "holderId"), args);
  }

  @Declared()
  @Takes({ wide: 12 })
  @FieldResolver(() => PositionConnection, { description: "All positions that it holds or held, standing or not." })
  positionHistory(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
    return connection(historyList(args, context.asOf, "holderId"), args);
  }
}

@Resolver(() => Statement)
export class StatementPositions {
  @Declared()
  @FieldResolver(() => PositionConnection, { description: "The positions that it is evidence for, standing or not." })
  positions(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
    return connection(historyList(args, context.asOf, "evidenceStatementId"), args);
  }
}

@Resolver(() => RollCall)
export class RollCallPositions {
  @Declared()
  @FieldResolver(() => PositionConnection, {
    description: "The votes on record: the positions that it is evidence for, standing or not. An absence is none.",
  })
  positions(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
    return connection(historyList(args, context.asOf, "evidenceRollCallId"), args);
  }
}
