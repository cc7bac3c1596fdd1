import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseDate, parseSpan } from "../../src/edtf/edtf-date.js";

describe("parseDate gives the earliest and latest day of", () => {
  test.each([
    ["a day", "2021-01-26", "2021-01-26", "2021-01-26"],
    ["a leap day", "2000-02-29", "2000-02-29", "2000-02-29"],
    ["the first day", "0001-01-01", "0001-01-01", "0001-01-01"],
    ["the last day", "9999-12-31", "9999-12-31", "9999-12-31"],
    ["a month", "2021-02", "2021-02-01", "2021-02-28"],
    ["a leap month", "2024-02", "2024-02-01", "2024-02-29"],
    ["a year", "2021", "2021-01-01", "2021-12-31"],
    ["a year before 100", "0099", "0099-01-01", "0099-12-31"],
    ["the last year", "9999", "9999-01-01", "9999-12-31"],
    ["spring", "2021-21", "2021-03-01", "2021-05-31"],
    ["summer", "2021-22", "2021-06-01", "2021-08-31"],
    ["autumn", "2021-23", "2021-09-01", "2021-11-30"],
    ["winter, which ends in the next year", "2021-24", "2021-12-01", "2022-02-28"],
    ["winter before a leap day", "2023-24", "2023-12-01", "2024-02-29"],
    ["the last winter", "9999-24", "9999-12-01", "9999-12-31"],
    ["about a season", "2021-21~", "2021-03-01", "2021-05-31"],
    ["about a year", "1967~", "1967-01-01", "1967-12-31"],
    ["an uncertain month", "2004-06?", "2004-06-01", "2004-06-30"],
    ["an uncertain day, approximately", "2004-06-11%", "2004-06-11", "2004-06-11"],
    ["a decade", "199X", "1990-01-01", "1999-12-31"],
    ["a century", "19XX", "1900-01-01", "1999-12-31"],
    ["the first decade, without the year 0", "000X", "0001-01-01", "0009-12-31"],
    ["an unknown month", "2004-XX", "2004-01-01", "2004-12-31"],
    ["an unknown day", "1999-12-XX", "1999-12-01", "1999-12-31"],
    ["an unknown day in a leap February", "2000-02-XX", "2000-02-01", "2000-02-29"],
    ["an unknown month and day", "1999-XX-XX", "1999-01-01", "1999-12-31"],
    ["one of two seasons", "[2021-21, 2021-22]", "2021-03-01", "2021-08-31"],
    ["one of several, in any order", "[2022,1990?,2021-05-03]", "1990-01-01", "2022-12-31"],
    ["one of a run", "[2020-09..2020-10]", "2020-09-01", "2020-10-31"],
    ["one of single days and a run", "[1667, 1668-12, 1670..1672]", "1667-01-01", "1672-12-31"],
    ["one up to", "[..2020-10]", "0001-01-01", "2020-10-31"],
    ["one from", "[2020-10..]", "2020-10-01", "9999-12-31"],
    ["all of several", "{1960, 1961-12}", "1960-01-01", "1961-12-31"],
  ])("%s: %s", (_, text, earliest, latest) => {
    expect(parseDate(text)).toEqual({ earliest, latest });
    const { earliest: first, latest: last } = parseSpan(text);
    expect({ earliest: first, latest: last }).toEqual({ earliest, latest });
  });
});

