import { ArgsType, Field } from "type-graphql";
import type { SortForm } from "../../../db/page.js";
import { ConnectionArgs } from "../../../graphql/connection/connection-args.js";
import { SortedBy } from "../../../graphql/connection/paging-rules.js";
import { CalendarDate } from "../../../graphql/scalars/calendar-date.js";

/** By the title of the subject. */
export const contradictionOrder: SortForm = {
  name: "Contradiction.TITLE",
  types: ["text", "uuid"],
  direction: "ASC",
};

@SortedBy(contradictionOrder)
@ArgsType()
export class ContradictionsArgs extends ConnectionArgs {
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "Only positions that were certainly held by this day. Left out: the request's `Standpoint-As-Of`, else all.",
  })
  asOf?: string | null;
}
