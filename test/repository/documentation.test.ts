import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse, validate } from "graphql";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";

const pages = [
  ...readdirSync("."),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => join("docs", path)),
].filter((path) => path.endsWith(".md"));

test("the README's question has the answer that it shows", async () => {
  const readme = readFileSync("README.md", "utf8");
  const data = await answer(await testDatabase({ seeds: true }), block(readme, "graphql"));
  expect(data).toEqual(JSON.parse(block(readme, "json")));
});

describe("links lead to a file", () => {
  test.each(pages)("in %s", (page) => {
    const links = [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, link]) => link ?? "",
    );
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });
});

describe("operations are valid", () => {
  const blocks = pages.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/^```graphql\n(.*?)^```/gms)].map(([, text = ""]) => ({ page, text })),
  );
  // What shows a definition of types or a part of an operation is none.
  const operations = blocks.filter(({ text }) => /^\s*(query|mutation|subscription|fragment|\{)/.test(text));

  test.each(operations)("in $page: $text", ({ text }) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  test("and nearly all that is shown is one", () => {
    expect(operations.length).toBeGreaterThan(0.8 * blocks.length);
  });
});

describe("docs/architecture.md", () => {
  const page = readFileSync("docs/architecture.md", "utf8");

  test("names each folder and file of src/", () => {
    const entries = readdirSync("src", { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `\`src/${entry.name}/\`` : `\`src/${entry.name}\``,
    );
    expect(entries.filter((entry) => !page.includes(entry))).toEqual([]);
  });

  test("names no file that does not exist, except in the recipes", () => {
    const paths = [...(page.split("\n## Add ")[0] ?? "").matchAll(/`([\w./-]+\.(?:ts|tsx|prisma|cjs|md))`/g)].map(
      ([, path = ""]) => path,
    );
    expect(paths.length).toBeGreaterThan(30);
    const exists = (path: string) => existsSync(path) || existsSync(join("src", path));
    expect(paths.filter((path) => path.includes("/") && !exists(path))).toEqual([]);
  });
});

/** The first fenced block in a language. */
function block(markdown: string, language: string): string {
  return markdown.split(`\`\`\`${language}\n`)[1]?.split("\n```")[0] ?? "";
}
