import { isCalendarDay } from "../../edtf/calendar-day.js";
import { Moment } from "./moment.js";
import { stringScalar } from "./string-scalar.js";

/** RFC 3339, section 5.6; a leap second (":60") is refused because JavaScript's and Postgres' clocks have none. */
const shape = /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A moment, as a JavaScript Date: in input one that knows microseconds. */
export const DateTime = stringScalar<Moment, string>({
  name: "DateTime",
  description:
    "A point in time: the `date-time` of RFC 3339. Responses always use UTC with milliseconds, such as `2021-01-26T15:04:05.000Z`. Input accepts any offset, such as `2021-01-26T18:04:05+03:00`. `knownAt` reads up to microseconds; other inputs are truncated to milliseconds.",
  specifiedByURL: "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6",
  parse(text) {
    const [, day] = shape.exec(text) ?? [];
    const year = new Date(text).getUTCFullYear();
    if (day !== undefined && isCalendarDay(day) && year >= 1 && year <= 9999) return new Moment(text);
    throw new RangeError(
      `${JSON.stringify(text.slice(0, 60))} is not a date and time: write it in the format of RFC 3339, such as 2021-01-26T15:04:05Z`,
    );
  },
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError("DateTime is served from a JavaScript Date");
  },
});
