import { isCalendarDay } from "../../../edtf/calendar-day.js";
import { type Days, parseDate } from "../../../edtf/edtf-date.js";

export interface HeldOn extends Days {
  readonly text: string;
  /** What is unsure about it beyond its precision. */
  readonly note?: string;
}

/** In sessions 1 to 51 no day of month in the data is above 7: only year and month can be right. */
const lastSessionWithoutDays = 51;
const firstDayWithDays = "1997-09-16";
const firstMeeting = "1946-01-10";

/**
 * The date of a roll call, as precise as the data is: the month up to session 51, the day later or if days are exact. If the
 * year is not one of the two years of the session, either the date or the session is wrong. The result is then one of two
 * dates: the one in the data, and the same month in the session.
 *
 * @returns undefined if it is not a date
 */
export function heldOn(date: string, session: number | null, exactDays = false): HeldOn | undefined {
  if (!isCalendarDay(date)) return undefined;
  const coarse = !exactDays && (session === null ? date < firstDayWithDays : session <= lastSessionWithoutDays);
  const text = coarse ? date.slice(0, 7) : date;
  const year = Number(date.slice(0, 4));
  if (session !== null && year !== 1945 + session && year !== 1946 + session) {
    // A session begins in September.
    const inSession = 1945 + session + (Number(date.slice(5, 7)) >= 9 ? 0 : 1);
    const months = [text, `${inSession}${text.slice(4)}`].sort();
    const note = `The data gives ${date}, which does not fit session ${session}: the year or the session is wrong.`;
    return { ...daysOf(`[${months.join(",")}]`), note };
  }
  return date < firstMeeting
    ? { ...daysOf(text), note: `The data gives ${date}, before the Assembly first met on ${firstMeeting}.` }
    : daysOf(text);
}

const daysOf = (text: string): HeldOn => ({ text, ...parseDate(text) });
