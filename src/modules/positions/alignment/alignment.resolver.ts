import { Args, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../context.js";
import { sql } from "../../../db/sql.js";
import { connectionType } from "../../../graphql/connection/connection-type.js";
import { Declared } from "../../../graphql/declared-fields.js";
import { column, connection, reference, type ValueSql } from "../../../graphql/field-sql.js";
import { Takes } from "../../../graphql/work.js";
import { Actor, actorTable } from "../../actors/index.js";
import { Subject } from "../../policy-actions/index.js";
import { formulaObject } from "../formula.repository.js";
import { Formula } from "../formula.type.js";
import { positionTable } from "../position/position.repository.js";
import { subjectReference } from "../position/position.resolver.js";
import { Position } from "../position/position.type.js";
import { Vote, voteScale } from "../votes/vote.input.js";
import { AlignmentArgs, AlignmentsArgs, DissentsArgs } from "./alignment.input.js";
import { type AlignmentScope, alignment, alignmentList, dissentList } from "./alignment.repository.js";

const alignmentFormula: Formula = {
  name: "Share of votes with the majority",
  version: "1",
  definition:
    "The number of compared subjects on which the actor's vote is that of the majority, divided by the number of compared subjects. The majority is the vote (yes, abstain or no) of more than half of the group's other holders; a subject without one is not compared.",
  reference: "After the party unity score of Congressional Quarterly, with abstentions as a third vote.",
};

@ObjectType({
  simpleResolvers: true,
  description: `How often an actor votes with the majority of a group. ${voteScale} Holders without a position do not count.`,
})
export class Alignment {
  @Field(() => Int, {
    description:
      "The number of subjects on which the actor has a position and more than half of the others took the same vote.",
  })
  compared: number;

  @Field(() => Int, {
    description: "The number of compared subjects on which the actor's vote differs from the majority.",
  })
  against: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The share of the compared subjects on which the actor's vote equals that of the majority, from 0 to 1. Null below `minimum`.",
  })
  score: number | null;
}

export const AlignmentConnection = connectionType(() => Alignment, "Alignment", "alignments");

@ObjectType({
  simpleResolvers: true,
  description: "A position in which an actor differs from the majority of a group.",
})
export class Dissent {
  @Field(() => Vote, { description: "The actor's vote." })
  vote: Vote;

  @Field(() => Vote, { description: "The vote of the majority." })
  majority: Vote;

  @Field(() => Int, { description: "The number of other members of the group that voted yes." })
  yes: number;

  @Field(() => Int, { description: "The number of other members of the group that abstained." })
  abstain: number;

  @Field(() => Int, { description: "The number of other members of the group that voted no." })
  no: number;
}

export const DissentConnection = connectionType(() => Dissent, "Dissent", "dissents");

@Resolver()
export class AlignmentQueries {
  @Declared()
  @Takes({ read: 50, wide: 600, always: true })
  @Query(() => AlignmentConnection, {
    description:
      "How often each actor votes with the majority of a group, or of all actors. Use it to find the actors that dissent most often.",
  })
  alignments(@Args(() => AlignmentsArgs) args: AlignmentsArgs, @Ctx() context: Context) {
    const { list, scope } = alignmentList(args, args.asOf ?? context.asOf);
    return connection(list, args, { scope });
  }
}

@Resolver(() => Actor)
export class ActorAlignment {
  @Declared()
  @Takes({ read: 20, wide: 130, always: true })
  @FieldResolver(() => Alignment, {
    description: "How often the actor votes with the majority of a group, and on which subjects it does not.",
  })
  alignmentWith(@Args(() => AlignmentArgs) args: AlignmentArgs, @Ctx() context: Context) {
    return alignment(args, args.asOf ?? context.asOf);
  }
}

@Resolver(() => Alignment)
export class AlignmentFields {
  @Declared()
  @FieldResolver(() => Actor, { description: "The actor whose votes are compared." })
  actor() {
    return reference(actorTable, "actorId");
  }

  @Declared()
  @FieldResolver(() => Int, {
    description: "The number of compared subjects on which the actor's vote equals that of the majority.",
  })
  aligned(): ValueSql {
    return { kind: "value", value: (row) => sql`${row}."compared" - ${row}."against"` };
  }

  @Declared()
  @FieldResolver(() => Formula, { description: "The formula of `score`." })
  formula() {
    return formulaObject(alignmentFormula);
  }

  @Declared()
  @Takes({ read: 130 })
  @FieldResolver(() => DissentConnection, {
    description: "The positions in which the actor differs from the majority, sorted by `since`, earliest first.",
  })
  dissents(@Root() scope: AlignmentScope, @Args(() => DissentsArgs) args: DissentsArgs) {
    return connection(dissentList(scope), args, { parent: column("actorId") });
  }
}

@Resolver(() => Dissent)
export class DissentFields {
  @Declared()
  @FieldResolver(() => Position, { description: "The actor's position." })
  position() {
    return reference(positionTable, "id");
  }

  @Declared()
  @FieldResolver(() => Subject, { description: "The subject of the position." })
  subject() {
    return subjectReference;
  }
}
