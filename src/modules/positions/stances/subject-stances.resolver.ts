import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import type { Stance } from "../../../db/generated/enums.js";
import { connectNested } from "../../../graphql/connection/connection-source.js";
import { fieldLoader } from "../../../graphql/per-request.js";
import { ActorConnection } from "../../actors/index.js";
import { PolicyAction } from "../../policy-actions/index.js";
import { Proposal } from "../../proposals/index.js";
import { PositionConnection } from "../position/position.connection.js";
import { PositionHistoryArgs, PositionsArgs } from "../position/position.input.js";
import { historyList, standingList } from "../position/position.repository.js";
import { StanceCount } from "./stance-count.type.js";
import { StanceCountsArgs, StanceHoldersArgs } from "./stances.input.js";
import { stanceCountsOf, stanceHolderList } from "./stances.repository.js";

type SubjectRow = { uuid: string };

/** The fields that tell where actors stand on a type of subject: the same for each type. */
function subjectStances(type: ClassType) {
  @Resolver(() => type)
  class SubjectStances {
    @FieldResolver(() => PositionConnection, {
      description: "The standing positions on it: one at most of each holder.",
    })
    positions(
      @Root() subject: SubjectRow,
      @Args(() => PositionsArgs) args: PositionsArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return connectNested(PositionConnection, { context, info, args }, subject.uuid, () =>
        standingList(args, args.asOf ?? context.asOf, "subjectId"),
      );
    }

    @FieldResolver(() => PositionConnection, { description: "All positions on it, standing or not." })
    positionHistory(
      @Root() subject: SubjectRow,
      @Args(() => PositionHistoryArgs) args: PositionHistoryArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return connectNested(PositionConnection, { context, info, args }, subject.uuid, () =>
        historyList(args, context.asOf, "subjectId"),
      );
    }

    @FieldResolver(() => ActorConnection, {
      description: "The actors whose standing position on it is `SUPPORTS`; conditional support is not among them.",
    })
    supporters(
      @Root() subject: SubjectRow,
      @Args(() => StanceHoldersArgs) args: StanceHoldersArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return holdersOf(subject, "SUPPORTS", args, context, info);
    }

    @FieldResolver(() => ActorConnection, { description: "The actors whose standing position on it is `OPPOSES`." })
    opponents(
      @Root() subject: SubjectRow,
      @Args(() => StanceHoldersArgs) args: StanceHoldersArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      return holdersOf(subject, "OPPOSES", args, context, info);
    }

    @FieldResolver(() => [StanceCount], {
      description: "How many actors take each stance on it, by their standing positions; every stance is listed.",
    })
    stanceCounts(
      @Root() subject: SubjectRow,
      @Args(() => StanceCountsArgs) args: StanceCountsArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      const load = (subjects: readonly string[]) =>
        stanceCountsOf(context.database, subjects, args, args.asOf ?? context.asOf);
      return fieldLoader(context, info, load).load(subject.uuid);
    }
  }
  return SubjectStances;
}

function holdersOf(
  subject: SubjectRow,
  stance: Stance,
  args: StanceHoldersArgs,
  context: Context,
  info: GraphQLResolveInfo,
) {
  return connectNested(ActorConnection, { context, info, args }, subject.uuid, () =>
    stanceHolderList(args, stance, args.asOf ?? context.asOf),
  );
}

export const ProposalStances = subjectStances(Proposal);
export const PolicyActionStances = subjectStances(PolicyAction);
