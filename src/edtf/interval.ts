import { FIRST_DAY, LAST_DAY } from "./calendar-day.js";
import { type Days, firstOf, lastOf, type SpanDays } from "./days.js";
import { EdtfError } from "./edtf-error.js";
import { singleDate } from "./single-date.js";

const openStart: Days = { earliest: FIRST_DAY, latest: FIRST_DAY };
const openEnd: Days = { earliest: LAST_DAY, latest: LAST_DAY };
const unknown: Days = { earliest: FIRST_DAY, latest: LAST_DAY };

/**
 * The days of an interval: "2017-01/2021", "2017/.." (open: has not ended), "2017/" (unknown: may have ended).
 * An end whose day is not known is bounded by the other: what began in 2017 cannot have ended before 2017.
 *
 * @throws EdtfError also for an interval that ends before it begins, or that names no date
 */
export function interval(text: string): SpanDays {
  const [from = "", to = "", ...more] = text.split("/");
  if (more.length > 0) {
    throw new EdtfError(
      text,
      "has more than one slash: an interval is two dates, such as 2017/2021; a day is written 2021-01-26",
    );
  }
  if (isOpenOrUnknown(from) && isOpenOrUnknown(to)) {
    throw new EdtfError(text, "has no date: an interval needs at least one, such as 2017/.. or ../2021");
  }
  const start = isOpenOrUnknown(from) ? withoutDate(from, openStart) : singleDate(from, text);
  const end = isOpenOrUnknown(to) ? withoutDate(to, openEnd) : singleDate(to, text);
  if (start.earliest > end.latest) {
    throw new EdtfError(text, "ends before it begins: write the earlier date first, such as 2017/2021");
  }
  return {
    earliest: start.earliest,
    startLatest: firstOf(start.latest, end.latest),
    endEarliest: lastOf(start.earliest, end.earliest),
    latest: end.latest,
  };
}

function isOpenOrUnknown(end: string): boolean {
  return end === "" || end === "..";
}

function withoutDate(end: string, open: Days): Days {
  return end === ".." ? open : unknown;
}
