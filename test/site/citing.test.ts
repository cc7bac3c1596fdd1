import { expect, test } from "@jest/globals";
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
