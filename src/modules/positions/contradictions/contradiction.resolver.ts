import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { Position } from "../position/position.type.js";
import { subjectReference } from "../position/subject-of.js";
import { ContradictionConnection } from "./contradiction.connection.js";
import { ContradictionsArgs } from "./contradiction.input.js";
import { contradictionList, contradictoryPositions } from "./contradiction.repository.js";
import { Contradiction } from "./contradiction.type.js";

@Resolver(() => Actor)
export class ActorContradictions {
  @Declared()
  @Takes({ read: 0.1 })
  @FieldResolver(() => ContradictionConnection, {
    description: "Where what it says, how it votes and what it does disagree; by the subject's title.",
  })
  contradictions(@Args(() => ContradictionsArgs) args: ContradictionsArgs, @Ctx() context: Context) {
    return connection(ContradictionConnection, contradictionList(args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Contradiction)
export class ContradictionFields {
  @Declared()
  @FieldResolver(() => Subject, { description: "The subject." })
  subject() {
    return subjectReference;
  }

  @Declared()
  @FieldResolver(() => [Position], {
    description: "The latest position of each basis, the most recent first: that is the standing one.",
  })
  positions() {
    return contradictoryPositions;
  }
}
