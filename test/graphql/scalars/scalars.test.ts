import { describe, expect, test } from "@jest/globals";
import { GraphQLObjectType, GraphQLSchema, graphql } from "graphql";
import { CalendarDate } from "../../../src/graphql/scalars/calendar-date.js";
import { DateTime } from "../../../src/graphql/scalars/date-time.js";
import { EdtfDate } from "../../../src/graphql/scalars/edtf-date.js";

const scalars = { EdtfDate, Date: CalendarDate, DateTime };

/** Each scalar as a field that answers its argument, so that a value goes in and out. */
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: Object.fromEntries(
      Object.entries(scalars).map(([name, type]) => [
        name,
        { type, args: { value: { type } }, resolve: (_: unknown, { value }: { value: unknown }) => value },
      ]),
    ),
  }),
});

const asVariable = (name: string, value: unknown) =>
  graphql({ schema, source: `query ($v: ${name}) { answer: ${name}(value: $v) }`, variableValues: { v: value } });
const asLiteral = (name: string, value: unknown) =>
  graphql({ schema, source: `{ answer: ${name}(value: ${JSON.stringify(value)}) }` });

describe("what is taken, and how it is answered", () => {
  test.each([
    ["EdtfDate", "2021-01-26", "2021-01-26"],
    ["EdtfDate", "[2021-21, 2021-22]", "[2021-21, 2021-22]"],
    ["EdtfDate", "2017/..", "2017/.."],
    ["EdtfDate", null, null],
    ["Date", "2021-01-26", "2021-01-26"],
    ["Date", "2024-02-29", "2024-02-29"],
    ["Date", null, null],
    ["DateTime", "2021-01-26T15:04:05Z", "2021-01-26T15:04:05.000Z"],
    ["DateTime", "2021-01-26t15:04:05z", "2021-01-26T15:04:05.000Z"],
    ["DateTime", "2021-01-26T18:04:05+03:00", "2021-01-26T15:04:05.000Z"],
    ["DateTime", "2021-01-26T15:04:05.123456789Z", "2021-01-26T15:04:05.123Z"],
    ["DateTime", "2021-01-01T00:00:00-05:30", "2021-01-01T05:30:00.000Z"],
    ["DateTime", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ])("%s %j", async (name, value, answer) => {
    expect(await asVariable(name, value)).toEqual({ data: { answer } });
    expect(await asLiteral(name, value)).toEqual({ data: { answer } });
  });
});

describe("what is refused, with BAD_USER_INPUT and a reason", () => {
  test.each([
    ["EdtfDate", "2021-13", /month that does not exist/],
    ["EdtfDate", "spring 2021", /2021-21/],
    ["EdtfDate", 2021, /EdtfDate is written as a string/],
    ["EdtfDate", true, /EdtfDate is written as a string/],
    ["Date", "2021-02-29", /not an existing day: write YYYY-MM-DD, such as 2021-01-26/],
    ["Date", "2021-01", /not an existing day/],
    ["Date", "0000-01-01", /not an existing day/],
    ["Date", "2021-01-26\n", /not an existing day/],
    ["Date", "2021-01-26T00:00:00Z", /not an existing day/],
    ["Date", 20210126, /Date is written as a string/],
    ["DateTime", "2021-01-26", /not a date and time: write it in the format of RFC 3339, such as 2021-01-26T15:04:05Z/],
    ["DateTime", "2021-01-26T15:04:05", /not a date and time/],
    ["DateTime", "2021-01-26 15:04:05Z", /not a date and time/],
    ["DateTime", "2021-02-29T15:04:05Z", /not a date and time/],
    ["DateTime", "2021-01-26T24:00:00Z", /not a date and time/],
    ["DateTime", "2016-12-31T23:59:60Z", /not a date and time/],
    ["DateTime", "0001-01-01T00:00:00+14:00", /not a date and time/],
    ["DateTime", "9999-12-31T23:59:59-01:00", /not a date and time/],
    ["DateTime", 1611673445000, /DateTime is written as a string/],
  ])("%s %j", async (name, value, message) => {
    for (const { data, errors } of [await asVariable(name, value), await asLiteral(name, value)]) {
      expect(data).toBeUndefined();
      expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
      expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT" });
      expect(errors?.[0]?.locations).toHaveLength(1);
    }
  });
});

test("each has a description and says where it is specified", () => {
  for (const scalar of Object.values(scalars)) {
    expect(scalar.description).toMatch(/\w{3}/);
    expect(scalar.specifiedByURL).toMatch(/^https:\/\//);
  }
});
