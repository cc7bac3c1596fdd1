import { ArgsType, Field } from "type-graphql";
import { DateTime } from "../scalars/date-time.js";

/** What every `knownAt` means. Declarations need not look at it: see src/execution/render.ts. */
export const knownAtDescription =
  "As the record stood at this moment, with all that is beneath: what was recorded, corrected, retracted or merged later is not seen. Moments to a millisecond include it; finer ones count to a microsecond. One that is still to come is now. Left out: as the field around it, else the request's `Standpoint-Known-At`, else now.";

/** The arguments of root fields that find an entity by its slug. */
@ArgsType()
export class BySlugArgs {
  @Field(() => String, { description: "Its slug." })
  slug: string;

  @Field(() => DateTime, {
    nullable: true,
    description: `${knownAtDescription} A slug is looked up as it was then.`,
  })
  knownAt?: Date | null;
}
