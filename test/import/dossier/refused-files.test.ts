import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { testDatabase } from "../../support/database.js";
import { importTexts, problemsOf } from "./import-text.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

/** A dossier whose lists are these lines, the first of which is line 3 of the file. */
const dossier = (lines: string) => `dossier: 1\ntitle: Test\n${lines}`;
const problems = (lines: string) => problemsOf(database, dossier(lines));

describe("files that are no dossiers", () => {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  test.each([
    ["nothing", "", "a.yaml:1:1: is not a dossier\n    Start the file with `dossier: 1` and `title: …`"],
    ["a list", "- 1", "a.yaml:1:1: is not a dossier\n    Start the file with `dossier: 1` and `title: …`"],
    [
      "another version",
      "dossier: 2\ntitle: T",
      "a.yaml:1:10: dossier: 2 is not an allowed value\n    Allowed values: 1",
    ],
    ["no title", "dossier: 1", "a.yaml:1:1: title: is missing\n    Add it"],
    [
      "two documents",
      "dossier: 1\ntitle: A\n---\ndossier: 1\n",
      "a.yaml:3:1: contains more than one document\n    Put each dossier into a separate file",
    ],
    [
      "a field twice",
      "dossier: 1\ntitle: A\ntitle: B",
      "a.yaml:3:1: the same field occurs twice\n    Remove one of the two",
    ],
    [
      "a tag",
      "dossier: 1\ntitle: !secret A",
      "a.yaml:2:8: Unresolved tag: !secret\n    Remove the tag (!…): the format has no tags",
    ],
    [
      "an alias",
      "dossier: 1\ntitle: &a A\nsummary: *a",
      "a.yaml:3:10: aliases (*name) are not supported\n    Write the value again",
    ],
    [
      "a thousand laughs",
      `a0: &a0 [x, x]\n${many(10_000, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}`,
      "a.yaml:2:10: aliases (*name) are not supported\n    Write the value again",
    ],
    [
      "too much",
      "#".repeat(20_000_001),
      "a.yaml:1:1: has more than 4 MB in a single entry\n    Start each entry on a new line, with a hyphen",
    ],
  ])("%s", async (_what, text, told) => {
    expect((await problemsOf(database, text))[0]).toBe(told);
  });
});

test("a deep nest is refused, with one problem", async () => {
  const told = await problemsOf(database, `a: ${"[".repeat(100_000)}`);
  expect(told).toEqual([
    expect.stringMatching(/^a.yaml:1:\d+: is nested too deeply\n {4}A dossier has only a few levels$/),
  ]);
});

test("every problem of every file is told at once, in reading order", async () => {
  const told = await problemsOf(
    database,
    dossier(
      "actors:\n  - { slug: a, kind: STAT, name: A }\n  - { slug: b, kind: STATE, name: B, existedDuring: soon }",
    ),
    dossier("meetings:\n  - { slug: a, title: A, heldOn: 1892, body: nobody-at-all }\ntopics:\n  - { slug: t }"),
  );
  expect(told.map((problem) => problem.split(": ").slice(0, 2).join(": "))).toEqual([
    "a.yaml:4:22: actors[0].kind",
    "a.yaml:5:53: actors[1].existedDuring",
    "b.yaml:4:46: meetings[0].body",
    "b.yaml:6:5: topics[0].name",
  ]);
});

test("what is wrong with an entry hides nothing and adds nothing elsewhere", async () => {
  const told = await problems(
    "actors:\n  - { slug: a, kind: STAT, name: A }\nmeetings:\n  - { slug: m, title: M, heldOn: 1892, body: a }",
  );
  expect(told).toHaveLength(1);
});

test("a slug may be in a part of another file that cannot be read", async () => {
  const told = await problemsOf(
    database,
    "dossier: 1\ntitle: T\nactors:\n  - slug: a\n   kind: STATE\n",
    dossier("meetings:\n  - { slug: m, title: M, heldOn: 1892, body: b }"),
  );
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((problem) => !problem.startsWith("a.yaml:5:"))).toEqual([]);
});

test("what was retracted can be neither named nor changed", async () => {
  await importTexts(database, dossier("actors: [{ slug: gone, kind: STATE, name: Gone }]"));
  const retraction = { retractedAt: new Date("1900-01-01"), retractionReason: "Never was." };
  await database.prisma.actor.update({ where: { slug: "gone" }, data: retraction });
  expect(await problems("actors: [{ slug: gone, kind: STATE, name: Gone }]")).toEqual([
    "a.yaml:3:18: actors[0].slug: was retracted on 1900-01-01\n    Remove the entry, or reinstate it first",
  ]);
  expect(await problems("meetings: [{ slug: m, title: M, heldOn: 1892, body: gone }]")).toEqual([
    'a.yaml:3:53: meetings[0].body: "gone" was retracted\n    Choose another one, or reinstate it first',
  ]);
});
