import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDate, parseSpan, type SpanDays } from "../../src/edtf/edtf-date.js";

/** What the filters on dates do in SQL. */
const overlap = {
  possible: (span: SpanDays, from: string, to: string) => span.earliest <= to && span.latest >= from,
  certain: (span: SpanDays, from: string, to: string) => span.startLatest <= to && span.endEarliest >= from,
};

describe("whether a span overlaps the days", () => {
  test.each([
    ["[2021-21, 2021-22]", "2021-06-01", "2021-06-01", true, false],
    ["[2021-21, 2021-22]", "2021-01-01", "2021-12-31", true, true],
    ["[2021-21, 2021-22]", "2022-01-01", "2022-12-31", false, false],
    ["2017", "2017-01-01", "2017-12-31", true, true],
    ["2017", "2017-05-01", "2018-12-31", true, false],
    ["2009/2024", "2010-01-01", "2010-01-01", true, true],
    ["2009/2024", "2009-06-01", "2009-06-01", true, false],
    ["2009/2024", "2008-01-01", "2008-12-31", false, false],
    ["2004-03-09/..", "2100-01-01", "2100-01-01", true, true],
    ["2004-03-09/", "2100-01-01", "2100-01-01", true, false],
    ["2004-03-09/", "2004-03-09", "2004-03-09", true, true],
    ["2004-03-09/", "2004-03-08", "2004-03-08", false, false],
    ["../2017", "0500-01-01", "0500-01-01", true, true],
    ["/2017", "0500-01-01", "0500-01-01", true, false],
    ["{2020, 2022}", "2021-01-01", "2021-01-01", true, true],
  ])("%s and %s to %s: possible %s, certain %s", (text, from, to, possible, certain) => {
    const span = parseSpan(text);
    expect({ possible: overlap.possible(span, from, to), certain: overlap.certain(span, from, to) }).toEqual({
      possible,
      certain,
    });
  });

  // Few days, so that bounds often meet.
  const day = fc
    .date({ min: new Date("2019-12-15"), max: new Date("2021-01-15"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const date = day.chain((exact) =>
    fc
      .constantFrom(exact, exact.slice(0, 7), exact.slice(0, 4), `${exact.slice(0, 3)}X`, "2020-21", "2020-24")
      .map((text) => ({ text, exact: within(text, exact) })),
  );
  const range = fc.tuple(day, day).map((days) => days.sort());

  function within(text: string, exact: string): string {
    const { earliest, latest } = parseDate(text);
    return exact < earliest || exact > latest ? earliest : exact;
  }

  test("possible if it does for some true beginning and end, certain only if for all", () => {
    fc.assert(
      fc.property(date, date, range, (start, end, [from = "", to = ""]) => {
        fc.pre(start.exact <= end.exact);
        const span = parseSpan(`${start.text}/${end.text}`);
        const overlaps = start.exact <= to && end.exact >= from;
        if (overlaps) expect(overlap.possible(span, from, to)).toBe(true);
        else expect(overlap.certain(span, from, to)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("of a single date: possible if its true day may lie in the range, certain only if it does", () => {
    fc.assert(
      fc.property(date, range, ({ text, exact }, [from = "", to = ""]) => {
        const span = parseSpan(text);
        if (from <= exact && exact <= to) expect(overlap.possible(span, from, to)).toBe(true);
        else expect(overlap.certain(span, from, to)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
