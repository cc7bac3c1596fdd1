import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { AxeResults } from "axe-core";
import { type Browser, chromium } from "playwright-core";
import { cleanUp, testDatabase } from "../support/database.js";
import { siteServer } from "./site-server.js";

const browserPath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const inBrowser = browserPath ? describe : describe.skip;

const kinds = [
  "/",
  "/proposals/un-sc-2334",
  "/actors/united-states",
  "/statements/dujarric-2021-01-26",
  "/meetings/security-council-2021-01-26",
  "/roll-calls/un-sc-2334-vote",
  "/topics/israeli-palestinian-question",
  "/groups/european-union",
  "/compare?actors=france,russia,china",
  "/matrix",
  "/search?q=palestine",
  "/changes?since=2020-01-01",
  "/corrections",
  "/method",
  "/nope",
  "/proposals/un-sc-2334?embed=1",
];

/**
 * Contrast takes axe most of its time. These pages have every class of text and every mark, so it is measured on them alone,
 * in the light and in the dark.
 */
const withContrast = ["/", "/proposals/un-sc-2334", "/matrix"];

inBrowser("in Chromium", () => {
  let address: string;
  let browser: Browser;
  beforeAll(async () => {
    const server = await siteServer(await testDatabase({ seeds: true }));
    address = await server.listen({ host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
    cleanUp(() => browser.close());
  });

  test.each(kinds)("%s: axe finds nothing serious, nothing is blocked, nothing is wider than a phone", async (path) => {
    const narrow = { width: 360, height: 740 };
    const hasContrast = withContrast.includes(path);
    const rules = { "color-contrast": { enabled: hasContrast } };
    for (const colorScheme of hasContrast ? (["light", "dark"] as const) : (["light"] as const)) {
      const page = await browser.newPage({ viewport: narrow, colorScheme });
      const problems: string[] = [];
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      await page.goto(address + path);
      expect(problems.filter((text) => !text.includes("404"))).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(narrow.width);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>(`axe.run({ rules: ${JSON.stringify(rules)} })`);
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.close();
    }
  });

  test("the script suggests what a search would find", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByRole("searchbox").fill("Palest");
    const link = page.getByRole("list", { name: "Suggestions" }).getByRole("link").first();
    await link.waitFor();
    expect(await link.getAttribute("href")).toMatch(/^\/(actors|proposals|statements|search)/);
    await page.close();
  });
});