describe("parseSpan gives the bounds of the beginning and of the end of", () => {
  test.each([
    ["a day", "2021-01-26", "2021-01-26", "2021-01-26", "2021-01-26", "2021-01-26"],
    ["a year: some day in it", "2021", "2021-01-01", "2021-12-31", "2021-01-01", "2021-12-31"],
    ["one of two: some day in them", "[2020, 2021]", "2020-01-01", "2021-12-31", "2020-01-01", "2021-12-31"],
    ["all of two: both of them", "{2020, 2021}", "2020-01-01", "2020-12-31", "2021-01-01", "2021-12-31"],
    ["all up to", "{..1984}", "0001-01-01", "0001-01-01", "1984-01-01", "1984-12-31"],
    ["all from", "{1984-05..}", "1984-05-01", "1984-05-31", "9999-12-31", "9999-12-31"],
    ["two days", "2017-01-20/2021-01-20", "2017-01-20", "2017-01-20", "2021-01-20", "2021-01-20"],
    ["two years", "2009/2024", "2009-01-01", "2009-12-31", "2024-01-01", "2024-12-31"],
    ["imprecise ends of two precisions", "2017-01/2021", "2017-01-01", "2017-01-31", "2021-01-01", "2021-12-31"],
    ["two seasons", "2021-21/2021-22", "2021-03-01", "2021-05-31", "2021-06-01", "2021-08-31"],
    ["qualified ends", "1984?/2004-06~", "1984-01-01", "1984-12-31", "2004-06-01", "2004-06-30"],
    ["unspecified ends", "199X/2004-XX", "1990-01-01", "1999-12-31", "2004-01-01", "2004-12-31"],
    ["the same day twice", "2021-01-26/2021-01-26", "2021-01-26", "2021-01-26", "2021-01-26", "2021-01-26"],
    ["an end inside its beginning", "2017/2017-06", "2017-01-01", "2017-06-30", "2017-06-01", "2017-06-30"],
    ["a beginning inside its end", "2017-06/2017", "2017-06-01", "2017-06-30", "2017-06-01", "2017-12-31"],
    ["an open end", "2017/..", "2017-01-01", "2017-12-31", "9999-12-31", "9999-12-31"],
    ["an unknown end", "2017/", "2017-01-01", "2017-12-31", "2017-01-01", "9999-12-31"],
    ["an open beginning", "../2017", "0001-01-01", "0001-01-01", "2017-01-01", "2017-12-31"],
    ["an unknown beginning", "/2017", "0001-01-01", "2017-12-31", "2017-01-01", "2017-12-31"],
    [
      "an open end that begins on the last day",
      "9999-12-31/..",
      "9999-12-31",
      "9999-12-31",
      "9999-12-31",
      "9999-12-31",
    ],
  ])("%s: %s", (_, text, earliest, startLatest, endEarliest, latest) => {
    expect(parseSpan(text)).toEqual({ earliest, startLatest, endEarliest, latest });
  });
});

