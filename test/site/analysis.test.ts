import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { loadSeedVotes } from "../../src/import/seeds.js";
import type { Server } from "../../src/server.js";
import { testDatabase } from "../support/database.js";
import { linkIn, open, siteServer } from "./site-server.js";

/** A file of the votes that come with Standpoint: what pages show is counted from it once more. */
const rowsOf = (name: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(new URL(`../../seeds/votes/${name}.csv.gz`, import.meta.url))), { columns: true });

let server: Server;
beforeAll(async () => {
  const database = await testDatabase({ seeds: true });
  await loadSeedVotes(database);
  server = await siteServer(database);
});

const pages = [
  "/roll-calls/un-ga-67-19-vote",
  "/topics/israeli-palestinian-question",
  "/groups/european-union",
  "/compare?actors=france,russia,united states&since=2000-01-01",
  "/matrix",
];

describe("pages of analysis", () => {
  test.each(pages)("%s is complete without script", async (url) => {
    const { status, html } = await open(server, url.replaceAll(" ", "%20"));
    expect(status).toBe(200);
    expect(html).not.toMatch(/ style=|<style|javascript:|\bundefined\b|\[object|NaN/);
    expect(html).toContain("How this was computed");
    expect(
      (await open(server, `${url.replaceAll(" ", "%20")}${url.includes("?") ? "&" : "?"}embed=1`)).html,
    ).not.toContain("site-header");
  });

  test("a roll call has the votes of the file", async () => {
    const [call] = rowsOf("un_roll_calls").filter(({ unres }) => unres === "R/67/19");
    const votes = rowsOf("un_votes").filter(({ rcid }) => rcid === call?.rcid);
    const count = (vote: string) => votes.filter((row) => row.vote === vote).length;
    const { text, html } = await open(server, "/roll-calls/un-ga-67-19-vote");
    expect(text).toContain(`voted: ${count("yes")} yes, ${count("no")} no, ${count("abstain")} abstained`);
    expect(html.match(/class="tile stance-opposes"/g)).toHaveLength(count("no"));
    expect(text).toContain("The votes for it lead by 129. It was adopted.");
    expect(text).toContain("What the vote decided is derived from what became of the proposal");
    const absent = rowsOf("un_absences").filter(({ rcid }) => rcid === call?.rcid);
    expect(html.match(/class="tile mark-absent"/g)).toHaveLength(absent.length);
    expect(text).toContain(`Not a voting member then ${195 - votes.length - absent.length}`);
    expect(text).toMatch(new RegExp(`Who was absent ${absent.length} members .* a source lists it`));
  });

  test("two states agree as often as the file says", async () => {
    const since = "2000-01-01";
    const days = new Map(rowsOf("un_roll_calls").map(({ rcid, date }) => [rcid, date ?? ""]));
    const votesOf = (country: string) =>
      new Map(
        rowsOf("un_votes")
          .filter((row) => row.country_code === country && (days.get(row.rcid ?? "") ?? "") >= since)
          .map(({ rcid, vote }) => [rcid, vote]),
      );
    const [french, russian] = [votesOf("FR"), votesOf("RU")];
    const shared = [...french].filter(([rcid]) => russian.has(rcid));
    const agreed = shared.filter(([rcid, vote]) => russian.get(rcid) === vote);
    // Both voted for the Security Council's resolution 2334, too, which is in a dossier and not in the file.
    const { text } = await open(server, `/compare?actors=France,Russia&since=${since}`);
    expect(text).toContain(
      `voted the same in ${agreed.length + 1} of ${shared.length + 1} shared votes since 1 Jan 2000`,
    );
  });

  test("the two-state solution's page says who leans which way, as the votes of the file do", async () => {
    const { html, text } = await open(server, "/proposals/two-state-solution");
    expect(text).toContain("2 actors support it");
    expect(text).toMatch(/By their votes on related resolutions, \d+ states lean for it and \d+ against it/);
    // The file writes symbols in two ways: "R/67/19" and "A/RES/72/14".
    const endorsing = [...html.matchAll(/href="\/proposals\/un-ga-(\d+-\d+)"/g)].map(([, number]) => number);
    const numberOf = (symbol = "") => symbol.replace(/^(A\/RES|R)\//, "").replace("/", "-");
    const calls = new Set(
      rowsOf("un_roll_calls")
        .filter(({ unres }) => endorsing.includes(numberOf(unres)))
        .map(({ rcid }) => rcid),
    );
    const canada = rowsOf("un_votes").filter((row) => row.country_code === "CA" && calls.has(row.rcid));
    const count = (vote: string) => canada.filter((row) => row.vote === vote).length;
    const [, ...numbers] =
      /<a href="\/actors\/canada">Canada<\/a><\/th><td class="number">(\d+)<\/td><td class="number">(\d+)<\/td><td class="number">(\d+)</.exec(
        html,
      ) ?? [];
    expect(numbers.map(Number)).toEqual([count("yes"), count("no"), count("abstain")]);
  });

  test("a matrix has a cell for each member and proposal, on the page and as a file", async () => {
    const { html } = await open(server, "/matrix");
    const [, body = ""] = /<table class="matrix">.*?<tbody>(.*?)<\/tbody>/s.exec(html) ?? [];
    const rows = body.split("</tr>").slice(0, -1);
    expect(rows).toHaveLength(5);
    const file = await server.fastify.inject({ url: linkIn(html, "Download CSV") });
    const lines: Record<string, string>[] = parse(file.body, { columns: true });
    expect(lines.find(({ actor }) => actor === "united-states")).toMatchObject({ "un-ga-67-19": "Opposes" });
    const proposals = Object.keys(lines[0] ?? {}).length - 2;
    for (const row of rows) expect(row.match(/<td /g)).toHaveLength(proposals);
  });

  test("a state's page shows whose votes are most and least like its own", async () => {
    const { text, html } = await open(server, "/actors/france");
    expect(text).toMatch(/Votes most like it State Agreement Same vote .*\(n = \d+\)/);
    expect(html).toContain('href="/compare?actors=france%2Cisrael"');
    expect(html).toContain('class="chart timeline"');
  });

  test("a day in the address has its effect", async () => {
    const before = await open(server, "/compare?actors=france,russia&since=2000-01-01&asOf=2010-01-01");
    expect(before.text).toContain("since 1 Jan 2000 until 1 Jan 2010");
    expect(before.text).not.toBe((await open(server, "/compare?actors=france,russia&since=2000-01-01")).text);
    const group = await open(server, "/groups/european-union?asOf=2019-06-01");
    expect(group.text).toContain("28 members on 1 Jun 2019");
    expect(group.text).toContain("This shows where everyone stood on 1 Jun 2019");
  });

  test("unknown slugs answer 404 and suggest what may be meant; a wrong day is refused", async () => {
    const unknown = [
      "/roll-calls/x",
      "/topics/x",
      "/groups/x",
      "/statements/x",
      "/compare?actors=x,france",
      "/matrix?group=x",
      "/matrix?topic=x",
    ];
    for (const url of unknown) expect([url, (await open(server, url)).status]).toEqual([url, 404]);
    const near = await open(server, "/proposals/two-state");
    expect(near.html).toContain('<a href="/proposals/two-state-solution">');
    expect((await open(server, "/groups/european-union?asOf=2021-02-30")).status).toBe(400);
    const icon = await server.fastify.inject({ url: "/favicon.ico" });
    expect([icon.statusCode, icon.headers.location]).toEqual([302, expect.stringMatching(/^\/site\/icon\..*\.svg$/)]);
  });
});

test.each([
  "/roll-calls/un-ga-67-19-vote",
  "/groups/european-union",
  "/compare",
  "/topics/israeli-palestinian-question",
  "/matrix",
])("%s has a permanent link that says whether there are newer numbers", async (url) => {
  const link = linkIn((await open(server, url)).html, "Cite: permanent link");
  expect(link).toContain("knownAt=");
  const cited = await open(server, link);
  expect([url, cited.text.includes("Nothing on this page has changed since.")]).toEqual([url, true]);
});
