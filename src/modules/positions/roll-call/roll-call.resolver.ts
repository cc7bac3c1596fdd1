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
  @Query(() => RollCall, { nullable: true, description: "The roll call with this slug; null when there is none." })
  rollCall(@Args(() => BySlugArgs) { slug }: BySlugArgs) {
    return bySlug(rollCallTable, slug);
  }

  @Declared()
  @Takes({ wide: 60 })
  @Query(() => RollCallConnection, { description: "The roll calls on record." })
  rollCalls(@Args(() => AllRollCallsArgs) args: AllRollCallsArgs, @Ctx() context: Context) {
    return connection(rollCallList(args, context.asOf), args);
  }
}

@Resolver(() => RollCall)
export class RollCallFields {
  @Declared()
  @FieldResolver(() => Proposal, {
    description: "What was voted on: for a vote on a part of a text, that part, not the whole.",
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
  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting at which it was held." })
  meeting() {
    return reference(meetingTable, "meetingId");
  }

  @Declared()
  @FieldResolver(() => RollCallTally, { description: "Its result." })
  tally() {
    return tally;
  }

  @Declared()
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "By how many votes one side had more than the other, whichever side: as stated, or as counted where nothing was stated. Null where no vote for or against is on record.",
  })
  margin(): ValueSql {
    return { kind: "value", value: marginOf };
  }

  @Declared()
  @FieldResolver(() => VoteMajority, {
    nullable: true,
    description: "Which side had more votes. Null where no vote for or against is on record.",
  })
  majority(): ValueSql {
    return { kind: "value", value: majorityOf };
  }

  @Declared()
  @FieldResolver(() => RollCallOutcome, {
    nullable: true,
    description:
      "What it decided: as one of its sources says, or derived as `outcomeBasis` says. Null where neither is certain, such as a majority in favour where two thirds may be needed.",
  })
  outcome(): ValueSql {
    return { kind: "value", value: outcomeOf };
  }

  @Declared()
  @FieldResolver(() => RollCallOutcome, {
    nullable: true,
    description:
      "What it decided, as one of its sources says; null where none says so. Unlike `outcome`, it is never derived.",
  })
  statedOutcome(): ValueSql {
    return { kind: "value", value: (rollCall) => sql`${rollCall}."outcome"` };
  }

  @Declared()
  @FieldResolver(() => OutcomeBasis, {
    nullable: true,
    description: "How `outcome` is known; null where it is null.",
  })
  outcomeBasis(): ValueSql {
    return { kind: "value", value: outcomeBasisOf };
  }

  @Declared()
  @FieldResolver(() => [Source], { description: "Where it is written." })
  sources(@Args(() => LinksArgs) args: LinksArgs) {
    return linked(sourceTable, rollCallSources, args);
  }
}

@Resolver(() => RollCallTally)
export class RollCallTallyFields {
  @Declared()
  @FieldResolver(() => VoteTally, {
    nullable: true,
    description: "What the body or a source stated; null where none did.",
  })
  stated() {
    return statedVotes;
  }

  @Declared()
  @FieldResolver(() => VoteTally, {
    description:
      "What the votes on record add up to. It differs from what was stated where votes are missing or wrong.",
  })
  counted() {
    return countedVotes;
  }
}

@Resolver(() => Proposal)
export class ProposalRollCalls {
  @Declared()
  @FieldResolver(() => RollCallConnection, { description: "The roll calls on it." })
  rollCalls(@Args(() => RollCallsArgs) args: RollCallsArgs, @Ctx() context: Context) {
    return connection(rollCallList(args, context.asOf, "proposalId"), args);
  }
}

@Resolver(() => Meeting)
export class MeetingRollCalls {
  @Declared()
  @FieldResolver(() => RollCallConnection, { description: "The roll calls held at it." })
  rollCalls(@Args(() => RollCallsArgs) args: RollCallsArgs, @Ctx() context: Context) {
    return connection(rollCallList(args, context.asOf, "meetingId"), args);
  }
}

export const RollCallMutations = entityMutations({
  type: RollCall,
  list: "rollCalls",
  inside: { stated: "StatedTally", absences: "Absence" },
});
