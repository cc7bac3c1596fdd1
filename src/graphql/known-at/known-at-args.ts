import { ArgsType, Field } from "type-graphql";
import { DateTime } from "../scalars/date-time.js";

/** What every `knownAt` means. Declarations need not look at it: see src/execution/render.ts. */
export const knownAtDescription =
  "Record time: return this field and all nested fields as they were recorded at this time. Later records, revisions, retractions and merges have no effect. A time to the millisecond includes that entire millisecond; finer times are read to the microsecond. A future time means now. Default: the `knownAt` of the enclosing field, then the request's `Standpoint-Known-At` header, then now.";

/** The arguments of root fields that find an entity by its slug. */
@ArgsType()
export class BySlugArgs {
  @Field(() => String, { description: "The slug of the entity." })
  slug: string;

  @Field(() => DateTime, {
    nullable: true,
    description: `${knownAtDescription} The slug is also resolved as of this time.`,
  })
  knownAt?: Date | null;
}
