import { describe, expect, test } from "@jest/globals";
import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { AgreementTable } from "../../../src/site/charts/agreement-table.js";
import { Choropleth } from "../../../src/site/charts/choropleth.js";
import { LineChart } from "../../../src/site/charts/line-chart.js";
import { StanceBar } from "../../../src/site/charts/stance-bar.js";
import { TileMap } from "../../../src/site/charts/tile-map.js";
import { Timeline } from "../../../src/site/charts/timeline.js";
import { YearBars } from "../../../src/site/charts/year-bars.js";

const states = [
  { code: "FRA", name: "France", mark: "SUPPORTS" as const, note: "vote", href: "/actors/france" },
  { code: "ISR", name: "Israel", mark: "OPPOSES" as const },
  { code: "TUV", name: "Tuvalu", mark: "ABSTAINS" as const },
  { code: "SUN", name: "Soviet <Union>", mark: "SUPPORTS" as const },
];
const years = [
  { year: 1990, value: 0.5, n: 20 },
  { year: 1991, value: null, n: 0 },
  { year: 1992, value: 0.75, n: 4 },
  { year: 1993, value: 1, n: 40 },
];
const table = {
  yes: { yes: 11, abstain: 2, no: 3 },
  abstain: { yes: 4, abstain: 5, no: 6 },
  no: { yes: 7, abstain: 8, no: 9 },
};
const charts = {
  StanceBar: () =>
    h(StanceBar, { id: "b", title: "T", groups: [{ label: "Recorded", counts: { SUPPORTS: 30, OPPOSES: 10 } }] }),
  TileMap: () => h(TileMap, { title: "T", states }),
  Choropleth: () => h(Choropleth, { id: "m", title: "T", states }),
  Timeline: () =>
    h(Timeline, {
      id: "t",
      title: "T",
      events: [{ day: "2012-11-29", lane: "Votes", mark: "SUPPORTS", label: "France" }],
    }),
  LineChart: () => h(LineChart, { id: "l", title: "T", measure: "Agreement", counted: "votes", years }),
  YearBars: () => h(YearBars, { id: "y", title: "T", years: [{ year: 2000, counts: { SUPPORTS: 7, OPPOSES: 2 } }] }),
  AgreementTable: () => h(AgreementTable, { one: "France", other: "Russia", counts: table }),
};
const rendered = (name: keyof typeof charts): string => renderToString(charts[name]() as VNode);

test.each(Object.keys(charts) as (keyof typeof charts)[])(
  "%s has no inline style and no script, and each picture has a name",
  (name) => {
    const html = rendered(name);
    expect(html).not.toMatch(/ style=|<script|NaN|undefined/);
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/role="(img|group)" aria-label/);
  },
);

describe("the numbers in a picture are those of its data", () => {
  test("lengths of a stance bar", () => {
    const html = rendered("StanceBar");
    expect([...html.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [x, width])).toEqual([
      ["0", "75"],
      ["75", "25"],
    ]);
    expect(html).toContain("supports 30, opposes 10</desc>");
  });

  test("tiles: those with an entry, the silent ones, and who is not on the map", () => {
    const html = rendered("TileMap");
    expect(html.match(/class="tile /g)).toHaveLength(195);
    expect(html.match(/class="tile mark-silent"/g)).toHaveLength(192);
    expect(html).toContain("<title>France: supports (vote)</title>");
    expect(html).toContain("Nothing on record<b> 192</b>");
    expect(html).toContain("Soviet &lt;Union> (supports)");
  });

  test("a map has patterns for what is not support, and a point for a small state", () => {
    const html = rendered("Choropleth");
    expect(html).toMatch(/<g class="area stance-opposes" fill="url\(#m-OPPOSES\)"><title>Israel: opposes/);
    expect(html).toMatch(/<title>Tuvalu: abstains<\/title><circle/);
    expect(html.length).toBeLessThan(100_000);
  });

  test("a line breaks where a year has no value, and a year with few votes is hollow", () => {
    const html = rendered("LineChart");
    expect(html.match(/<g class="line">(.*?)<\/g>/)?.[1]?.match(/<line/g)).toHaveLength(1);
    expect(html.match(/class="few"/g)).toHaveLength(1);
    expect(html).toContain("0.50 in 1990 (n = 20 votes) to 1.00 in 1993 (n = 40 votes)");
    expect(html).toContain('<th scope="row">1991</th><td class="number">too few</td><td class="number">0</td>');
  });

  test("bars have the heights of their numbers", () => {
    const heights = [...rendered("YearBars").matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, height]) =>
      Number(height),
    );
    expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(3.5, 1);
  });

  test("the table of agreement adds up", () => {
    const html = rendered("AgreementTable");
    expect(html).toContain("n = 55");
    const sums = [...html.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, sum]) => Number(sum));
    expect(sums).toEqual([16, 15, 24, 22, 15, 18, 55]);
  });
});
