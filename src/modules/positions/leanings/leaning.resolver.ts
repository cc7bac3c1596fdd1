import { Args, Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { column, connection, reference } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Proposal, proposalTable } from "../../proposals/index.js";
import { formulaObject } from "../formula.repository.js";
import { Formula } from "../formula.type.js";
import { PositionConnection } from "../position/position.type.js";
import { ActorLeaningsArgs, LeaningPositionsArgs, ProposalLeaningsArgs } from "./leaning.input.js";
import { actorLeaningList, leaningFormula, leaningPositionList, proposalLeaningList } from "./leaning.repository.js";
import { Leaning, LeaningConnection } from "./leaning.type.js";

@Resolver(() => Proposal)
export class ProposalLeanings {
  @Declared()
  @Takes({ read: 40 })
  @FieldResolver(() => LeaningConnection, {
    description:
      "How actors lean on the proposal, computed from their standing positions on related subjects. Related subjects are proposals linked by `ENDORSES` or `CONTRADICTS`, and policy actions that advance or undermine it. Positions on the proposal itself are not counted, and a leaning is not a position. Actors without a position on any related subject are not listed.",
  })
  leanings(@Args(() => ProposalLeaningsArgs) args: ProposalLeaningsArgs, @Ctx() context: Context) {
    return connection(proposalLeaningList(args, args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Actor)
export class ActorLeanings {
  @Declared()
  @Takes({ read: 5 })
  @FieldResolver(() => LeaningConnection, {
    description:
      "How the actor leans on proposals, computed from its standing positions on related subjects. Each proposal that has such a related subject is listed. See `Proposal.leanings`.",
  })
  leanings(@Args(() => ActorLeaningsArgs) args: ActorLeaningsArgs, @Ctx() context: Context) {
    return connection(actorLeaningList(args, args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Leaning)
export class LeaningFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The actor that leans." })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Proposal, { description: "The proposal that the leaning is on." })
  subject() {
    return reference(proposalTable, "subjectId");
  }

  @Declared()
  @Takes({ read: 1 })
  @FieldResolver(() => PositionConnection, {
    description:
      "The standing positions from which the leaning is computed. The relation or bearing of each position's subject (`kind` or `bearing`, and `weight`) determines how it counts.",
  })
  positions(@Args(() => LeaningPositionsArgs) args: LeaningPositionsArgs, @Ctx() context: Context) {
    return connection(leaningPositionList(args, context.asOf), args, { parent: column("positionIds") });
  }

  @Declared()
  @FieldResolver(() => Formula, { description: "How `score` is computed." })
  formula() {
    return formulaObject(leaningFormula);
  }
}
