import { readQuestions } from "../../src/cli/serve/questions.js";
import type { Database } from "../../src/db/database.js";
import type { Server } from "../../src/server.js";
import { createSite } from "../../src/site/index.js";
import type { Brand } from "../../src/site/site.js";
import { wholeApi } from "../support/ask.js";
import { cleanUp } from "../support/database.js";
import { testServer } from "../support/server.js";

const questions = new URL("../../questions/", import.meta.url);

/** A server with pages, as `standpoint serve` has it; closed after the test file. */
export async function siteServer(database: Database, brand: Partial<Brand> = {}): Promise<Server> {
  const { schema } = wholeApi();
  const server = await testServer({
    schema,
    database,
    examples: await readQuestions(questions),
    site: await createSite({ name: "Standpoint", issues: "https://example.org/issues/new", ...brand }),
  });
  cleanUp(() => server.close());
  return server;
}

const asBrowser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

/** Opens a page as a browser does. */
export async function open(server: Server, url: string, headers: Record<string, string> = {}) {
  const {
    statusCode,
    headers: answered,
    body,
  } = await server.fastify.inject({ url, headers: { ...asBrowser, ...headers } });
  return { status: statusCode, headers: answered, html: body, text: textOf(body) };
}

/** What a reader sees of a page, with one blank between words. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

/** The address of the link with a text. */
export function linkIn(html: string, text: string): string {
  const [, href = ""] = new RegExp(`<a href="([^"]*)"[^>]*>${text}`).exec(html) ?? [];
  return href.replaceAll("&amp;", "&");
}
