import { expect, test } from "@jest/globals";
import { encodeCursorText, readCursor } from "../../src/graphql/connection/cursor.js";

const order = { name: "Source.PUBLISHED_ON", direction: "ASC", types: ["date"] } as const;
const cursorOf = (day: string): string => encodeCursorText(JSON.stringify([order.name, order.direction, day]));

test("a cursor holds a day that exists, as the database would refuse another", () => {
  expect(readCursor(order, cursorOf("2024-02-29"))).toEqual({ keys: ["2024-02-29"] });
  for (const day of ["2023-02-29", "2021-02-30", "2021-04-31", "0000-01-01"]) {
    expect(readCursor(order, cursorOf(day))).toEqual({ reason: "is not a cursor of this list" });
  }
});
