import { daysInMonth } from "./calendar-day.js";

/** A text that is not an imprecise date which can be stored; the message says why, with an example. For people. */
export class EdtfError extends Error {
  override readonly name = "EdtfError";

  /** @param text the whole text as given, of which the message shows at most 60 characters */
  constructor(text: string, reason: string) {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    super(`${JSON.stringify(shown)} ${reason}`);
  }
}

const examples =
  "2021-01-26, 2021-01, 2021, 2021-21 (spring 2021), 199X, 1967~ (about), 2004-06? (uncertain) or [2021-01, 2021-03] (one of these)";

/** Common mistakes in dates, each with its message. The first that matches is used. */
const mistakes: [pattern: RegExp, reason: string][] = [
  [/^$/, `is empty where a date is needed, such as ${examples}`],
  [/^\s|\s$/, "has spaces around a date: write 2021-01-26"],
  [/^\.\.$/, "has no date: an open end is only allowed in an interval or a set, such as 2017/.. or [..2020]"],
  [/^\d{4}-\d\d-\d\d[T ]/, "has a time of day: write only the day, such as 2021-01-26"],
  [/^[-−]\d/, "has a year before 0001: years go from 0001 to 9999"],
  [/^Y-?\d/i, "has a year outside 0001 to 9999, or a Y before it: write 2021"],
  [/^\d{8}$/, "has no hyphens: write 2021-01-26"],
  [/^\d{5}/, "has a year of more than four digits: years go from 0001 to 9999"],
  [/^0000/, "has the year 0000: years go from 0001 to 9999"],
  [
    /^\d{1,3}([-?~%]|$)/,
    "has a year of fewer than four digits: write 0987 for a year, 199X for a decade, 19XX for a century",
  ],
  [/^\d{4}-(\d-|\d[?~%]?$|\d\d-\d[?~%]?$)/, "has a month or a day of one digit: write 2021-01-05"],
  [
    /[xX]/,
    "has an X in a place where it is not allowed: X stands for unknown last digits, such as 199X, 19XX, 2004-XX, 1999-12-XX or 1999-XX-XX, with no ?, ~ or % after it",
  ],
  [/[?~%]./, "has ?, ~ or % inside the date: write it once at the end, for the entire date, such as 2004-06?"],
];

/** Why a text is not a date, season or partly unspecified date, as the end of a sentence that begins with the text. */
export function whatIsWrong(text: string): string {
  const mistake = mistakes.find(([pattern]) => pattern.test(text));
  return mistake?.[1] ?? partOutOfRange(text) ?? `is not a date: write it in EDTF (ISO 8601-2), such as ${examples}`;
}

function partOutOfRange(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?[?~%]?$/.exec(text) ?? [];
  const days = daysInMonth(Number(year), Number(month));
  if (month === undefined || (days > 0 && day === undefined)) return undefined;
  if (days > 0) return `has a day that does not exist: ${year}-${month} has the days 01 to ${days}`;
  if (Number(month) > 20 && day === undefined) {
    return "has a season that is not supported: 21 is spring, 22 summer, 23 autumn and 24 winter, such as 2021-21";
  }
  return "has a month that does not exist: months go from 01 to 12, such as 2021-01";
}
