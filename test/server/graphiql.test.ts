import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Example } from "../../src/http/playground/start.js";
import type { Server } from "../../src/server.js";
import { testServer } from "../support/server.js";
import { tinySchema } from "./tiny-schema.js";

const examples: Example[] = [
  {
    title: "Who is <b>there</b>? </script>",
    query: "query WhoIsThere($n: String) { hello(name: $n) }",
    variables: { n: "you" },
  },
  { title: "As it stood then", query: "query AsItStood { asOf }", headers: { "Standpoint-As-Of": "2021-01-27" } },
];

/** With something to follow. */
const schema = new GraphQLSchema({
  ...tinySchema.toConfig(),
  subscription: new GraphQLObjectType({
    name: "Subscription",
    fields: {
      countdown: {
        type: GraphQLString,
        async *subscribe() {
          for (const countdown of ["two to go", "one to go", "lift off"]) yield { countdown };
        },
      },
    },
  }),
});

let server: Server;
let address: string;

beforeAll(async () => {
  server = await testServer({ schema, examples });
  address = await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

const asBrowser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("the page", () => {
  test("is for browsers, and small", async () => {
    const response = await server.fastify.inject({ url: "/graphql", headers: asBrowser });
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(response.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(response.body).toContain("<title>Standpoint</title>");
    expect(response.body).not.toMatch(/https?:/);
    expect(response.body.length).toBeLessThan(2000);
  });

  test("keeps no headers in the browser's storage, since they may hold keys", async () => {
    const { body } = await server.fastify.inject({ url: "/graphql", headers: asBrowser });
    const [, start] = /src="(graphiql\/start[^"]+)"/.exec(body) ?? [];
    const script = await server.fastify.inject({ url: `/${start}` });
    expect(script.body).toContain('"shouldPersistHeaders":false');
  });

  test("has files that are compressed and cached for ever", async () => {
    const { body } = await server.fastify.inject({ url: "/graphql", headers: asBrowser });
    const files = [...body.matchAll(/(?:src|href)="(graphiql\/[^"]+)"/g)].map(([, file]) => `/${file}`);
    expect(files).toHaveLength(4);
    for (const url of files) {
      const zipped = await server.fastify.inject({ url, headers: { "accept-encoding": "gzip, br" } });
      const { etag = "" } = zipped.headers;
      expect(zipped.headers).toMatchObject({
        "content-encoding": "gzip",
        "cache-control": expect.stringContaining("immutable"),
      });
      const plain = await server.fastify.inject({ url });
      expect(plain.headers).not.toHaveProperty("content-encoding");
      expect(plain.rawPayload.length).toBeGreaterThan(zipped.rawPayload.length);
      const again = await server.fastify.inject({ url, headers: { "if-none-match": etag } });
      expect(again.statusCode).toBe(304);
    }
    expect((await server.fastify.inject({ url: "/graphiql/other.js" })).statusCode).toBe(404);
  });
});

const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
const inBrowser = existsSync(path) ? test : test.skip;
if (!existsSync(path))
  process.stderr.write(`No browser at ${path}: the playground's browser test is skipped (set CHROMIUM).\n`);

describe("in a browser", () => {
  let browser: Browser | undefined;
  afterAll(() => browser?.close());

  inBrowser(
    "the first tab runs, and nothing goes to another host",
    async () => {
      browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", ...quiet] });
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const requests: string[] = [];
      const problems: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));

      await page.goto(`${address}/graphql`);
      await page.getByRole("tab", { name: "WhoIsThere" }).waitFor();
      await page.getByRole("tab", { name: "AsItStood" }).waitFor();
      await runUntil(page, "hello you");

      // Headers may hold keys: they serve, and are not kept.
      await page.getByRole("tab", { name: "AsItStood" }).click();
      await page.locator(".graphiql-query-editor").getByText("AsItStood").waitFor();
      await runUntil(page, "2021-01-27");
      const stored = await page.evaluate<string>("JSON.stringify(localStorage)");
      expect(stored).toContain("AsItStood");
      expect(stored).not.toContain("2021-01-27");

      // On a later visit the tabs are still there, and no more of them. Its schema loads first, or a tab may lose the click.
      await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), page.reload()]);
      await page.getByRole("tab", { name: "AsItStood" }).click();
      await page.locator(".graphiql-query-editor").getByText("AsItStood").waitFor();
      await runUntil(page, "null");
      expect(await page.getByRole("tab").count()).toBe(examples.length);

      // A subscription is followed to its end.
      await page.goto(`${address}/graphql?query=${encodeURIComponent("subscription { countdown }")}`);
      await page.locator(".graphiql-query-editor").getByText("countdown").waitFor();
      await runUntil(page, "lift off");

      expect(problems).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith("data:"))).toEqual([]);
    },
    100_000,
  );
});

describe("the list of questions, in a browser", () => {
  let grouped: Server | undefined;
  let browser: Browser | undefined;
  afterAll(() => Promise.all([browser?.close(), grouped?.close()]));

  inBrowser("opens each, by its group, and an empty answer says why it is empty", async () => {
    const whenEmpty = { probe: "{ asOf }", nothingRecorded: "Nothing is imported yet.", otherwise: "Nothing on this." };
    const questions = [
      { title: "Who is first?", group: "Greetings", query: "query WhoIsFirst { hello }" },
      { title: "Who is second?", group: "Greetings", query: "query WhoIsSecond { hello }" },
      { title: "As of when?", group: "Days", query: "# As of when?\nquery AsOfWhen { asOf }" },
    ];
    grouped = await testServer({ schema, examples: questions.map((one) => ({ ...one, whenEmpty })) });
    const url = await grouped.listen({ host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", ...quiet] });
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });

    await page.goto(`${url}/graphql`);
    await page.getByRole("tab", { name: "WhoIsSecond" }).waitFor();
    expect(await page.getByRole("tab").count()).toBe(2);
    const chooser = page.getByRole("combobox", { name: "Standard questions" });
    expect(await chooser.locator("optgroup").evaluateAll((all) => all.map((one) => one.getAttribute("label")))).toEqual(
      ["Greetings", "Days"],
    );
    await chooser.selectOption({ label: "As of when?" });
    await page.getByRole("tab", { name: "AsOfWhen" }).waitFor();
    await runUntil(page, "Nothing is imported yet.");
    expect(await page.getByRole("tab").count()).toBe(3);

    // A question that is open already gets no second tab.
    await chooser.selectOption({ label: "Who is first?" });
    await page.locator(".graphiql-query-editor").getByText("WhoIsFirst").waitFor();
    await runUntil(page, "hello");
    expect(await page.getByRole("tab").count()).toBe(3);
  });
});

/** Runs the open tab until its answer shows: a click is lost while the playground still prepares itself. */
async function runUntil(page: Page, text: string, attempts = 10): Promise<void> {
  const results = page.locator(".result-window");
  if (attempts === 0) throw new Error(`"${text}" does not show; the playground shows: ${await results.innerText()}`);
  await page.getByRole("button", { name: /Execute query/ }).click();
  const answer = results.getByText(text).first();
  const shown = await answer.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
  if (!shown) await runUntil(page, text, attempts - 1);
}

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
