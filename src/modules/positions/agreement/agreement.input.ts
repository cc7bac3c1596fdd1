import { Min } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";
import type { SortForm } from "../../../db/reading/page.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { SortedBy } from "../../../graphql/connection/paging-rules.js";
import { knownAtDescription } from "../../../graphql/known-at/known-at-args.js";
import { columnKey, orderType } from "../../../graphql/order.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { DateTime } from "../../../graphql/scalars/date-time.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { ActorFilter } from "../../actors/index.js";
import { matrixLimits } from "../matrix/stance-matrix.repository.js";
import { asOfDescription, PositionFilter } from "../position/position.input.js";
import { AgreementMethod } from "./agreement-method.input.js";

/** How many shared subjects a score takes where actors are ranked or tabulated: by few, chance would rank them. */
export const leastInLists = 10;

const methodOptions = { nullable: true, description: "The measure of agreement. Default: `SAME`." };
const whereOptions = {
  nullable: true,
  description:
    "Only standing positions that match this filter count. A subject is shared if both actors' positions on it match. Default: all.",
};

/** What the arguments of every field that measures agreement have. */
export interface MeasureArgs {
  where?: PositionFilter | null;
  method?: AgreementMethod | null;
  minimum?: number | null;
}

@ArgsType()
export class AgreementArgs implements MeasureArgs {
  @Field(() => String, { description: "The slug of the other actor." })
  @Names("Actor")
  slug: string;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => AgreementMethod, methodOptions)
  method?: AgreementMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: "The smallest number of shared subjects for which a score is computed. Default: 1.",
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

/** By title. */
export const sharedSubjectOrder: SortForm = {
  name: "AgreementSubject.TITLE",
  types: ["text", "uuid"],
  direction: "ASC",
};

@SortedBy(sharedSubjectOrder)
@ArgsType()
export class AgreementSubjectsArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only subjects on which the actors agree. False: only subjects on which they disagree. Default: both.",
  })
  agrees?: boolean | null;
}

export const agreementOrder = orderType(
  "Agreement",
  {
    SCORE: { description: "The score, as measured by `method`.", keys: columnKey("score", "float8") },
    SHARED: {
      description: "The number of subjects on which both actors have a position.",
      keys: columnKey("shared", "integer"),
    },
    NAME: { description: "The name of the other actor.", keys: columnKey("name", "text") },
  },
  { field: "SCORE", direction: "DESC" },
);

@ArgsType()
export class AgreementsArgs extends ConnectionArgs implements MeasureArgs {
  @Field(() => ActorFilter, { nullable: true, description: "Only other actors that match this filter. Default: all." })
  with?: ActorFilter | null;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => AgreementMethod, methodOptions)
  method?: AgreementMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: `The smallest number of shared subjects for which an actor is listed. Default: ${leastInLists}.`,
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => agreementOrder.input, {
    nullable: true,
    description: "The sort order. Default: by score, highest first.",
  })
  orderBy?: InstanceType<typeof agreementOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` in \`with\` is checked on the same day.`,
  })
  asOf?: string | null;
}

@ArgsType()
export class AgreementMatrixArgs implements MeasureArgs {
  @Field(() => ActorFilter, {
    nullable: true,
    description: `Only actors that match this filter, for the rows and the columns. Default: all. At most ${matrixLimits.holders} actors; a larger matrix is refused.`,
  })
  holders?: ActorFilter | null;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => AgreementMethod, methodOptions)
  method?: AgreementMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: `The smallest number of shared subjects for which a pair has a score. Default: ${leastInLists}.`,
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} \`memberOf\` is checked on the same day.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
