import "reflect-metadata";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Max } from "class-validator";
import { execute, type GraphQLSchema, graphql, parse } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  buildSchema,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { DateTime } from "../../../src/graphql/scalars/date-time.js";
import { AtLeastOneOf } from "../../../src/graphql/validation/at-least-one-of.js";
import { IsSlug } from "../../../src/graphql/validation/slug.js";
import { validateArguments } from "../../../src/graphql/validation/validate-arguments.js";

@InputType()
class NameFilter {
  @Field(() => String, { nullable: true })
  contains?: string | null;
}

@InputType()
@AtLeastOneOf("from", "to")
class Range {
  @Field(() => DateTime, { nullable: true })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true })
  to?: Date | null;

  @Field(() => String, { defaultValue: "POSSIBLE" })
  match: string;
}

@InputType()
class AnimalFilter {
  @Field(() => [String], { nullable: true })
  slugs?: string[] | null;

  @Field(() => String, { nullable: true })
  @IsSlug()
  memberOf?: string | null;

  @Field(() => [String], { nullable: true })
  @IsSlug({ each: true })
  topics?: string[] | null;

  @Field(() => Int, { nullable: true })
  @Max(4)
  legs?: number | null;

  @Field(() => NameFilter, { nullable: true })
  name?: NameFilter | null;

  @Field(() => Range, { nullable: true })
  born?: Range | null;

  @Field(() => [AnimalFilter], { nullable: true })
  or?: AnimalFilter[] | null;

  @Field(() => AnimalFilter, { nullable: true })
  not?: AnimalFilter | null;
}

@ArgsType()
class PagingArgs {
  @Field(() => String, { nullable: true })
  after?: string | null;
}

@ArgsType()
class AnimalsArgs extends PagingArgs {
  @Field(() => AnimalFilter, { nullable: true })
  where?: AnimalFilter | null;

  @Field(() => [ID], { nullable: true })
  ids?: string[] | null;

  @Field(() => Int, { nullable: true })
  @Max(100)
  first?: number | null;
}

@ObjectType()
class Animal {
  @Field(() => String)
  name: string;
}

@Resolver(Animal)
class AnimalResolver {
  @Query(() => [Animal])
  animals(@Args(() => AnimalsArgs) _: AnimalsArgs): Animal[] {
    return [{ name: "Rex" }, { name: "Kim" }];
  }

  @Query(() => Boolean)
  compare(
    @Arg("left", () => AnimalFilter) _left: AnimalFilter,
    @Arg("right", () => [AnimalFilter], { nullable: true }) _right?: AnimalFilter[],
  ): boolean {
    return true;
  }

  @Query(() => Animal, { nullable: true })
  animal(
    @Arg("label", () => String, { nullable: true }) _label?: string,
    @Arg("slug", () => String, { nullable: true }) _slug?: string,
  ): Animal | null {
    return null;
  }

  @FieldResolver(() => Int)
  children(@Args(() => AnimalsArgs) args: AnimalsArgs): number {
    return args.where?.slugs?.length ?? 0;
  }
}

let schema: GraphQLSchema;
beforeAll(async () => {
  // TypeGraphQL looks at all classes of the process, so the roles of other tests need a checker.
  schema = await buildSchema({ resolvers: [AnimalResolver], validateFn: validateArguments, authChecker: () => true });
});

const empty = "has nothing in it: give at least one of its fields, or leave it out";
const emptyList = "is an empty list: give at least one entry, or leave it out";
const slug = expect.stringMatching(/^must be a slug: .* such as two-state-solution$/);
const deep = (depth: number): unknown => (depth === 1 ? { legs: 4 } : { not: deep(depth - 1) });

