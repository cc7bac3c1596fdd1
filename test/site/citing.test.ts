import { expect, test } from "@jest/globals";
import { momentOf } from "../known/random-history.js";
import { positionKit } from "../modules/positions/position-kit.js";
import { testDatabase } from "../support/database.js";
import { retracted } from "../support/seed-kit.js";
import { linkIn, open, siteServer } from "./site-server.js";

test("a permanent link shows the same numbers after a correction, and says that there are newer ones", async () => {
  const database = await testDatabase({ seeds: true });
  const server = await siteServer(database);
  const { html } = await open(server, "/proposals/two-state-solution");
  const link = linkIn(html, "Cite: permanent link");
  expect(link).toMatch(/asOf=\d{4}-\d\d-\d\d&knownAt=\d{4}-/);
  const before = await open(server, link);
  expect(before.text).toContain("2 actors support it");
  expect(before.text).toContain("Nothing on this page has changed since.");

  const { positions } = JSON.parse(
    (
      await server.fastify.inject({
        method: "POST",
        url: "/graphql",
        payload: { query: '{ proposal(slug: "two-state-solution") { positions { nodes { id basis } } } }' },
      })
    ).body,
  ).data.proposal;
  const statement = positions.nodes.find(({ basis }: { basis: string }) => basis === "STATEMENT");
  expect(statement).toBeDefined();
  await database.prisma.position.updateMany({
    where: { basis: "STATEMENT", proposal: { slug: "two-state-solution" } },
    data: retracted,
  });

  expect((await open(server, "/proposals/two-state-solution")).text).toContain("1 actor supports it");
  const after = await open(server, link);
  expect(after.text).toContain("2 actors support it");
  expect(after.text).toContain("there are newer numbers");
});

test("cited matrices and topics show the same numbers after a correction, and say that there are newer ones", async () => {
  const database = await testDatabase({ seeds: true });
  const kit = positionKit(database);
  const proposal = await database.prisma.proposal.findUniqueOrThrow({ where: { slug: "un-sc-2334" } });
  const body = await kit.actor();
  await kit.rollCall({ slug: "contested-vote", proposal, body, statedYes: 8, statedNo: 7 });
  const server = await siteServer(database);
  const shown = async (url: string) => {
    const { text, html } = await open(server, url);
    return { text, cells: html.match(/<td class="stance-[a-z]+">/g)?.length, contested: tableIn(html, "contested") };
  };
  const urls = ["/matrix", "/topics/israeli-palestinian-question"];
  // The vote above is no change of the feed, so the page's own link is of a moment before it.
  const moment = encodeURIComponent(await momentOf(database));
  const links = await Promise.all(
    urls.map(async (url) =>
      linkIn((await open(server, url)).html, "Cite: permanent link").replace(/knownAt=[^&]+/, `knownAt=${moment}`),
    ),
  );
  for (const link of links) expect(link).toMatch(/asOf=\d{4}-\d\d-\d\d/);
  const before = await Promise.all(links.map(shown));
  expect(before[0]?.cells).toBeGreaterThan(5);
  expect(before[1]?.contested).toContain("contested-vote");
  for (const { text } of before) expect(text).toContain("Nothing on this page has changed since.");

  await database.prisma.position.updateMany({ where: { proposal: { slug: "un-sc-2334" } }, data: retracted });
  await database.prisma.rollCall.updateMany({ where: { slug: "contested-vote" }, data: retracted });

  const after = await Promise.all(links.map(shown));
  for (const [index, { text, cells, contested }] of after.entries()) {
    expect({ cells, contested }).toEqual({ cells: before[index]?.cells, contested: before[index]?.contested });
    expect(text).toContain("there are newer numbers");
  }
  const now = await Promise.all(urls.map(shown));
  expect(now[0]?.cells).not.toBe(before[0]?.cells);
  expect(now[1]?.contested).not.toContain("contested-vote");
});

/** The section of a page whose heading has an id. */
const tableIn = (html: string, id: string): string =>
  new RegExp(`<section aria-labelledby="${id}">.*?</table>`, "s").exec(html)?.[0] ?? "";

test("with an empty database, pages say what to do", async () => {
  const server = await siteServer(await testDatabase());
  for (const url of ["/", "/changes"]) expect((await open(server, url)).text).toContain("npx standpoint seed");
  for (const url of ["/corrections", "/search?q=x", "/method", "/sitemap.xml"])
    expect([url, (await open(server, url)).status]).toEqual([url, 200]);
});

test("the brand is the operator's", async () => {
  const server = await siteServer(await testDatabase(), {
    name: "Desk of <Records>",
    issues: undefined,
    url: "https://desk.example",
  });
  const { html } = await open(server, "/method");
  expect(html).toContain("Desk of &lt;Records>");
  expect(html).not.toContain("Report an error");
  expect((await open(server, "/robots.txt")).html).toContain("Sitemap: https://desk.example/sitemap.xml");
});
