import { ArgsType, Field, InputType } from "type-graphql";
import { ParticipationRole, PositionBasis, Stance } from "../../../db/generated/enums.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { filterRule } from "../../../graphql/filters/filter-rule.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { ActorFilter, actorOrder } from "../../actors/index.js";
import { asOfDescription } from "../position/position.input.js";

@InputType({
  description: "A standing position on one subject; with the subject alone, any position on it.",
})
export class HeldPosition {
  @Field(() => String, { description: "The slug of the subject: a proposal or a policy action." })
  @Names("Proposal", "PolicyAction")
  subject: string;

  @Field(() => [Stance], { nullable: true, description: "With one of these stances." })
  stances?: Stance[] | null;

  @Field(() => [PositionBasis], { nullable: true, description: "With one of these bases." })
  bases?: PositionBasis[] | null;
}

@InputType({
  description: `Which actors, by what they hold, and by what they do not. ${filterRule} Actors without any position are found too: those invited to a conference who hold \`none\` on it.`,
})
export class HolderFilter {
  @Field(() => ActorFilter, { nullable: true, description: "Those that match." })
  actor?: ActorFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Those that are to take part in the proposal with this slug.",
  })
  @Names("Proposal")
  participantIn?: string | null;

  @Field(() => [ParticipationRole], {
    nullable: true,
    description: "Only those that take part in `participantIn` in one of these roles; in any when left out.",
  })
  participantRoles?: ParticipationRole[] | null;

  @Field(() => [HeldPosition], { nullable: true, description: "Those that hold every one of these." })
  all?: HeldPosition[] | null;

  @Field(() => [HeldPosition], { nullable: true, description: "Those that hold at least one of these." })
  any?: HeldPosition[] | null;

  @Field(() => [HeldPosition], { nullable: true, description: "Those that hold not one of these." })
  none?: HeldPosition[] | null;
}

@ArgsType()
export class HoldersArgs extends ConnectionArgs {
  @Field(() => HolderFilter, { nullable: true, description: "Which actors; all when left out." })
  where?: HolderFilter | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\`.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;

  @Field(() => actorOrder.input, { nullable: true, description: "Their order; by name when left out." })
  orderBy?: InstanceType<typeof actorOrder.input> | null;
}
