import { describe, expect, test } from "@jest/globals";
import { type GraphQLField, isObjectType } from "graphql";
import { type ClassType, getMetadataStorage } from "type-graphql";
import { argumentsInstance, inputFields } from "../../src/graphql/argument-instances.js";
import { sortFormOf } from "../../src/graphql/connection/paging-rules.js";
import { argumentParameters } from "../../src/graphql/validation/field-arguments.js";
import { namedTypes } from "../../src/graphql/validation/value-rules.js";
import { schema } from "../support/once/schema.js";

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith("__"))
  .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const));

const classesOf = (field: GraphQLField<unknown, unknown>): ClassType<object>[] =>
  argumentParameters(field).flatMap((parameter) => (parameter.kind === "class" ? [parameter.type] : []));

describe("the API declares", () => {
  test("how each field takes its arguments, but for the input of a mutation", () => {
    const silent = fields.filter(([, field]) => field.args.length > 0 && argumentParameters(field).length === 0);
    const odd = silent.filter(([, { args }]) => args.map(({ name }) => name).join() !== "input");
    expect(odd.map(([name]) => name)).toEqual([]);
  });

  test("of each list in which order its cursors are", () => {
    const paged = fields.filter(([, field]) => field.args.some(({ name }) => name === "after"));
    const sorted = paged.filter(([, field]) =>
      classesOf(field).some((type) => sortFormOf(argumentsInstance(type, {}))),
    );
    expect(sorted.map(([name]) => name)).toEqual(paged.map(([name]) => name));
  });

  test("of each condition that is a slug what it names", () => {
    const filters = getMetadataStorage().inputTypes.filter(({ name }) => /(Filter|HeldPosition)$/.test(name));
    const known = filters.filter(({ name }) => schema.getType(name));
    const slugs = known.flatMap(({ name, target }) =>
      (inputFields(target) ?? [])
        .filter((field) => /\bslugs?\b/.test((field as { description?: string }).description ?? ""))
        .map((field) => [`${name}.${field.name}`, namedTypes(target.prototype, field.name)] as const),
    );
    expect(slugs.filter(([, types]) => !types).map(([name]) => name)).toEqual([]);
    expect(slugs.length).toBeGreaterThan(12);
  });
});
