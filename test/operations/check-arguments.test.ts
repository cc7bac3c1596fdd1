import { describe, expect, test } from "@jest/globals";
import { refusals } from "./animals.js";

const emptyList = "is an empty list, which would allow no value: give at least one value, or omit it";
const slug = expect.stringMatching(/^must be a slug: .* such as two-state-solution$/);
const deep = (depth: number): unknown => (depth === 1 ? { legs: 4 } : { not: deep(depth - 1) });
const first = { path: "first", reason: "must not be greater than 100" };

describe("arguments of a class", () => {
  test.each<[string, object, { path: string; reason: unknown }[]]>([
    ["an empty list", { where: { slugs: [] } }, [{ path: "where.slugs", reason: emptyList }]],
    ["an empty `or`", { where: { or: [] } }, [{ path: "where.or", reason: emptyList }]],
    [
      "an empty list deep inside",
      { where: { or: [{ not: { topics: [] } }] } },
      [{ path: "where.or[0].not.topics", reason: emptyList }],
    ],
    [
      "a long list",
      { where: { slugs: Array(201).fill("a") } },
      [{ path: "where.slugs", reason: "has 201 entries; at most 200 are allowed" }],
    ],
    [
      "a long list beside `where`",
      { ids: Array(201).fill("a") },
      [{ path: "ids", reason: "has 201 entries; at most 200 are allowed" }],
    ],
    [
      "a long text",
      { where: { or: [{ legs: 4 }, { name: { contains: "x".repeat(1001) } }] } },
      [{ path: "where.or[1].name.contains", reason: "has 1001 characters; at most 1000 are allowed" }],
    ],
    [
      "a long text beside `where`",
      { after: "x".repeat(1001) },
      [{ path: "after", reason: "has 1001 characters; at most 1000 are allowed" }],
    ],
    ["a wrong slug by name", { where: { slugs: ["rex", "Rex!"] } }, [{ path: "where.slugs[1]", reason: slug }]],
    [
      "a wrong slug by decorator",
      { where: { not: { memberOf: "the_pack" } } },
      [{ path: "where.not.memberOf", reason: slug }],
    ],
    ["wrong slugs by decorator", { where: { topics: ["a", "-b"] } }, [{ path: "where.topics[1]", reason: slug }]],
    [
      "unknown slugs, all at once",
      { where: { memberOf: "yeti", or: [{ topics: ["snow", "unicorn"] }, { memberOf: "pack" }] } },
      [
        { path: "where.memberOf", reason: 'is not the slug of any recorded actor: "yeti" has never existed' },
        {
          path: "where.or[0].topics[1]",
          reason: 'is not the slug of any recorded topic: "unicorn" has never existed',
        },
      ],
    ],
    [
      "class-validator on an input",
      { where: { not: { legs: 5 } } },
      [{ path: "where.not.legs", reason: "must not be greater than 4" }],
    ],
    ["class-validator on arguments", { first: 501 }, [first]],
    [
      "several at once",
      { first: 501, where: { legs: 5, or: [{ slugs: [] }] } },
      [
        first,
        { path: "where.legs", reason: "must not be greater than 4" },
        { path: "where.or[0].slugs", reason: emptyList },
      ],
    ],
    [
      "deep nesting",
      { where: deep(17) },
      [
        {
          path: `where${".not".repeat(16)}`,
          reason: "is nested too deeply: at most 16 levels of input objects are allowed",
        },
      ],
    ],
  ])("%s", async (_, variables, fields) => {
    const source = `query ($where: AnimalFilter, $ids: [ID!], $first: Int, $after: String) {
      animals(where: $where, ids: $ids, first: $first, after: $after) { name }
    }`;
    const rest = fields.length > 1 ? ` (and ${fields.length - 1} more in \`extensions.fields\`)` : "";
    expect(await refusals(source, { ...variables })).toEqual([
      { message: expect.any(String), path: ["animals"], code: "BAD_USER_INPUT", fields },
    ]);
    const [{ message } = { message: "" }] = await refusals(source, { ...variables });
    expect(message.startsWith(`\`${fields[0]?.path}\` `)).toBe(true);
    expect(message.endsWith(rest)).toBe(true);
  });

  test.each([
    ["none", "{ animals { name } }"],
    ["null", "{ animals(where: null) { name } }"],
    ["a filter that says nothing", "{ animals(where: { or: [{}, { not: { name: {}, born: null } }] }) { name } }"],
    ["a list that may be empty", "{ animals(ids: []) { name } }"],
    [
      "the most there may be",
      `{ animals(where: { topics: [${'"a",'.repeat(200)}] }, after: "${"x".repeat(1000)}") { name } }`,
    ],
    ["one end of a range", '{ animals(where: { born: { to: "2021-01-26T00:00:00Z" } }) { name } }'],
    ["a deep filter", `{ animals(where: ${"{ not: ".repeat(15)}{ legs: 4 }${" }".repeat(15)}) { name } }`],
    ["single arguments", '{ compare(left: { legs: 4 }) animal(slug: "rex", label: "Not a slug") { name } }'],
  ])("taken: %s", async (_, source) => {
    expect(await refusals(source)).toEqual([]);
  });

  test("a document is checked again with other variables", async () => {
    const source = "query ($where: AnimalFilter) { animals { children(where: $where) } }";
    expect(await refusals(source, { where: { slugs: ["a"] } })).toEqual([]);
    expect(await refusals(source, { where: { slugs: ["?"] } })).toMatchObject([{ path: ["animals", "children"] }]);
    expect(await refusals(source, {})).toEqual([]);
  });
});

describe("single arguments are named", () => {
  test.each([
    ["an input inside", "{ compare(left: { not: { slugs: [] } }) }", "left.not.slugs"],
    ["a list of inputs", "{ compare(left: {}, right: [{ legs: 4 }, { slugs: [] }]) }", "right[1].slugs"],
    ["an empty list", "{ compare(left: {}, right: []) }", "right"],
    ["a slug", '{ animal(slug: "Not a slug") { name } }', "slug"],
    ["a text", `{ animal(slug: "rex", label: "${"x".repeat(1001)}") { name } }`, "label"],
  ])("%s", async (_, source, path) => {
    expect(await refusals(source)).toMatchObject([
      { code: "BAD_USER_INPUT", fields: [{ path, reason: expect.any(String) }] },
    ]);
  });
});
