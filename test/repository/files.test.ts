import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";

const folders = [".ci", "bin", "docs", "prisma", "schema", "scripts", "seeds", "src", "test"];
const generated = join("src", "db", "generated");

/** The text files that are committed. */
const files = [...readdirSync("."), ...folders.filter((folder) => existsSync(folder)).flatMap(below)].filter(
  (path) => statSync(path).isFile() && !path.startsWith(generated),
);

describe("a committed file", () => {
  test.each([
    ["names a path of the machine that it was written on", /(?<![\w.])\/(?:home|root|Users|work)\/[\w.-]/],
    ["names a package registry", /\bregistry\.[\w-]+\.\w+|\bverdaccio\b|\bartifactory\b/i],
    ["has a merge conflict", /^(?:<{7}|>{7}) /m],
    ["has a note of something left to do", /\b(?:TODO|FIXME|XXX)\b/],
  ])("never %s", (_, pattern) => {
    expect(files.length).toBeGreaterThan(100);
    const own = join("test", "repository", "files.test.ts");
    expect(files.filter((path) => path !== own && pattern.test(readFileSync(path, "utf8")))).toEqual([]);
  });

  test("of source or tests is at most 300 lines long", () => {
    const long = files.filter((path) => path.endsWith(".ts") && readFileSync(path, "utf8").split("\n").length > 301);
    expect(long).toEqual([]);
  });
});

function below(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
}
