import { Date as ExtendedDate, type ParsedDate, type ParsedSeason, parse } from "edtf";
import { daysInMonth, FIRST_DAY, isCalendarDay, LAST_DAY } from "./calendar-day.js";
import { type Days, lastOf } from "./days.js";
import { EdtfError, whatIsWrong } from "./edtf-error.js";

/** The first and last month of each season; those of winter count on from its year, so that 14 is the next February. */
const seasons = new Map([
  [21, [3, 5]],
  [22, [6, 8]],
  [23, [9, 11]],
  [24, [12, 14]],
]);

/**
 * The days of one date with no set or interval around it: "2021-01", "1967~", "199X", "2021-21".
 *
 * The package `edtf` reads the notation. It is not followed in these: 2003-02-29 (taken for 1 March there), seasons
 * (calendar quarters there), and what ISO 8601-2 counts as level 2 or above, except for seasons with ?, ~ or %.
 *
 * @param whole the text that the date is a part of, for the error
 * @throws EdtfError
 */
export function singleDate(text: string, whole: string): Days {
  const parsed = read(text);
  const days = parsed && (parsed.type === "Season" ? daysOfSeason(parsed) : daysOfDate(parsed, text));
  if (days) return days;
  const where = text === whole || text === "" ? "" : `: ${JSON.stringify(text)} `;
  throw new EdtfError(whole, `${where && "cannot be read"}${where}${whatIsWrong(text)}`);
}

function read(text: string): ParsedDate | ParsedSeason | undefined {
  try {
    return parse(text, { level: 3, types: ["Date", "Season"] });
  } catch {
    return undefined; // its syntax errors are about its grammar; `whatIsWrong` tells people what they did
  }
}

function daysOfSeason({ values: [year, season], unspecified }: ParsedSeason): Days | undefined {
  const [first, last] = seasons.get(season) ?? [];
  if (first === undefined || last === undefined || unspecified || year < 1) return undefined;
  const endYear = last > 12 ? year + 1 : year;
  const endMonth = ((last - 1) % 12) + 1;
  return {
    earliest: day(year, first, 1),
    latest: endYear > 9999 ? LAST_DAY : day(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
}

function daysOfDate(date: ParsedDate, text: string): Days | undefined {
  if (date.level > 1 || date.values.length > 3 || /^(-|0000|XXXX)/.test(text)) return undefined;
  if (date.values.length === 3 && !date.unspecified && !isCalendarDay(text.slice(0, 10))) return undefined;
  const { min, max } = new ExtendedDate(date);
  return { earliest: lastOf(FIRST_DAY, dayOf(min)), latest: dayOf(max) };
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function day(year: number, month: number, dayOfMonth: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
