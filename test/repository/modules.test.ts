import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { modules } from "../../src/modules/index.js";

/** The registry is the one list of modules. What cannot be made from it is compared with it here. */
const names = modules.map(({ name }) => name);

test("each folder of src/modules is in the registry, and each of the registry has a folder", () => {
  const folders = readdirSync("src/modules", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test("the gateway of docker-compose.yml waits for each module", () => {
  const { services } = parse(readFileSync("docker-compose.yml", "utf8"), { merge: true });
  expect(Object.keys(services.gateway.depends_on)).toEqual(names);
});

/** The modules that each line of a text names, where it names at least half of all. */
const listsIn = (text: string): string[][] =>
  text
    .split("\n")
    .map((line) => (line.match(/[a-z]+(?:-[a-z]+)*/g) ?? []).filter((word) => names.includes(word)))
    .filter((found) => found.length >= names.length / 2);

test.each(["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/federation.md"])(
  "%s lists all modules in their order",
  (page) => {
    const lists = listsIn(readFileSync(page, "utf8"));
    expect(lists).not.toEqual([]);
    for (const list of lists) expect([names, names.toReversed()]).toContainEqual(list);
  },
);
