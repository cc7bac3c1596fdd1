import { Args, type ClassType, Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { Stance } from "../../../db/generated/enums.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { connection } from "../../../graphql/field-sql.js";
import { ActorConnection } from "../../actors/index.js";
import { PolicyAction } from "../../policy-actions/index.js";
import { Proposal } from "../../proposals/index.js";
import { PositionHistoryArgs, PositionsArgs } from "../position/position.input.js";
import { historyList, standingList } from "../position/position.repository.js";
import { PositionConnection } from "../position/position.type.js";
import { StanceCountsArgs, StanceHoldersArgs, stanceCounts, stanceHolderList } from "./stances.repository.js";

@ObjectType({
  simpleResolvers: true,
  description: "The number of standing positions on a subject that take one stance.",
})
export class StanceCount {
  @Field(() => Stance, { description: "The stance." })
  stance: Stance;

  @Field(() => Int, { description: "The number of holders with this stance; can be zero." })
  count: number;
}

/** The fields that tell where actors stand on a type of subject: the same for each type. */
function subjectStances(type: ClassType) {
  @Resolver(() => type)
  class SubjectStances {
    @Declared()
    @FieldResolver(() => PositionConnection, {
      description: "The standing positions on this subject: at most one per holder.",
    })
    positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context) {
      return connection(standingList(args, args.asOf ?? context.asOf, "subjectId"), args);
    }

    @Declared()
    @FieldResolver(() => PositionConnection, { description: "All positions on this subject, standing or replaced." })
    positionHistory(@Args(() => PositionHistoryArgs) args: PositionHistoryArgs, @Ctx() context: Context) {
      return connection(historyList(args, context.asOf, "subjectId"), args);
    }

    @Declared()
    @FieldResolver(() => ActorConnection, {
      description:
        "The actors whose standing position on this subject is `SUPPORTS`. Actors with conditional support are not included.",
    })
    supporters(@Args(() => StanceHoldersArgs) args: StanceHoldersArgs, @Ctx() context: Context) {
      return connection(stanceHolderList(args, "SUPPORTS", args.asOf ?? context.asOf), args);
    }

    @Declared()
    @FieldResolver(() => ActorConnection, {
      description: "The actors whose standing position on this subject is `OPPOSES`.",
    })
    opponents(@Args(() => StanceHoldersArgs) args: StanceHoldersArgs, @Ctx() context: Context) {
      return connection(stanceHolderList(args, "OPPOSES", args.asOf ?? context.asOf), args);
    }

    @Declared()
    @FieldResolver(() => [StanceCount], {
      description:
        "The number of actors that take each stance on this subject, by their standing positions. Every stance is listed, also with zero.",
    })
    stanceCounts(@Args(() => StanceCountsArgs) args: StanceCountsArgs, @Ctx() context: Context) {
      return stanceCounts(args, args.asOf ?? context.asOf);
    }
  }
  return SubjectStances;
}

export const ProposalStances = subjectStances(Proposal);
export const PolicyActionStances = subjectStances(PolicyAction);
