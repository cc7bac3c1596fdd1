import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { readQuestions } from "../../src/cli/serve/questions.js";
import type { Database } from "../../src/db/database.js";
import { loadSeedVotes } from "../../src/import/seeds.js";
import { createServer, type Server } from "../../src/server.js";
import { momentOf } from "../known/random-history.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { closeAfterTests } from "../support/federation.js";
import { schema } from "../support/once/schema.js";

const address = "http://localhost:4000";
const moment = "2026-11-29T12:00:00Z";

/** The fenced blocks of the page, each with the block that follows it: the answer, where the page shows one. */
const blocks = [...readFileSync("docs/cookbook.md", "utf8").matchAll(/^```(\w+)\n(.*?)\n```$/gms)].map(
  ([, language = "", text = ""], index, all) => ({
    language,
    text,
    answer: ["json", "text", "csv"].includes(all[index + 1]?.[1] ?? "") ? all[index + 1]?.[2] : undefined,
  }),
);
const inLanguage = (language: string) => blocks.filter((block) => block.language === language);

let database: Database;
let server: Server;
/** Of a server with the dossiers alone: a copy of the votes as well takes too long for a test. */
let url: string;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  await loadSeedVotes(database);
  server = await serverOn(database);
  const dossiers = await serverOn(await testDatabase({ seeds: true }));
  url = await dossiers.listen({ host: "127.0.0.1", port: 0 });
});

async function serverOn(database: Database): Promise<Server> {
  const log = pino({ level: "silent" });
  const made = await createServer({ schema, database, log, examples: await readQuestions() });
  closeAfterTests(made.close);
  return made;
}

describe("a query has the answer that the page shows", () => {
  test.each(inLanguage("graphql"))("$text", async ({ text, answer: shown }) => {
    const data = await answer(database, text);
    if (shown !== undefined) expectToBegin(data, JSON.parse(shown));
  });
});

describe("a file begins as the page shows", () => {
  test.each(inLanguage("sh"))("$text", async ({ text, answer: shown = "" }) => {
    const shownAddress = /curl "([^"]*)"/.exec(text)?.[1] ?? "";
    const path = shownAddress.replace(address, "").replace(moment, encodeURIComponent(await momentOf(database)));
    const { statusCode, body } = await server.fastify.inject(path);
    expect([statusCode, body.replaceAll("\r\n", "\n").slice(1, shown.length + 1)]).toEqual([200, shown]);
  });
});

describe("a program prints what the page shows", () => {
  test.each(inLanguage("js"))("$text", async ({ text, answer: shown }) => {
    const program = text.replaceAll(address, url);
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
    expect(stdout.trim()).toBe(shown);
  });
});

/** Expects a value to be the one shown, where a last item "…" stands for one or more further items. */
function expectToBegin(value: unknown, shown: unknown): void {
  if (Array.isArray(shown) && Array.isArray(value)) {
    const cut = shown.at(-1) === "…";
    const items = cut ? shown.slice(0, -1) : shown;
    if (cut) expect(value.length).toBeGreaterThan(items.length);
    else expect(value).toHaveLength(items.length);
    for (const [index, item] of items.entries()) expectToBegin(value[index], item);
  } else if (isObject(shown) && isObject(value)) {
    expect(Object.keys(value)).toEqual(Object.keys(shown));
    for (const [key, item] of Object.entries(shown)) expectToBegin(value[key], item);
  } else expect(value).toEqual(shown);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
