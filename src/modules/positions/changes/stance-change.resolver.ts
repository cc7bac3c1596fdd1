import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { connect } from "../../../graphql/connection/connection-source.js";
import { reference } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Evidence } from "../position/evidence.type.js";
import { evidenceOf } from "../position/evidence-of.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { subjectOf } from "../position/subject-of.js";
import { StanceChangeConnection } from "./stance-change.connection.js";
import { StanceChangesArgs } from "./stance-change.input.js";
import { stanceChangeList } from "./stance-change.repository.js";
import { StanceChange } from "./stance-change.type.js";

@Resolver()
export class StanceChangeQueries {
  @Takes({ read: 20, wide: 2400, by: "across" })
  @Query(() => StanceChangeConnection, {
    description:
      "Where an actor took another stance on a subject than before: of all its positions on the subject that are not retracted, each is held against the next by `since`, then by recording. With `across`, on a question that recurs as several subjects.",
  })
  stanceChanges(
    @Args(() => StanceChangesArgs) args: StanceChangesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connect(StanceChangeConnection, { context, info, args }, stanceChangeList(args, context.asOf));
  }
}

@Resolver(() => StanceChange)
export class StanceChangeFields {
  @FieldResolver(() => Actor, { description: "Who changed its stance." })
  holder(@Root() { position }: StanceChange, @Ctx() context: Context) {
    return reference(actorTable, position.holderId, context);
  }

  @FieldResolver(() => Subject, { description: "On what; of several subjects, that of the position after." })
  subject(@Root() { position }: StanceChange, @Ctx() context: Context) {
    return subjectOf(position, context);
  }

  @FieldResolver(() => Evidence, { nullable: true, description: "What shows the new stance." })
  evidence(@Root() { position }: StanceChange, @Ctx() context: Context) {
    return evidenceOf(position, context);
  }

  @FieldResolver(() => Position, { description: "The position before." })
  previous(@Root() change: StanceChange, @Ctx() context: Context) {
    return reference(positionTable, change.previousId, context);
  }
}
