import { describe, expect, test } from "@jest/globals";
import { lookedUp, refusals } from "./animals.js";

describe("a whole operation", () => {
  const paths = async (...question: Parameters<typeof refusals>) =>
    (await refusals(...question)).map(({ path }) => path);

  test("is refused for each field, at the root and nested, by alias and in fragments, in the document's order", async () => {
    const source = `{
      animals { ...Children name }
      other: animals(first: 501) { young { ...Children again: children(first: 600) } }
      ... on Query { third: animals(first: 502) { name } }
    }
    fragment Children on Animal { children(where: { legs: 5 }) }`;
    expect(await paths(source)).toEqual([
      ["animals", "children"],
      ["other"],
      ["other", "young", "children"],
      ["other", "young", "again"],
      ["third"],
    ]);
  });

  test("reports a field that is requested twice once", async () => {
    expect(await paths("{ animals(first: 501) { name } animals(first: 501) { young { name } } }")).toEqual([
      ["animals"],
    ]);
  });

  test("is not refused for what `@skip` and `@include` leave out", async () => {
    const source = `query ($on: Boolean!) {
      animals(first: 501) @skip(if: true) { name }
      animal { name ...Bad @include(if: $on) ... @skip(if: $on) { children(first: 502) } }
    }
    fragment Bad on Animal { children(first: 501) }`.replace("children(first: 502)", "name");
    expect(await paths(source, { on: false })).toEqual([]);
    expect(await paths(source, { on: true })).toEqual([["animal", "children"]]);
  });

  test("is refused for ten problems at most", async () => {
    const many = Array.from({ length: 30 }, (_, index) => `f${index}: animals(first: 501) { name }`);
    expect(await refusals(`{ ${many.join(" ")} }`)).toHaveLength(10);
    const [refusal] = await refusals(`{ animals(where: { slugs: [${'"?",'.repeat(200)}] }) { name } }`);
    expect(refusal).toMatchObject({ fields: { length: 10 } });
  });

  test("with fragments that double at each depth is refused at once", async () => {
    const part = (n: number) => `fragment F${n} on Animal { a: young { ...F${n + 1} } b: young { ...F${n + 1} } }`;
    const parts = Array.from({ length: 40 }, (_, n) => part(n)).join(" ");
    const source = (first: number) =>
      `{ animals { ...F0 } } ${parts} fragment F40 on Animal { children(first: ${first}) }`;
    expect(await refusals(source(100))).toEqual([]);
    expect(await refusals(source(101))).toHaveLength(10);
  });

  test("looks up all its slugs together, each once, and nothing without any", async () => {
    await refusals("{ animals(first: 3) { name } }");
    expect(lookedUp).toEqual([]);
    const source = `query ($pack: String) {
      a: animals(where: { memberOf: $pack }) { name }
      b: animals(where: { memberOf: "pack", topics: ["snow"] }) { children(where: { topics: ["snow"] }) }
    }`;
    await refusals(source, { pack: "pack" });
    expect(lookedUp).toEqual([
      {
        slugs: [
          expect.objectContaining({ types: ["Actor"], slug: "pack" }),
          expect.objectContaining({ types: ["Topic"], slug: "snow" }),
        ],
        ...{ role: false, history: false },
      },
    ]);
  });

  test("is refused for variables that do not fit their types, before anything else", async () => {
    const source = "query ($first: Int, $where: AnimalFilter) { animals(first: $first, where: $where) { name } }";
    expect(await refusals(source, { first: "one", where: { legs: "four" } })).toMatchObject([
      { code: "BAD_USER_INPUT", path: undefined, fields: [{ path: "first" }] },
      { code: "BAD_USER_INPUT", path: undefined, fields: [{ path: "where.legs" }] },
    ]);
  });

  test.each([
    ["an argument", "query ($wild: Boolean = true) { found(wild: $wild) { name } }", ["found"], "wild"],
    ["a condition", "query ($wild: Boolean = true) { animals { name @skip(if: $wild) } }", ["animals"], "if"],
  ])("is refused for null in %s that cannot be null", async (_, source, path, argument) => {
    expect(await refusals(source, { wild: null })).toMatchObject([
      { code: "BAD_USER_INPUT", path, fields: [{ path: argument }] },
    ]);
    expect(await refusals(source)).toEqual([]);
  });
});

describe("a field that needs a role", () => {
  const source = "{ a: cages(first: 501) b: cages animals(first: 501) { name } }";

  test("is refused to an anonymous caller, at each place once, beside all that is wrong", async () => {
    expect(await refusals(source)).toMatchObject([
      { path: ["a"], code: "UNAUTHENTICATED", requiredRole: "EDITOR" },
      { path: ["b"], code: "UNAUTHENTICATED" },
      { path: ["animals"], code: "BAD_USER_INPUT" },
    ]);
  });

  test("is refused to a lower role, which reads nothing of its arguments", async () => {
    expect(await refusals(source, {}, { role: "CONTRIBUTOR" })).toMatchObject([
      { path: ["a"], code: "FORBIDDEN" },
      { path: ["b"], code: "FORBIDDEN" },
      { path: ["animals"], code: "BAD_USER_INPUT" },
    ]);
  });

  test("is checked like any other for the role and those above", async () => {
    for (const role of ["EDITOR", "ADMIN"] as const)
      expect(await refusals(source, {}, { role })).toMatchObject([
        { path: ["a"], code: "BAD_USER_INPUT" },
        { path: ["animals"], code: "BAD_USER_INPUT" },
      ]);
  });
});

describe("a moment before the history begins", () => {
  const historyBegins = "2026-01-02T03:04:05.000600Z";
  const reason = `must not be before ${historyBegins}, where the history of this record begins`;

  test.each([
    ["2026-01-02T03:04:04.999Z", true],
    ["2026-01-02T03:04:05.0005Z", true],
    ["2026-01-02T03:04:05Z", false], // all of the millisecond
    ["2026-01-02T06:04:05.0006+03:00", false],
  ])("%s: %s", async (moment, isEarly) => {
    const source = "query ($at: DateTime) { known(knownAt: $at) { name } }";
    const refusal = { path: ["known"], code: "BAD_USER_INPUT", fields: [{ path: "knownAt", reason }] };
    expect(await refusals(source, { at: moment }, { historyBegins })).toMatchObject(isEarly ? [refusal] : []);
  });

  test("in the request's header", async () => {
    const knownAt = "2025-01-01T00:00:00.000Z";
    expect(await refusals("{ animals { name } }", {}, { historyBegins, knownAt })).toMatchObject([
      { path: undefined, fields: [{ path: "Standpoint-Known-At", reason }] },
    ]);
    expect(await refusals("{ animals { name } }", {}, { knownAt })).toEqual([]);
  });
});
