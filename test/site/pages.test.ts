import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import type { Server } from "../../src/server.js";
import { testDatabase } from "../support/database.js";
import { ask } from "../support/server.js";
import { linkIn, open, siteServer } from "./site-server.js";

let database: Database;
let server: Server;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  server = await siteServer(database);
});

const everyPage = [
  "/",
  "/proposals/two-state-solution",
  "/actors/united-states",
  "/statements/dujarric-2021-01-26",
  "/meetings/security-council-2021-01-26",
  "/search?q=palestine",
  "/changes?since=2020-01-01",
  "/corrections",
  "/method",
];

describe("every page", () => {
  test.each(everyPage)("%s is whole without script, and loads nothing from elsewhere", async (url) => {
    const { status, html, headers } = await open(server, url);
    expect(status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toMatch(/<h1[^>]*>[^<]/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
    expect(html).not.toMatch(/ style=|<style|<script(?! type="module" src="\/site\/)|javascript:| on[a-z]+=/);
    expect(html).not.toMatch(/\bundefined\b|\[object|NaN/);
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  });

  test.each(everyPage)("%s is not rendered again for a reader who has it", async (url) => {
    const { headers } = await open(server, url);
    const again = await open(server, url, { "if-none-match": String(headers.etag) });
    expect(again).toMatchObject({ status: 304, html: "" });
  });

  test("has no dead link to another page of the site", async () => {
    const { html } = await open(server, "/");
    const links = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    for (const href of new Set(links.filter((link) => !link.startsWith("/actors/"))))
      expect([href, (await open(server, href)).status]).toEqual([href, 200]);
  });
});

describe("a proposal's page", () => {
  test("has the numbers of the API", async () => {
    const { data } = await ask(
      server,
      '{ proposal(slug: "un-sc-2334") { title stanceCounts { stance count } positions { totalCount } } }',
    );
    const { text } = await open(server, "/proposals/un-sc-2334");
    const counts: { stance: string; count: number }[] = data.proposal.stanceCounts;
    const of = (stance: string) => counts.find((one) => one.stance === stance)?.count;
    expect(of("SUPPORTS")).toBeGreaterThan(10);
    expect(text).toContain(`${of("SUPPORTS")} actors support it`);
    expect(text).toContain(`${data.proposal.positions.totalCount} positions`);
    expect(text).toContain(data.proposal.title);
  });

  test("shows an earlier day, filters and orders as its address says", async () => {
    expect((await open(server, "/proposals/two-state-solution?asOf=2021-01-25")).text).toContain("1 actor supports it");
    const narrowed = await open(server, "/proposals/two-state-solution?basis=STATEMENT");
    expect(narrowed.text).toContain("1 position ");
    expect(narrowed.html).toMatch(/<option value="STATEMENT" selected/);
    expect(narrowed.text).toContain("Recorded stances that fit the filter 1");
    const sorted = await open(server, "/proposals/two-state-solution?sort=-since");
    expect(sorted.html).toContain('aria-sort="descending"');
    const rows = [...sorted.html.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => href);
    expect(rows.slice(0, 2)).toEqual(["/actors/united-states", "/actors/un-security-council"]);
  });

  test("leads to files and to the playground with the same question and variables", async () => {
    const { html } = await open(server, "/proposals/two-state-solution?asOf=2021-01-27");
    const csv = await server.fastify.inject({ url: linkIn(html, "Download CSV") });
    expect(csv.body.split("\r\n").filter(Boolean)).toHaveLength(3);
    const json = await server.fastify.inject({ url: linkIn(html, "JSON") });
    expect(json.json().data.proposal.positions.totalCount).toBe(2);
    const playground = new URL(linkIn(html, "Open in the playground"), "http://localhost");
    expect(JSON.parse(playground.searchParams.get("variables") ?? "")).toMatchObject({ asOf: "2021-01-27" });
    expect(playground.searchParams.get("query")).toContain("query WhereDoesEveryoneStand");
    expect(linkIn(html, "Report an error")).toMatch(/^https:\/\/example.org\/issues\/new\?title=.*asOf%3D2021-01-27/);
  });

  test("can be embedded as a picture only", async () => {
    const { html, headers } = await open(server, "/proposals/two-state-solution?embed=1");
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(html).toContain("<svg");
    expect(html).not.toMatch(/<table|<header class="site-header"/);
  });

  test("escapes what the address says", async () => {
    const { html, status } = await open(server, '/search?q=%3Cscript%3Ealert("x")%3C/script%3E');
    expect(status).toBe(200);
    expect(html).not.toContain("<script>alert");
  });
});

test("an actor's page has the numbers of the API", async () => {
  const { data } = await ask(
    server,
    '{ actor(slug: "united-states") { positions { totalCount } statements { totalCount } } }',
  );
  const { text } = await open(server, "/actors/united-states");
  expect(text).toContain(`${data.actor.positions.totalCount} standing positions`);
  expect(text).toContain(`${data.actor.statements.totalCount} statements`);
});

test("a meeting's page has its statements, what they show, and its documents", async () => {
  const { data } = await ask(
    server,
    '{ meeting(slug: "security-council-2021-01-26") { statements { totalCount nodes { summary sources { title } } } } }',
  );
  const { text } = await open(server, "/meetings/security-council-2021-01-26");
  const { nodes, totalCount }: { nodes: { summary: string; sources: { title: string }[] }[]; totalCount: number } =
    data.meeting.statements;
  expect(text).toContain(`with ${totalCount} statements on record. Its record is S/2021/91.`);
  for (const { summary, sources } of nodes)
    for (const part of [summary, ...sources.map(({ title }) => title)]) expect(text).toContain(part);
  expect((await open(server, "/statements/mills-2021-01-26")).html).toContain(
    '<a href="/meetings/security-council-2021-01-26">',
  );
  expect((await open(server, "/meetings/x")).status).toBe(404);
});

test("what changed is counted by type of entity", async () => {
  const { html, text } = await open(server, "/changes?since=2020-01-01&kind=statements");
  const [, count] = /statements <b>([\d,]+)<\/b>/.exec(html) ?? [];
  expect(text).toContain(`${count} changes of statements since 1 Jan 2020.`);
});

test("names are in the reader's language, where the record has them", async () => {
  expect((await open(server, "/actors/russia", { "accept-language": "ru-RU,ru;q=0.9" })).html).toMatch(/<h1>Росси/);
  expect((await open(server, "/actors/russia?lang=en", { "accept-language": "ru" })).html).toContain("<h1>Russia");
});

describe("where there is nothing", () => {
  test.each(["/nope", "/proposals/no-such-thing", "/actors/nobody"])("%s answers 404 with a search", async (url) => {
    const { status, html } = await open(server, url);
    expect(status).toBe(404);
    expect(html).toContain('action="/search"');
  });

  test("programs get the errors and the redirection that they got before", async () => {
    const missing = await server.fastify.inject({ url: "/nope" });
    expect([missing.statusCode, missing.json().errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
    const root = await server.fastify.inject({ url: "/" });
    expect([root.statusCode, root.headers.location]).toEqual([302, "graphql"]);
  });

  test("a wrong day is refused with a page that says why", async () => {
    const { status, text } = await open(server, "/proposals/two-state-solution?asOf=2021-02-30");
    expect(status).toBe(400);
    expect(text).toContain("asOf");
  });
});
