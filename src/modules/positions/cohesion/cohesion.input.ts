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
  description: "What the subjects that are measured together have in common, and how the measures are ordered by it.",
  valuesConfig: {
    YEAR: { description: "The year in which the latest of the group's positions on it was certainly held." },
    DECADE: { description: "The decade of that year." },
    TOPIC: {
      description:
        "A topic of the proposal; by name. A subject counts under each of several topics; null, last, has those without one.",
    },
    SUBJECT: { description: "The proposal or policy action itself; by title." },
  },
});

/** The fewest positions of a group on a subject that can differ. */
export const leastHolders = 2;

/** The most measures of one field. */
export const mostMeasures = 10_000;

@ArgsType()
export class CohesionArgs {
  @Field(() => GroupInput, { description: "Whose cohesion is measured." })
  of: GroupInput;

  @Field(() => PositionFilter, {
    nullable: true,
    description: "Which of the group's standing positions count; all when left out.",
  })
  where?: PositionFilter | null;

  @Field(() => [CohesionGrouping], {
    nullable: true,
    description: `What to measure by; the measures are ordered by the first, then by the second and so on. Left out: one measure over all subjects, if any counts. At most ${mostMeasures.toLocaleString("en")} measures: more are refused.`,
  })
  by?: CohesionGrouping[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `The fewest positions of the group that a subject must have to count; ${leastHolders} when left out. With the size of the group, only subjects on which all of it has a position count.`,
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
