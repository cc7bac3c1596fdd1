import { ArgsType, Field } from "type-graphql";
import type { SortForm } from "../../../db/page.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { SortedBy } from "../../../graphql/connection/paging-rules.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";
import { Names } from "../../../graphql/validation/value-rules.js";
import { asOfDescription, PositionFilter } from "../position/position.input.js";

@ArgsType()
export class AgreementArgs {
  @Field(() => String, { description: "The slug of the other actor." })
  @Names("Actor")
  slug: string;

  @Field(() => PositionFilter, {
    nullable: true,
    description:
      "Which standing positions count: a subject is shared when the positions of both match. All when left out.",
  })
  where?: PositionFilter | null;

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
