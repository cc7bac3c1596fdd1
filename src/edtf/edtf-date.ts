import { isCalendarDay } from "./calendar-day.js";
import { type Days, pointIn, type SpanDays } from "./days.js";
import { EdtfError } from "./edtf-error.js";
import { interval } from "./interval.js";
import { isSet, set } from "./set.js";
import { singleDate } from "./single-date.js";

export type { Days, SpanDays } from "./days.js";

const longest = 250;
const cacheSize = 10_000;
/** What was read before, because the package `edtf` takes about 0.15 ms a text. Plain days are not kept: they are quick. */
const cache = new Map<string, SpanDays>();

/**
 * The days of an imprecise date in Extended Date/Time Format (EDTF, ISO 8601-2): level 1 without intervals, plus sets,
 * in the Gregorian calendar, years 0001 to 9999. Texts are at most 250 characters.
 *
 * - A qualifier (`1967~` about, `2004-06?` uncertain, `1967%` both) expresses doubt, not a range: the days are
 *   those of the date without it.
 * - Seasons are those of the northern hemisphere, by whole months: 21 March to May, 22 June to August, 23 September to
 *   November. Winter (24) belongs to the year in which it begins: `2021-24` is December 2021 to February 2022.
 * - X stands for a digit not known: `199X`, `2004-XX`, `1999-12-XX`.
 * - `[…]` is one of its members, `{…}` all of them; both go from the earliest member to the latest. An open set goes
 *   to the first or the last day there is: `[..2020]` begins on 0001-01-01.
 *
 * @throws EdtfError saying what is wrong, with an example; also for an interval
 */
export function parseDate(text: string): Days {
  if (isCalendarDay(text)) return { earliest: text, latest: text };
  if (text.includes("/")) {
    throw new EdtfError(
      text,
      "is an interval where one date is needed: write 2021-01, or [2021-01, 2021-03] for one of these",
    );
  }
  const { earliest, latest } = read(text);
  return { earliest, latest };
}

/**
 * The days of a date or an interval in EDTF: what `parseDate` takes, and two dates with a slash between them.
 * In what it gives, earliest <= startLatest <= latest and earliest <= endEarliest <= latest.
 *
 * - A single date, or one of a set, is a day somewhere inside: startLatest is latest, endEarliest is earliest.
 * - `2017/..` is open, it has not ended: latest and endEarliest are 9999-12-31. So is `../2017` at its beginning.
 * - `2017/` has an end that nobody knows: latest is 9999-12-31, but it is certain only until its beginning, so
 *   endEarliest is 2017-01-01. `/2017` likewise.
 * - An imprecise end keeps its doubt: `2017-01/2021` began by 2017-01-31 and ended not before 2021-01-01.
 *
 * @throws EdtfError saying what is wrong, with an example; also for an interval that ends before it begins
 */
export function parseSpan(text: string): SpanDays {
  return isCalendarDay(text) ? pointIn({ earliest: text, latest: text }) : read(text);
}

function read(text: string): SpanDays {
  const known = cache.get(text);
  if (known) return known;
  const span = Object.freeze(readAfresh(text));
  if (cache.size === cacheSize) cache.clear();
  cache.set(text, span);
  return span;
}

function readAfresh(text: string): SpanDays {
  if (text.length > longest) throw new EdtfError(text, `is longer than ${longest} characters`);
  if (isSet(text)) return set(text);
  return text.includes("/") ? interval(text) : pointIn(singleDate(text, text));
}
