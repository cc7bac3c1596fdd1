import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "graphql";
import { findNul } from "../../../src/graphql/validation/find-nul.js";

describe("a NUL in a document", () => {
  test.each([
    ["an escape", String.raw`{ actor(slug: "a\u0000b") { name } }`, "slug"],
    ["an escape in braces", String.raw`{ actor(slug: "\u{0}") { name } }`, "slug"],
    ["itself in a string", '{ actor(slug: "a\u0000b") { name } }', "slug"],
    ["itself in a block string", '{ actor(slug: """a\u0000b""") { name } }', "slug"],
    [
      "in an input",
      String.raw`{ actors(where: { name: { contains: "\u0000" } }) { nodes { name } } }`,
      "where.name.contains",
    ],
    [
      "in a list of inputs",
      String.raw`{ actors(where: { or: [{ slugs: ["a"] }, { slugs: ["b", "\u0000"] }] }) { n } }`,
      "where.or[1].slugs[1]",
    ],
    ["in a nested field", String.raw`{ a { b(first: 1, c: "x", d: ["\u0000"]) { e } } }`, "d[0]"],
    ["in a fragment", String.raw`{ ...F } fragment F on Query { actor(slug: "\u0000") { name } }`, "slug"],
    ["in a directive", String.raw`{ a @tag(name: "\u0000") }`, "name"],
    ["in a default", String.raw`query ($v: In = { name: ["\u0000"] }) { a(v: $v) }`, "v.name[0]"],
  ])("%s", (_, source, path) => {
    expect(findNul(parse(source), undefined)).toBe(path);
    expect(findNul(parse(source, { noLocation: true }), {})).toBe(path);
  });

  test.each([
    ["no string", "{ a }"],
    ["another escape", String.raw`{ a(b: "\u0041", c: "\\u0000") }`],
    ["a comment", "{ a } # \\u0000"],
  ])("none in %s", (_, source) => {
    expect(findNul(parse(source), { a: null, b: [1, true, { c: "\\u0000" }] })).toBeUndefined();
  });
});

describe("a NUL in variables", () => {
  const document = parse("{ a }");

  test.each([
    [{ slug: "\u0000" }, "slug"],
    [
      { ok: "a", where: { or: [{ name: { contains: "a" } }, { name: { contains: "a\u0000" } }] } },
      "where.or[1].name.contains",
    ],
    [{ ids: ["a", "b\u0000"] }, "ids[1]"],
  ])("%j", (variables, path) => {
    expect(findNul(document, variables)).toBe(path);
  });

  test("is found however deep it stands", () => {
    let value: unknown = "\u0000";
    for (let depth = 0; depth < 200_000; depth++) value = [value];
    expect(findNul(document, { value })).toMatch(/^value\[0\]\[0\]/);
  });

  test("is found exactly when there is one", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ stringUnit: "binary-ascii" })), (variables) => {
        const written = JSON.stringify(Object.values(variables), (_, value) =>
          // Keys are not looked at: a field's name has no NUL, so the request fails for that.
          value && typeof value === "object" && !Array.isArray(value) ? Object.values(value) : value,
        );
        expect(findNul(document, variables) !== undefined).toBe(/(?<!\\)(\\\\)*\\u0000/.test(written));
      }),
      { numRuns: 500 },
    );
  });
});