describe("neither a date nor a span:", () => {
  test.each([
    ["", /is empty where a date is needed/],
    ["..", /open end is only allowed in an interval or a set/],
    [" 2021", /spaces around/],
    ["2021-01-26\n", /spaces around/],
    ["2021-01-26T10:00:00Z", /time of day.*2021-01-26/],
    ["2021-01-26 10:00", /time of day/],
    ["-0044", /before 0001/],
    ["0000", /year 0000/],
    ["0000-01-01", /year 0000/],
    ["12021", /more than four digits/],
    ["Y12021", /outside 0001 to 9999/],
    ["Y-17E7", /outside 0001 to 9999/],
    ["20210126", /no hyphens: write 2021-01-26/],
    ["199", /fewer than four digits.*199X/],
    ["19", /fewer than four digits.*19XX/],
    ["2021-1-5", /one digit: write 2021-01-05/],
    ["2021-00", /month that does not exist/],
    ["2021-13", /month that does not exist/],
    ["2021-13-01", /month that does not exist/],
    ["2021-24-01", /month that does not exist/],
    ["2021-02-29", /2021-02 has the days 01 to 28/],
    ["2021-02-29~", /2021-02 has the days 01 to 28/],
    ["1900-02-29", /1900-02 has the days 01 to 28/],
    ["2021-04-31", /2021-04 has the days 01 to 30/],
    ["2021-01-00", /2021-01 has the days 01 to 31/],
    ["2021-25", /season that is not supported.*21 is spring/],
    ["2021-33", /season that is not supported/],
    ["2021-41", /season that is not supported/],
    ["XXXX", /X in a place where it is not allowed/],
    ["XXXX-XX", /X in a place where it is not allowed/],
    ["1XXX", /X in a place where it is not allowed/],
    ["199X-12", /X in a place where it is not allowed/],
    ["1999-XX-25", /X in a place where it is not allowed/],
    ["199X~", /X in a place where it is not allowed/],
    ["199x", /X in a place where it is not allowed/],
    ["?2004", /at the end/],
    ["2004?-06", /at the end/],
    ["2004-?06-11", /at the end/],
    ["2021~?", /at the end/],
    ["spring 2021", /in EDTF.*2021-21 \(spring 2021\)/],
    ["2021S2", /in EDTF/],
    ["January 2021", /in EDTF/],
    ["2021-01-26\u0000", /in EDTF/],
    ["٢٠٢١", /in EDTF/],
    ["[2021", /unmatched bracket/],
    ["[2021}", /unmatched bracket/],
    ["2021]", /unmatched bracket/],
    ["[]", /is empty where a date is needed/],
    ["[2021,]", /is empty where a date is needed/],
    ["[..]", /range that cannot be read/],
    ["[2020..2021..2022]", /range that cannot be read/],
    ["[2021..2020]", /range that ends before it begins/],
    ["[2020, 2021-13]", /"2021-13" has a month that does not exist/],
    ["[[2020]]", /cannot be read/],
    [`[${"2020,".repeat(60)}2020]`, /longer than 250 characters/],
  ])("%j", (text, message) => {
    for (const parse of [parseDate, parseSpan]) {
      expect(() => parse(text)).toThrow(
        expect.objectContaining({ name: "EdtfError", message: expect.stringMatching(message) }),
      );
    }
  });

  test.each([
    ["/", /has no date/],
    ["../..", /has no date/],
    ["/..", /has no date/],
    ["2021/2020", /ends before it begins/],
    ["2021-02/2021-01", /ends before it begins/],
    ["26/01/2021", /more than one slash.*2021-01-26/],
    ["2020/2021-13", /"2021-13" has a month that does not exist/],
    ["[2020,2021]/2022", /unmatched bracket/],
    ["2021-01-26/27", /"27" has a year of fewer than four digits/],
  ])("a span: %j", (text, message) => {
    expect(() => parseSpan(text)).toThrow(
      expect.objectContaining({ name: "EdtfError", message: expect.stringMatching(message) }),
    );
  });

  test.each(["2017/2021", "2017/..", "2017/", "/2017", "/"])("a date where an interval is given: %j", (text) => {
    expect(() => parseDate(text)).toThrow(/is an interval where one date is needed/);
  });

  test("a long text is shown shortened", () => {
    expect(() => parseDate("x".repeat(5_000_000))).toThrow(/^"x{60}…" is longer/);
  });
});

describe("properties", () => {
  const anyDay = fc
    .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test("every day is itself", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDate(day)).toEqual({ earliest: day, latest: day });
      }),
    );
  });

  test("a day lies within its month, year, decade and century, exactly while they say so", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, other) => {
        for (const [length, rest] of [
          [7, ""],
          [4, ""],
          [3, "X"],
          [2, "XX"],
          [7, "-XX"],
          [4, "-XX-XX"],
        ] as const) {
          const { earliest, latest } = parseDate(day.slice(0, length) + rest);
          expect(earliest <= other && other <= latest).toBe(other.startsWith(day.slice(0, length)));
        }
      }),
    );
  });

  test("texts made of EDTF's signs are refused as such, or keep the bounds in order", () => {
    const part = fc.oneof(
      anyDay.chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4), `${day.slice(0, 3)}X`)),
      fc.constantFrom("2021-21", "2021-24", "..", "/", ",", "[", "]", "{", "}", "~", "?", "-", "XX", "", " "),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        try {
          const { earliest, startLatest, endEarliest, latest } = parseSpan(parts.join(""));
          expect([earliest <= startLatest, startLatest <= latest]).toEqual([true, true]);
          expect([earliest <= endEarliest, endEarliest <= latest]).toEqual([true, true]);
        } catch (error) {
          expect(error).toMatchObject({ name: "EdtfError" });
        }
      }),
      { numRuns: 300 },
    );
  });
});
