import { Args, Ctx, FieldResolver, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../../../context.js";
import { RollCallOutcome } from "../../../db/generated/enums.js";
import { sql } from "../../../db/sql.js";
import { entityMutations } from "../../../editing/mutations/entity-mutations.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { bySlug, connection, linked, reference, type ValueSql } from "../../../graphql/field-sql.js";
import { BySlugArgs } from "../../../graphql/known-at/known-at-args.js";
import { LinksArgs } from "../../../graphql/links-args.js";

import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import {
  majorityOf,
  marginOf,
  OutcomeBasis,
  outcomeBasisOf,
  outcomeOf,
  Proposal,
  proposalTable,
  VoteMajority,
} from "../../proposals/index.js";
import { Source, sourceTable } from "../../sources/index.js";
import { Meeting, meetingTable } from "../../statements/index.js";
import { AllRollCallsArgs, RollCallsArgs, rollCallSources } from "./roll-call.input.js";
import { countedVotes, rollCallList, rollCallTable, statedVotes, tally } from "./roll-call.repository.js";
import { RollCall, RollCallConnection, RollCallTally, VoteTally } from "./roll-call.type.js";

@Resolver()
export class RollCallQueries {
  @Declared()
  @Query(() => RollCall, { nullable: true, description: "The roll call with this slug. Null if there is none." })
  rollCall(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(rollCallTable, slug);
  }

  @Declared()
  @Takes({ wide: 60 })
  @Query(() => RollCallConnection, { description: "All roll calls that match the filter." })
  rollCalls(@Args(() => AllRollCallsArgs) args: AllRollCallsArgs, @Ctx() context: Context) {
    return connection(rollCallList(args, context.asOf), args);
  }
}

@Resolver(() => RollCall)
export class RollCallFields {
  @Declared()
  @FieldResolver(() => Proposal, {
    description: "The proposal that was voted on. For a vote on part of a text, the proposal for that part.",
  })
  proposal() {
    return reference(proposalTable, "proposalId");
  }

  @Declared()
  @FieldResolver(() => Actor, { description: "The body whose members voted." })
  body() {
    return reference(actorTable, "bodyId");
  }

  @Declared()
  @FieldResolver(() => Meeting, {
    nullable: true,
    description: "The meeting at which the vote was held. Null if not recorded.",
  })
  meeting() {
    return reference(meetingTable, "meetingId");
  }

  @Declared()
  @FieldResolver(() => RollCallTally, { description: "The result of the roll call." })
  tally() {
    return tally;
  }

  @Declared()
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The difference between the votes for and against, always positive or zero: as stated, or as counted if nothing was stated. Null if no votes for or against are recorded.",
  })
  margin(): ValueSql {
    return { kind: "value", value: marginOf };
  }

  @Declared()
  @FieldResolver(() => VoteMajority, {
    nullable: true,
    description: "The side with more votes. Null if no votes for or against are recorded.",
  })
  majority(): ValueSql {
    return { kind: "value", value: majorityOf };
  }

  @Declared()
  @FieldResolver(() => RollCallOutcome, {
    nullable: true,
    description:
      "The decision of the roll call: stated by one of its sources, or derived as `outcomeBasis` describes. Null if neither is certain, for example a majority in favour where two thirds may be required.",
  })
  outcome(): ValueSql {
    return { kind: "value", value: outcomeOf };
  }

  @Declared()
  @FieldResolver(() => RollCallOutcome, {
    nullable: true,
    description:
      "The decision of the roll call as stated by one of its sources. Null if no source states it. Unlike `outcome`, it is never derived.",
  })
  statedOutcome(): ValueSql {
    return { kind: "value", value: (rollCall) => sql`${rollCall}."outcome"` };
  }

  @Declared()
  @FieldResolver(() => OutcomeBasis, {
    nullable: true,
    description: "How `outcome` is known. Null if `outcome` is null.",
  })
  outcomeBasis(): ValueSql {
    return { kind: "value", value: outcomeBasisOf };
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "The sources of this record." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, rollCallSources, args);
  }
}

@Resolver(() => RollCallTally)
export class RollCallTallyFields {
  @Declared()
  @FieldResolver(() => VoteTally, {
    nullable: true,
    description: "The result as the body or a source stated it. Null if none did.",
  })
  stated() {
    return statedVotes;
  }

  @Declared()
  @FieldResolver(() => VoteTally, {
    description: "The sum of the recorded votes. It differs from `stated` if votes are missing or wrong.",
  })
  counted() {
    return countedVotes;
  }
}

@Resolver(() => Proposal)
export class ProposalRollCalls {
  @Declared()
  @FieldResolver(() => RollCallConnection, { description: "The roll calls on the proposal." })
  rollCalls(@Args(() => RollCallsArgs) args: RollCallsArgs, @Ctx() context: Context) {
    return connection(rollCallList(args, context.asOf, "proposalId"), args);
  }
}

@Resolver(() => Meeting)
export class MeetingRollCalls {
  @Declared()
  @FieldResolver(() => RollCallConnection, { description: "The roll calls held at the meeting." })
  rollCalls(@Args(() => RollCallsArgs) args: RollCallsArgs, @Ctx() context: Context) {
    return connection(rollCallList(args, context.asOf, "meetingId"), args);
  }
}

export const RollCallMutations = entityMutations({
  type: RollCall,
  list: "rollCalls",
  inside: { stated: "StatedTally", absences: "Absence" },
});
