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

const methodOptions = { nullable: true, description: "How agreement is measured; `SAME` when left out." };
const whereOptions = {
  nullable: true,
  description:
    "Which standing positions count: a subject is shared when the positions of both match. All when left out.",
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
    description: "The fewest shared subjects for which there is a score; 1 when left out.",
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
    description: "Only those on which they agree (true) or disagree (false); both when left out.",
  })
  agrees?: boolean | null;
}

export const agreementOrder = orderType(
  "Agreement",
  {
    SCORE: { description: "The score.", keys: columnKey("score", "float8") },
    SHARED: { description: "On how many subjects both have a position.", keys: columnKey("shared", "integer") },
    NAME: { description: "The name of the other actor.", keys: columnKey("name", "text") },
  },
  { field: "SCORE", direction: "DESC" },
);

@ArgsType()
export class AgreementsArgs extends ConnectionArgs implements MeasureArgs {
  @Field(() => ActorFilter, { nullable: true, description: "With which actors; all others when left out." })
  with?: ActorFilter | null;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => AgreementMethod, methodOptions)
  method?: AgreementMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: `The fewest shared subjects for which an actor is listed; ${leastInLists} when left out.`,
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => agreementOrder.input, {
    nullable: true,
    description: "Their order; by score, highest first, when left out.",
  })
  orderBy?: InstanceType<typeof agreementOrder.input> | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\` in \`with\`.`,
  })
  asOf?: string | null;
}

@ArgsType()
export class AgreementMatrixArgs implements MeasureArgs {
  @Field(() => ActorFilter, {
    nullable: true,
    description: `Which actors are the rows and the columns; all when left out. At most ${matrixLimits.holders}: more are refused.`,
  })
  holders?: ActorFilter | null;

  @Field(() => PositionFilter, whereOptions)
  where?: PositionFilter | null;

  @Field(() => AgreementMethod, methodOptions)
  method?: AgreementMethod | null;

  @Field(() => Int, {
    nullable: true,
    description: `The fewest shared subjects for which a pair has a score; ${leastInLists} when left out.`,
  })
  @Min(1)
  minimum?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: `${asOfDescription} It is also the day of \`memberOf\`.`,
  })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: knownAtDescription })
  knownAt?: Date | null;
}
