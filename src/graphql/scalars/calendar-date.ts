import { isCalendarDay } from "../../edtf/calendar-day.js";
import { stringScalar } from "./string-scalar.js";

/** A day, as a string YYYY-MM-DD; `Date` in the schema, where it cannot be mistaken for JavaScript's. */
export const CalendarDate = stringScalar<string, unknown>({
  name: "Date",
  description:
    "A calendar day in the format YYYY-MM-DD, such as `2021-01-26`: the `full-date` of RFC 3339 in the Gregorian calendar, from 0001-01-01 to 9999-12-31.",
  specifiedByURL: "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6",
  parse(text) {
    if (isCalendarDay(text)) return text;
    throw new RangeError(
      `${JSON.stringify(text.slice(0, 60))} is not an existing day: write YYYY-MM-DD, such as 2021-01-26`,
    );
  },
  serialize: (value) => value,
});
