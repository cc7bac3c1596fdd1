import { Args, Ctx, FieldResolver, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { subjectReference } from "../position/position.resolver.js";
import { Position } from "../position/position.type.js";
import { ContradictionsArgs, contradictionList, contradictoryPositions } from "./contradiction.repository.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "An actor's positions on one subject that disagree: for example, it said one thing and voted for another. The latest position of each basis is compared.",
})
export class Contradiction {}

export const ContradictionConnection = connectionType(() => Contradiction, "Contradiction", "contradictions");

@Resolver(() => Actor)
export class ActorContradictions {
  @Declared()
  @Takes({ read: 0.1 })
  @FieldResolver(() => ContradictionConnection, {
    description:
      "The subjects on which the actor's positions of different bases disagree: what it says, how it votes and what it does. Sorted by the subject's title.",
  })
  contradictions(@Args(() => ContradictionsArgs) args: ContradictionsArgs, @Ctx() context: Context) {
    return connection(contradictionList(args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Contradiction)
export class ContradictionFields {
  @Declared()
  @FieldResolver(() => Subject, { description: "The proposal or policy action on which the positions disagree." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => [Position], {
    description: "The latest position of each basis, most recent first. The first one is the standing position.",
  })
  positions() {
    return contradictoryPositions;
  }
}
