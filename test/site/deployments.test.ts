import { expect, test } from "@jest/globals";
import { createSite } from "../../src/site/index.js";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";
import { open } from "./site-server.js";

test("the gateway has the pages, and a server without a site leads to the API", async () => {
  const site = await createSite({ name: "Standpoint" });
  const { gateway, single } = await startDeployments(await testDatabase({ seeds: true }), undefined, { site });
  for (const url of [
    "/",
    "/actors/united-states",
    "/groups/european-union",
    "/compare",
    "/matrix",
    "/search?q=palestine",
  ])
    expect([url, (await open(gateway, url)).status]).toEqual([url, 200]);
  expect((await open(gateway, "/proposals/two-state-solution")).text).toContain("2 actors support it");
  expect((await open(gateway, "/proposals/two-state")).html).toContain('<a href="/proposals/two-state-solution">');

  // With SITE=off, a server has no site.
  const root = await open(single, "/");
  expect([root.status, root.headers.location]).toEqual([302, "graphql"]);
  expect((await open(single, "/proposals/two-state-solution")).status).toBe(404);
});
