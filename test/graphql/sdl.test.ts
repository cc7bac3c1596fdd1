import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import { printSorted } from "../../src/graphql/published-schema.js";
import { schema } from "../support/once/schema.js";

test("schema/api.graphql is what the code says (else: npm run schema)", () => {
  const committed = readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8");
  expect(committed).toBe(printSorted(schema));
});

test("what has a default may be null, so that no query builder writes it out", () => {
  expect(printSorted(schema)).not.toMatch(/! = /);
});

interface Described {
  name: string;
  description?: string | null;
}

/** Every part of a type that people read about, under the name that they would look for. */
function partsOf(type: GraphQLNamedType): Described[] {
  const named = (name: string, part: Described): Described => ({ name, description: part.description });
  const self = named(type.name, type);
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields()).flatMap((field) => [
      named(`${type.name}.${field.name}`, field),
      ...field.args.map((arg: GraphQLArgument) => named(`${type.name}.${field.name}(${arg.name}:)`, arg)),
    ]);
    return [self, ...fields];
  }
  if (isInputObjectType(type)) {
    return [self, ...Object.values(type.getFields()).map((field) => named(`${type.name}.${field.name}`, field))];
  }
  if (isEnumType(type)) return [self, ...type.getValues().map((value) => named(`${type.name}.${value.name}`, value))];
  return [self];
}

describe("descriptions", () => {
  const builtIn = new Set(["String", "Int", "Float", "Boolean", "ID"]);
  const parts = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !builtIn.has(type.name))
    .flatMap(partsOf);

  test("every type, field, argument, input field and enum value has one", () => {
    expect(parts.length).toBeGreaterThan(300);
    const silent = parts.filter(({ description }) => (description ?? "").trim().length < 5);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("each ends as a sentence does", () => {
    const loose = parts.filter(({ description }) => description && !/[.!)`]$/.test(description.trim()));
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
});
