import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { positionKit } from "./position-kit.js";

const precise = ["1999-12-31", "2000-01-01", "2000-02", "2000-02-29", "2001-03"];
const wide = ["1990", "[1998..2000-01-01]", "1999-21", "2000"];
const open = ["[..1999-06]", "[2001-02..]"];

/** The texts whose days share one with the range, or lie in it. */
const expected: [range: object, possible: string[], certain: string[]][] = [
  [{ from: "2000-01-01", to: "2000-02-15" }, ["2000-01-01", "2000-02", "[1998..2000-01-01]", "2000"], ["2000-01-01"]],
  [{ from: "2000-02-01", to: "2000-02-29" }, ["2000-02", "2000-02-29", "2000"], ["2000-02", "2000-02-29"]],
  [{ from: "2001-03-31" }, ["2001-03", "[2001-02..]"], []],
  [{ to: "1990-01-01" }, ["1990", "[..1999-06]"], []],
  [{ from: "1999-06-30", to: "1999-06-30" }, ["[1998..2000-01-01]", "[..1999-06]"], []],
  [{ from: "0001-01-01", to: "0001-01-02" }, ["[..1999-06]"], []],
  [{ from: "9999-12-31" }, ["[2001-02..]"], []],
];

// The width of the widest date on record is looked up: with open ones, with wide ones, and where none is wider than a month.
describe.each<[string, string[]]>([
  ["dates of a month at most", precise],
  ["wide dates", [...precise, ...wide]],
  ["dates that are open on one side", [...precise, ...wide, ...open]],
])("a range of since finds what may lie in it, and what must, of %s", (_name, dates) => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
    const kit = positionKit(database);
    const holder = await kit.actor();
    for (const since of dates) {
      await kit.position({ holder, proposal: await kit.proposal(), stance: "SUPPORTS", since });
    }
  });

  it.each(expected)("%j", async (range, possible, certain) => {
    const query = /* GraphQL */ `
      query ($possible: DateRange, $certain: DateRange) {
        possible: positions(where: { since: $possible }) { totalCount nodes { since } }
        certain: positions(where: { since: $certain }) { totalCount nodes { since } }
      }
    `;
    const variables = { possible: range, certain: { ...range, match: "CERTAIN" } };
    const found = await answer(database, query, variables);
    const texts = ({ nodes }: { nodes: { since: string }[] }) => nodes.map(({ since }) => since).sort();
    const onRecord = (list: string[]) => list.filter((since) => dates.includes(since)).sort();
    expect(texts(found.possible)).toEqual(onRecord(possible));
    expect(texts(found.certain)).toEqual(onRecord(certain));
    expect(found.possible.totalCount).toBe(onRecord(possible).length);
  });
});
