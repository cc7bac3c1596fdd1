import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { connectNested } from "../../../graphql/connection/connection-source.js";
import { references } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { positionTable } from "../position/position.repository.js";
import { Position } from "../position/position.type.js";
import { subjectOf } from "../position/subject-of.js";
import { ContradictionConnection } from "./contradiction.connection.js";
import { ContradictionsArgs } from "./contradiction.input.js";
import { contradictionList } from "./contradiction.repository.js";
import { Contradiction } from "./contradiction.type.js";

@Resolver(() => Actor)
export class ActorContradictions {
  @Takes({ read: 0.1 })
  @FieldResolver(() => ContradictionConnection, {
    description: "Where what it says, how it votes and what it does disagree; by the subject's title.",
  })
  contradictions(
    @Root() actor: Actor,
    @Args(() => ContradictionsArgs) args: ContradictionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(ContradictionConnection, { context, info, args }, actor.uuid, () =>
      contradictionList(args.asOf ?? context.asOf),
    );
  }
}

@Resolver(() => Contradiction)
export class ContradictionFields {
  @FieldResolver(() => Subject, { description: "The subject." })
  subject(@Root() contradiction: Contradiction, @Ctx() context: Context) {
    return subjectOf(contradiction, context);
  }

  @FieldResolver(() => [Position], {
    description: "The latest position of each basis, the most recent first: that is the standing one.",
  })
  positions(@Root() contradiction: Contradiction, @Ctx() context: Context) {
    return references(positionTable, contradiction.positionIds, context);
  }
}
