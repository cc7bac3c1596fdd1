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
      "Which way actors lean on it by their standing positions on related subjects: proposals that `ENDORSES` or `CONTRADICTS` ties to it, and policy actions that advance or undermine it. Positions on it are not counted, and a leaning is never a position. Actors without a position on any of them are not listed.",
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
      "Which way it leans on proposals by its standing positions on related subjects, as in `Proposal.leanings`: on each proposal to which such a subject is related.",
  })
  leanings(@Args(() => ActorLeaningsArgs) args: ActorLeaningsArgs, @Ctx() context: Context) {
    return connection(actorLeaningList(args, args.asOf ?? context.asOf), args);
  }
}

@Resolver(() => Leaning)
export class LeaningFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "Who leans." })
  holder() {
    return reference(actorTable, "holderId");
  }

  @Declared()
  @FieldResolver(() => Proposal, { description: "On what." })
  subject() {
    return reference(proposalTable, "subjectId");
  }

  @Declared()
  @Takes({ read: 1 })
  @FieldResolver(() => PositionConnection, {
    description:
      "The positions that it is made of, all of them standing. How each counts is said by the relation, or the bearing, of its subject: `kind` or `bearing`, and `weight`.",
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
