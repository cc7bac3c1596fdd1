import { expect, test } from "@jest/globals";
import { type DossierFile, problemText } from "../../../src/import/dossier/index.js";
import { readDossiers } from "../../../src/import/dossier/read/dossier-files.js";
import { located } from "../../../src/import/dossier/read/dossier-item.js";

const long = "A long sentence that fills the file. ".repeat(20).trim();

/** A dossier of more than a chunk: each entry takes three lines, the first of them `first` lines from the top. */
function large(count: number, entry: (index: number) => string, newline = "\n"): string {
  const entries = Array.from({ length: count }, (_, index) => entry(index)).join("");
  return `dossier: 1\ntitle: Large\ntopics:\n${entries}`.replaceAll("\n", newline);
}

const topic = (index: number, name = "Water") => `  - slug: t${index}\n    name: ${name}\n    description: ${long}\n`;

/** What is read, and what is wrong with it. */
async function read(...texts: string[]) {
  const files: DossierFile[] = texts.map((text, index) => ({ path: `${"abc"[index]}.yaml`, text }));
  const dossiers = await readDossiers(files);
  dossiers.positions.close();
  const problems = (await located(dossiers.problems.kept)).map((problem) => problemText(problem).split("\n")[0]);
  return { items: dossiers.items, problems };
}

test.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
])("a file of many chunks is read whole, with line breaks by %s", async (_name, newline) => {
  const text = large(3000, topic, newline);
  expect(text.length).toBeGreaterThan(2_000_000);
  const { items, problems } = await read(text);
  expect(problems).toEqual([]);
  expect(items.map(({ entry }) => ("slug" in entry ? entry.slug : ""))).toEqual(
    Array.from({ length: 3000 }, (_, index) => `t${index}`),
  );
  const places = items.map(({ place: { line, column } }) => [line, column]);
  expect(places).toEqual(Array.from({ length: 3000 }, (_, index) => [4 + 3 * index, 5]));
});

test("problems in a later chunk have the line, the column and the index that the file has", async () => {
  const { problems } = await read(large(3000, (index) => topic(index, index === 2900 ? "{ a: b }" : "Water")));
  expect(problems).toEqual(["a.yaml:8705:11: topics[2900].name: a mapping is not a text"]);
});

test("a problem that is found later has its exact place too", async () => {
  const { items } = await read(large(3000, topic));
  const problem = items[2900]?.problem(["description"], "is dull");
  expect((await located(problem ? [problem as never] : [])).map(problemText)).toEqual([
    "a.yaml:8706:18: topics[2900].description: is dull",
  ]);
});

test.each([
  [
    "broken off inside an entry",
    (text: string) => text.slice(0, -40 - long.length),
    "a.yaml:9001:11: topics[2999].slug: is empty",
  ],
  ["broken off inside quotes", (text: string) => `${text}  - slug: "t`, 'a.yaml:9004:13: Missing closing "quote'],
  [
    "a list twice, far apart",
    (text: string) => `${text}topics:\n  - { slug: x, name: X }\n`,
    "a.yaml:9004:1: the same field occurs twice",
  ],
  ["a second document", (text: string) => `${text}---\ndossier: 1\n`, "a.yaml:9004:1: contains more than one document"],
  ["a tab", (text: string) => `${text}\t- slug: x\n`, "a.yaml:9004:1: Tabs are not allowed as indentation"],
  [
    "an alias",
    (text: string) => `${text}  - slug: &a x\n    name: *a\n`,
    "a.yaml:9005:11: aliases (*name) are not supported",
  ],
  [
    "fewer entries than it says",
    (text: string) => text.replace("title", "entries: 3001\ntitle"),
    "a.yaml:2:10: entries: is 3001, but the file has 3000 entries",
  ],
  [
    "a directive",
    (text: string) => `%YAML 1.1\n---\n${text}`,
    "a.yaml:1:1: declares YAML 1.1, which reads some values differently",
  ],
])("a large file with %s is refused", async (_what, change, problem) => {
  const { problems } = await read(change(large(3000, topic)));
  expect(problems[0]).toBe(problem);
});

test("a byte order mark is no part of the text", async () => {
  expect((await read(`\ufeff${large(2, topic)}`)).problems).toEqual([]);
});
