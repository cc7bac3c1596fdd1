import { ArgsType, Field } from "type-graphql";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";

@ArgsType()
export class ContradictionsArgs extends ConnectionArgs {
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "Only positions that were certainly held by this day. Left out: the request's `Standpoint-As-Of`, else all.",
  })
  asOf?: string | null;
}
