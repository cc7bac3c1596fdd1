import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { writer } from "../record/writer.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { momentOf } from "./random-history.js";

const page = readFileSync("docs/history.md", "utf8");
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, "gs"))].map(([, text]) => text ?? "");

test("the correction in docs/history.md, and what it answers", async () => {
  const database = await testDatabase({ seeds: true });
  const before = await momentOf(database);
  const [beforeAndNow = "", whatIsOnRecord = ""] = blocks("graphql");
  const { proposal } = await answer(database, whatIsOnRecord);
  const [{ id, version, stance }] = proposal.positions.nodes;
  expect({ version, stance }).toEqual({ version: 1, stance: "SUPPORTS" });

  const correction = /-d '(\{\n.*?\n\})'/s.exec(page)?.[1] ?? "";
  const { input } = JSON.parse(correction).variables;
  expect((await writer(database).revise("positions", { ...input, id })).errors).toEqual([]);
  const written = "2026-03-01T12:00:00Z";
  expect(beforeAndNow).toContain(written);
  expect(await answer(database, beforeAndNow.replace(written, before))).toEqual(JSON.parse(blocks("json")[0] ?? ""));
});
