const shape = /^(\d{4})-(\d\d)-(\d\d)$/;
const daysBeforeLeap = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The first day that can be stored; also what an open beginning ("../2017") is stored as. */
export const FIRST_DAY = "0001-01-01";

/** The last day that can be stored; also what an open end ("2017/..") is stored as. */
export const LAST_DAY = "9999-12-31";

/** How many days a month (1 to 12) of a year has in the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysBeforeLeap[month - 1] ?? 0);
}

/** Whether a text is a day that exists, written YYYY-MM-DD, from 0001-01-01 to 9999-12-31. */
export function isCalendarDay(text: string): boolean {
  const parts = shape.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  const day = Number(parts[3]);
  return year > 0 && day > 0 && day <= daysInMonth(year, Number(parts[2]));
}
