import { expect, test } from "@jest/globals";
import { readableTitle } from "../../src/site/parts/title.js";

test.each([
  ["PALESTINE, STATE", "Palestine, State"],
  ["SITUATION IN SOUTH AFRICA", "Situation in South Africa"],
  ["THE USSR AND SALT II", "The USSR and SALT II"],
  ["ISRAEL'S PRACTICES", "Israel's Practices"],
  ["CÔTE D’IVOIRE", "Côte D’ivoire"],
  ["General Assembly resolution 67/19", "General Assembly resolution 67/19"],
  ["NPT", "NPT"],
  ["A/67/L.28", "A/67/L.28"],
])("%s is shown as %s", (title, shown) => {
  expect(readableTitle(title)).toBe(shown);
});
