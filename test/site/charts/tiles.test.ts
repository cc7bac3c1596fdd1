import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { tileParts } from "../../../src/site/charts/data/tiles.js";
import { world } from "../../../src/site/charts/data/world.js";

const tiles = tileParts.flatMap(({ left, top, tiles }) =>
  tiles.map(({ code, column, row }) => ({ code, x: left + column, y: top + row })),
);
const codes = tiles.map(({ code }) => code).sort();

interface Seed {
  readonly existedDuring?: string;
  readonly codes?: readonly { readonly scheme: string; readonly value: string }[];
}

/** Today's members and observers; Taiwan is in the record and is neither. */
function statesOfTheSeeds(): string[] {
  const { actors } = parse(readFileSync(new URL("../../../seeds/states.dossier.yaml", import.meta.url), "utf8"));
  return actors
    .filter(({ existedDuring }: Seed) => !existedDuring)
    .flatMap(({ codes = [] }: Seed) =>
      codes.filter(({ scheme }) => scheme === "ISO_3166_1_ALPHA_3").map(({ value }) => value),
    )
    .filter((code: string) => code !== "TWN")
    .sort();
}

test("every member and both observers have exactly one tile", () => {
  expect(codes).toEqual(statesOfTheSeeds());
  expect(codes).toHaveLength(195);
});

test("no two tiles share a place in the world", () => {
  expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(195);
});

test("charts.css places each part where the layout says", () => {
  const css = readFileSync(new URL("../../../src/site/charts/charts.css", import.meta.url), "utf8").replace(
    /\s+/g,
    " ",
  );
  for (const { className, left, top, columns, rows } of tileParts) {
    expect(css).toMatch(
      new RegExp(`\\.${className} \\{ grid-area: ${top + 1} / ${left + 1} / span ${rows} / span ${columns};? \\}`),
    );
  }
});

test.each([
  "CAN USA",
  "USA MEX",
  "MEX GTM",
  "HTI DOM",
  "COL VEN",
  "BRA PER",
  "ARG CHL",
  "ARG URY",
  "PRT ESP",
  "FRA BEL",
  "DEU POL",
  "DEU CZE",
  "NOR SWE",
  "SWE FIN",
  "UKR RUS",
  "BLR RUS",
  "KAZ RUS",
  "TUR BGR",
  "IRN IRQ",
  "IRN PAK",
  "IRN AFG",
  "ISR PSE",
  "ISR LBN",
  "ISR JOR",
  "PSE EGY",
  "EGY LBY",
  "EGY SDN",
  "DZA MAR",
  "NER NGA",
  "ETH SOM",
  "KEN TZA",
  "ZAF LSO",
  "IND PAK",
  "IND NPL",
  "CHN MNG",
  "CHN NPL",
  "PRK KOR",
  "LAO VNM",
  "THA KHM",
  "IDN TLS",
  "SAU YEM",
  "SAU QAT",
  "VAT ITA",
])("neighbours are beside each other: %s", (pair) => {
  const [one, other] = pair.split(" ").map((code) => tiles.find((tile) => tile.code === code));
  if (!one || !other) throw new Error(`There is no tile for one of ${pair}.`);
  expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeLessThanOrEqual(1);
});

test("the map draws every state, as an area or as a point, in at most 60 kB", () => {
  const { shapes, points, width, height } = world();
  const drawn = new Set([...shapes, ...points].map(({ code }) => code));
  expect(codes.filter((code) => !drawn.has(code))).toEqual([]);
  expect(shapes.map(({ path }) => path).join("").length).toBeLessThan(60_000);
  for (const { x, y } of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
});