describe("arguments of a class", () => {
  test.each<[string, object, { path: string; reason: unknown }[]]>([
    ["an empty filter", { where: {} }, [{ path: "where", reason: empty }]],
    ["a filter of nulls", { where: { slugs: null, not: null } }, [{ path: "where", reason: empty }]],
    ["an empty list in it", { where: { slugs: [] } }, [{ path: "where.slugs", reason: emptyList }]],
    ["an empty nested filter", { where: { name: {} } }, [{ path: "where.name", reason: empty }]],
    ["an empty `or`", { where: { or: [] } }, [{ path: "where.or", reason: emptyList }]],
    ["an empty filter in `or`", { where: { or: [{ legs: 4 }, {}] } }, [{ path: "where.or[1]", reason: empty }]],
    [
      "one deep inside",
      { where: { or: [{ not: { name: { contains: null } } }] } },
      [{ path: "where.or[0].not.name", reason: empty }],
    ],
    [
      "a field that only says how to read the others",
      { where: { born: { match: "CERTAIN" } } },
      [{ path: "where.born", reason: "has nothing in it: give one of `from`, `to`, or leave it out" }],
    ],
    [
      "a long list",
      { where: { slugs: Array(201).fill("a") } },
      [{ path: "where.slugs", reason: "has 201 entries, and may have 200 at most" }],
    ],
    [
      "a long list beside `where`",
      { ids: Array(201).fill("a") },
      [{ path: "ids", reason: "has 201 entries, and may have 200 at most" }],
    ],
    [
      "a long text",
      { where: { or: [{ legs: 4 }, { name: { contains: "x".repeat(1001) } }] } },
      [{ path: "where.or[1].name.contains", reason: "has 1001 characters, and may have 1000 at most" }],
    ],
    [
      "a long text beside `where`",
      { after: "x".repeat(1001) },
      [{ path: "after", reason: "has 1001 characters, and may have 1000 at most" }],
    ],
    ["a wrong slug by name", { where: { slugs: ["rex", "Rex!"] } }, [{ path: "where.slugs[1]", reason: slug }]],
    [
      "a wrong slug by decorator",
      { where: { not: { memberOf: "the_pack" } } },
      [{ path: "where.not.memberOf", reason: slug }],
    ],
    ["wrong slugs by decorator", { where: { topics: ["a", "-b"] } }, [{ path: "where.topics", reason: slug }]],
    [
      "class-validator on an input",
      { where: { not: { legs: 5 } } },
      [{ path: "where.not.legs", reason: "must not be greater than 4" }],
    ],
    ["class-validator on arguments", { first: 101 }, [{ path: "first", reason: "must not be greater than 100" }]],
    [
      "several at once",
      { first: 101, where: { legs: 5, name: {}, or: [{ slugs: [] }] } },
      [
        { path: "first", reason: "must not be greater than 100" },
        { path: "where.legs", reason: "must not be greater than 4" },
        { path: "where.name", reason: empty },
        { path: "where.or[0].slugs", reason: emptyList },
      ],
    ],
    [
      "deep nesting",
      { where: deep(17) },
      [{ path: `where${".not".repeat(16)}`, reason: "is nested too deep: 16 inputs inside each other at most" }],
    ],
  ])("%s", async (_, variableValues, fields) => {
    const source = `query ($where: AnimalFilter, $ids: [ID!], $first: Int, $after: String) {
      animals(where: $where, ids: $ids, first: $first, after: $after) { name }
    }`;
    const { data, errors } = await graphql({ schema, source, variableValues: { ...variableValues } });
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", fields });
    expect(errors?.[0]?.message).toMatch(
      fields.length > 1 ? /^`first` must .* \(and 3 more in `extensions.fields`\)$/ : /^`/,
    );
  });

  test("at most 100 problems are told", async () => {
    const source = `{ animals(where: { slugs: [${'"?",'.repeat(200)}] }) { name } }`;
    const { errors } = await graphql({ schema, source });
    expect(errors?.[0]?.extensions.fields).toHaveLength(100);
    expect(errors?.[0]?.message).toMatch(/and 199 more/);
  });

  test.each([
    ["none", "{ animals { name } }"],
    ["null", "{ animals(where: null) { name } }"],
    ["an empty list that is no condition", "{ animals(ids: []) { name } }"],
    [
      "the most there may be",
      `{ animals(where: { slugs: [${'"a",'.repeat(200)}] }, after: "${"x".repeat(1000)}") { name } }`,
    ],
    ["one end of a range", '{ animals(where: { born: { to: "2021-01-26T00:00:00Z" } }) { name } }'],
    ["a deep filter", `{ animals(where: ${"{ not: ".repeat(15)}{ legs: 4 }${" }".repeat(15)}) { name } }`],
  ])("taken: %s", async (_, source) => {
    expect(await graphql({ schema, source })).toEqual({ data: { animals: [{ name: "Rex" }, { name: "Kim" }] } });
  });
});

describe("a field under several parents", () => {
  // Parsed once, as a server keeps the documents that it has seen.
  const document = parse("query ($where: AnimalFilter) { animals { children(where: $where) } }");
  const ask = (where: object) => execute({ schema, document, variableValues: { where } });

  test("is checked again in the next request", async () => {
    const good = { data: { animals: [{ children: 1 }, { children: 1 }] } };
    expect(await ask({ slugs: ["a"] })).toEqual(good);
    const { errors } = await ask({ slugs: ["?"] });
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.path).toEqual(["animals", expect.any(Number), "children"]);
    expect(await ask({ slugs: ["a"] })).toEqual(good);
  });

  test("is checked for each of its places in a document", async () => {
    const both = "{ animals { good: children(where: { legs: 4 }) bad: children(where: {}) } }";
    const { errors } = await graphql({ schema, source: both });
    expect(errors?.[0]?.path).toEqual(["animals", expect.any(Number), "bad"]);
  });
});

describe("single arguments are told by their name", () => {
  test.each([
    ["an input", "{ compare(left: {}) }", "left"],
    ["an input inside", "{ compare(left: { not: { slugs: [] } }) }", "left.not.slugs"],
    ["a list of inputs", "{ compare(left: { legs: 4 }, right: [{ legs: 4 }, { name: {} }]) }", "right[1].name"],
    ["a slug", '{ animal(slug: "Not a slug") { name } }', "slug"],
    ["a text", `{ animal(slug: "rex", label: "${"x".repeat(1001)}") { name } }`, "label"],
  ])("%s", async (_, source, path) => {
    const { errors } = await graphql({ schema, source });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", fields: [{ path, reason: expect.any(String) }] });
  });

  test("and taken when they are right", async () => {
    const source = '{ compare(left: { legs: 4 }, right: []) animal(slug: "rex", label: "Not a slug") { name } }';
    expect(await graphql({ schema, source })).toEqual({ data: { compare: true, animal: null } });
  });
});
