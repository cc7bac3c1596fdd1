import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { connect, connectNested } from "../../../graphql/connection/connection-source.js";
import { BySlugArgs } from "../../../graphql/known-at/known-at-args.js";
import { linkedEntities } from "../../../graphql/linked-list.js";
import { bySlug, reference } from "../../../graphql/reference.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Proposal, proposalTable } from "../../proposals/index.js";
import { Source, sourceTable } from "../../sources/index.js";
import { Meeting, meetingTable } from "../../statements/index.js";
import { RollCallConnection } from "./roll-call.connection.js";
import { RollCallsArgs } from "./roll-call.input.js";
import { rollCallList, rollCallTable } from "./roll-call.repository.js";
import { RollCall } from "./roll-call.type.js";
import { RollCallTally } from "./tally.type.js";

@Resolver()
export class RollCallQueries {
  @Query(() => RollCall, { nullable: true, description: "The roll call with this slug; null when there is none." })
  rollCall(@Args(() => BySlugArgs) { slug }: BySlugArgs, @Ctx() context: Context) {
    return bySlug(rollCallTable, slug, context);
  }

  @Takes({ wide: 60 })
  @Query(() => RollCallConnection, { description: "The roll calls on record." })
  rollCalls(@Args(() => RollCallsArgs) args: RollCallsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return connect(RollCallConnection, { context, info, args }, rollCallList(args, context.asOf));
  }
}

@Resolver(() => RollCall)
export class RollCallFields {
  @FieldResolver(() => Proposal, {
    description: "What was voted on: for a vote on a part of a text, that part, not the whole.",
  })
  proposal(@Root() rollCall: RollCall, @Ctx() context: Context) {
    return reference(proposalTable, rollCall.proposalId, context);
  }

  @FieldResolver(() => Actor, { description: "The body whose members voted." })
  body(@Root() rollCall: RollCall, @Ctx() context: Context) {
    return reference(actorTable, rollCall.bodyId, context);
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting at which it was held." })
  meeting(@Root() rollCall: RollCall, @Ctx() context: Context) {
    return reference(meetingTable, rollCall.meetingId, context);
  }

  @FieldResolver(() => RollCallTally, { description: "Its result." })
  tally(@Root() rollCall: RollCall): RollCallTally {
    const { statedYes, statedNo, statedAbstain, statedAbsent } = rollCall;
    const stated = { yes: statedYes, no: statedNo, abstain: statedAbstain, absent: statedAbsent };
    const { countedYes, countedNo, countedAbstain, countedAbsent } = rollCall;
    return {
      stated: Object.values(stated).every((votes) => votes === null) ? null : stated,
      counted: { yes: countedYes, no: countedNo, abstain: countedAbstain, absent: countedAbsent },
    };
  }

  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources(@Root() rollCall: RollCall, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return linkedEntities({ context, info }, rollCall.uuid, sourceTable, {
      table: "RollCallSource",
      from: "rollCallId",
      to: "sourceId",
    });
  }
}

@Resolver(() => Proposal)
export class ProposalRollCalls {
  @FieldResolver(() => RollCallConnection, { description: "The roll calls on it." })
  rollCalls(
    @Root() proposal: Proposal,
    @Args(() => RollCallsArgs) args: RollCallsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(RollCallConnection, { context, info, args }, proposal.uuid, () =>
      rollCallList(args, context.asOf, "proposalId"),
    );
  }
}

@Resolver(() => Meeting)
export class MeetingRollCalls {
  @FieldResolver(() => RollCallConnection, { description: "The roll calls held at it." })
  rollCalls(
    @Root() meeting: Meeting,
    @Args(() => RollCallsArgs) args: RollCallsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return connectNested(RollCallConnection, { context, info, args }, meeting.uuid, () =>
      rollCallList(args, context.asOf, "meetingId"),
    );
  }
}
