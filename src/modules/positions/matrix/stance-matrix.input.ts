import { ArgsType, Field } from "type-graphql";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { ActorFilter } from "../../actors/index.js";
import { SubjectFilter } from "../../policy-actions/index.js";
import { asOfDescription } from "../position/position.input.js";

/** The largest matrix. */
export const matrixLimits = { holders: 250, subjects: 100 };

@ArgsType()
export class StanceMatrixArgs {
  @Field(() => ActorFilter, {
    nullable: true,
    description: `Which actors are the rows; all when left out. At most ${matrixLimits.holders}: more are refused.`,
  })
  holders?: ActorFilter | null;

  @Field(() => SubjectFilter, {
    nullable: true,
    description: `Which subjects are the columns; all when left out. At most ${matrixLimits.subjects}: more are refused.`,
  })
  subjects?: SubjectFilter | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\`.`,
  })
  asOf?: string | null;
}
