import { FIRST_DAY, LAST_DAY } from "./calendar-day.js";
import { firstOf, lastOf, pointIn, type SpanDays } from "./days.js";
import { EdtfError } from "./edtf-error.js";
import { singleDate } from "./single-date.js";

const shape = /^(?:\[(.*)\]|\{(.*)\})$/s;

/** Whether a text is meant as a set: "[2021-21, 2021-22]" (one of these) or "{1960, 1961-12}" (all of these). */
export function isSet(text: string): boolean {
  return /^[[{]|[\]}]$/.test(text);
}

/**
 * The days of a set. Its members are dates, seasons and runs ("2020-09..2020-10"), which may be open ("..2020").
 * One day of "[…]" is the true date; "{…}" lasts from its first member to its last.
 *
 * @throws EdtfError
 */
export function set(text: string): SpanDays {
  const [, oneOf, allOf] = shape.exec(text) ?? [];
  const content = oneOf ?? allOf;
  if (content === undefined) {
    throw new EdtfError(text, "has an unmatched bracket: write a set as [2021-01, 2021-03] or {2021-01, 2021-03}");
  }
  const members = content.split(",").map((member) => run(member.trim(), text));
  const earliest = firstOf(...members.map((member) => member.earliest));
  const latest = lastOf(...members.map((member) => member.latest));
  if (oneOf !== undefined) return { earliest, startLatest: latest, endEarliest: earliest, latest };
  const startLatest = firstOf(...members.map((member) => member.startLatest));
  return { earliest, startLatest, endEarliest: lastOf(...members.map((member) => member.endEarliest)), latest };
}

function run(member: string, whole: string): SpanDays {
  const [from = "", to, ...more] = member.split("..");
  if (to === undefined) return pointIn(singleDate(from, whole));
  if (more.length > 0 || (from === "" && to === "")) {
    throw new EdtfError(whole, "has a range that cannot be read: write 2020-09..2020-10, ..2020 or 2020..");
  }
  const start = from === "" ? { earliest: FIRST_DAY, latest: FIRST_DAY } : singleDate(from, whole);
  const end = to === "" ? { earliest: LAST_DAY, latest: LAST_DAY } : singleDate(to, whole);
  if (start.earliest > end.earliest || start.latest > end.latest) {
    throw new EdtfError(
      whole,
      "has a range that ends before it begins: write the earlier date first, such as 2020-09..2020-10",
    );
  }
  return { earliest: start.earliest, startLatest: start.latest, endEarliest: end.earliest, latest: end.latest };
}
