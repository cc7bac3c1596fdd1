import { Min } from "class-validator";
import { ArgsType, Field, Int, registerEnumType } from "type-graphql";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { asOfDescription, PositionFilter } from "../position/position.input.js";
import { GroupInput } from "../votes/group.input.js";

export const CohesionGrouping = { YEAR: "YEAR", DECADE: "DECADE", TOPIC: "TOPIC", SUBJECT: "SUBJECT" } as const;
export type CohesionGrouping = (typeof CohesionGrouping)[keyof typeof CohesionGrouping];

registerEnumType(CohesionGrouping, {
  name: "CohesionGrouping",
  description: "The property by which subjects are grouped, and the order of the groups.",
  valuesConfig: {
    YEAR: { description: "The year in which the latest of the group's positions on the subject was certainly held." },
    DECADE: { description: "The decade of the year that `YEAR` uses." },
    TOPIC: {
      description:
        "A topic of the proposal, sorted by name. A subject with several topics counts under each. Subjects without a topic form the last group, with a null topic.",
    },
    SUBJECT: { description: "The proposal or policy action itself, sorted by title." },
  },
});

/** The fewest positions of a group on a subject that can differ. */
export const leastHolders = 2;

/** The most measures of one field. */
export const mostMeasures = 10_000;

@ArgsType()
export class CohesionArgs {
  @Field(() => GroupInput, { description: "The group to measure. Default: all actors." })
  of: GroupInput;

  @Field(() => PositionFilter, {
    nullable: true,
    description: "Only standing positions of the group that match this filter count. Default: all.",
  })
  where?: PositionFilter | null;

  @Field(() => [CohesionGrouping], {
    nullable: true,
    description: `The properties to group the subjects by. Groups are sorted by the first, then by the second and so on. Default: one group of all subjects, if any counts. At most ${mostMeasures.toLocaleString("en")} groups; a larger result is refused.`,
  })
  by?: CohesionGrouping[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `The smallest number of the group's positions that a subject must have to count. Default: ${leastHolders}. Set it to the size of the group to count only subjects on which all members have a position.`,
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
