import { type ClassType, Field, FieldResolver, ObjectType, Resolver } from "type-graphql";
import { type Sql, sql } from "../db/sql.js";
import { Declared } from "./declared-fields.js";
import { column, type OfRow, type OneSql } from "./field-sql.js";
import { CalendarDate } from "./scalars/calendar-date.js";

@ObjectType({
  simpleResolvers: true,
  description:
    "The first and the last day that an imprecise date or a span of time can mean. Use them to sort, compare and draw dates.",
})
export class DateBounds {
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The first day. Null if the start is open, as in `../2017`.",
  })
  earliest: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day. Null if the end is open or unknown, as in `2017/..` or `2017/`.",
  })
  latest: string | null;
}

/** A date of a type: a column, unless its days are given. */
interface DatedField {
  /** Whether the date may be null. */
  readonly nullable?: boolean;
  /** Its first and last day, where they are not in the columns `<name>Earliest` and `<name>Latest`. */
  readonly days?: { readonly earliest: OfRow; readonly latest: OfRow };
}

/**
 * The class of the resolvers `<date>Bounds` of a type: one for each of its imprecise dates.
 *
 * @example dateBounds(RollCall, { heldOn: {} })
 */
export function dateBounds(type: ClassType, dates: Readonly<Record<string, DatedField>>): ClassType<object> {
  @Resolver(() => type)
  class DateBoundsFields {}

  for (const [name, { nullable = false, days }] of Object.entries(dates)) {
    const { earliest, latest } = days ?? { earliest: column(`${name}Earliest`), latest: column(`${name}Latest`) };
    const field = `${name}Bounds`;
    const descriptor = { value: (): OneSql => boundsOf(earliest, latest), writable: true, configurable: true };
    Object.defineProperty(DateBoundsFields.prototype, field, descriptor);
    Declared()(DateBoundsFields.prototype, field, descriptor);
    const description = `The first and the last day of \`${name}\`.${nullable ? ` Null if \`${name}\` is null.` : ""}`;
    FieldResolver(() => DateBounds, { nullable, description })(DateBoundsFields.prototype, field, descriptor);
  }
  return DateBoundsFields;
}

/** Open ends are stored as the first and the last day that there is. */
function boundsOf(earliest: OfRow, latest: OfRow): OneSql {
  const open = (day: Sql, end: Sql): Sql => sql`nullif(${day}, ${end}::date)`;
  return {
    kind: "one",
    rows: (bounds, row) => ({
      from: sql`(select ${open(earliest(row), sql`'0001-01-01'`)} as "earliest", ${open(latest(row), sql`'9999-12-31'`)} as "latest") ${bounds}`,
      where: sql`${earliest(row)} is not null`,
    }),
  };
}
