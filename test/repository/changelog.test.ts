import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { expect, test } from "@jest/globals";
import { buildSchema } from "graphql";

const readSchema = (name: string) =>
  buildSchema(readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8"));
const changelog = readFileSync(new URL("../../CHANGELOG.md", import.meta.url), "utf8");
const [, unreleased = ""] = changelog.split(/^## .*$/m);

/** The breaking changes from one schema to another that notes do not name, as `Type.field` or by a longer or shorter path. */
async function breaksWithoutNote(before: ReturnType<typeof buildSchema>, after: typeof before, notes: string) {
  const named = new Set(Array.from(notes.matchAll(/`([\w.]+)`/g), ([, name]) => name));
  const isNamed = (path: string) =>
    path.split(".").some((_, index, names) => named.has(names.slice(0, index + 1).join(".")));
  const changes = await diff(before, after);
  return changes
    .filter(({ criticality, path }) => criticality.level === CriticalityLevel.Breaking && !isNamed(path ?? ""))
    .map(({ message }) => message);
}

test("a breaking change of the API since the last release has a note in CHANGELOG.md", async () => {
  expect(changelog).toMatch(/^## \[Unreleased\]$/m);
  expect(await breaksWithoutNote(readSchema("released.graphql"), readSchema("api.graphql"), unreleased)).toEqual([]);
});

test("a change that breaks clients is found, and is right once it has a note", async () => {
  const before = buildSchema("type Query { a: Int b(one: Int): Int }");
  const after = buildSchema("type Query { b(one: Int!): Int c: Int }");
  const found = await breaksWithoutNote(before, after, "");
  expect(found).toEqual([
    "Field 'a' was removed from object type 'Query'",
    "Type for argument 'one' on field 'Query.b' changed from 'Int' to 'Int!'",
  ]);
  expect(await breaksWithoutNote(before, after, "- `Query.a` is gone.")).toEqual(found.slice(1));
  expect(await breaksWithoutNote(before, after, "- `Query.a` is gone. `Query.b` needs `one`.")).toEqual([]);
});
