import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";

const css = readFileSync(new URL("../../../src/site/charts/colours.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("prefers-color-scheme: dark");

function colours(theme: string): Map<string, string> {
  const [block = ""] = theme.slice(theme.indexOf(":root")).split("}");
  return new Map([...block.matchAll(/--stance-([\w-]+): (#\w+)/g)].map(([, name = "", value = ""]) => [name, value]));
}

const views: Record<string, (colour: Color) => Color> = {
  "full colour vision": (colour) => colour,
  protanopia: filterDeficiencyProt(1) as (colour: Color) => Color,
  deuteranopia: filterDeficiencyDeuter(1) as (colour: Color) => Color,
  tritanopia: filterDeficiencyTrit(1) as (colour: Color) => Color,
};

const difference = differenceCiede2000();

function distance(one: string, other: string, view: string): number {
  const [seen, colour, otherColour] = [views[view], parse(one), parse(other)];
  if (!seen || !colour || !otherColour) throw new Error(`${one} or ${other} is not a colour.`);
  return difference(seen(colour), seen(otherColour));
}

describe.each([
  ["light", colours(light)],
  ["dark", colours(dark)],
])("in the %s theme", (_theme, all) => {
  const fills = [...all].filter(([name]) => !name.endsWith("-ink"));

  test("there is a colour for each stance and for absence", () => expect(fills).toHaveLength(6));

  test.each(Object.keys(views))("any two stances differ for readers with %s", (view) => {
    const pairs = fills.flatMap((one, index) => fills.slice(index + 1).map((other) => [one, other] as const));
    // Two colours side by side are told apart from about 2.3 on; a legend and its chart are further apart.
    const close = pairs.filter(([[, one], [, other]]) => distance(one, other, view) <= 12);
    expect(close).toEqual([]);
  });

  test("what is written on a colour can be read", () => {
    for (const [name, colour] of fills) {
      const ink = all.get(`${name}-ink`) ?? "";
      expect({ name, isReadable: wcagContrast(colour, ink) >= 4.5 }).toEqual({ name, isReadable: true });
    }
  });
});
