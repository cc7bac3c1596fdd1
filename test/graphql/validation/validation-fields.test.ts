import "reflect-metadata";
import { expect, test } from "@jest/globals";
import { IsInt, MaxLength, Min, ValidateNested, validate } from "class-validator";
import { validationFields } from "../../../src/graphql/validation/validation-fields.js";

class Name {
  @MaxLength(3)
  contains: string;
}

class Filter {
  @Min(0)
  @IsInt()
  count = 0;

  @ValidateNested()
  name?: Name;

  @ValidateNested({ each: true })
  or: Filter[] = [];
}

const make = <T extends object>(target: T, values: Partial<T>): T => Object.assign(target, values);

test("nested errors become paths, several reasons of a field one problem each", async () => {
  const filter = make(new Filter(), {
    count: -0.5,
    or: [new Filter(), make(new Filter(), { name: make(new Name(), { contains: "Lavrov" }) })],
  });
  expect(validationFields(await validate(filter), "where")).toEqual([
    { path: "where.count", reason: "must be an integer number" },
    { path: "where.count", reason: "must not be less than 0" },
    { path: "where.or[1].name.contains", reason: "must be shorter than or equal to 3 characters" },
  ]);
  expect(validationFields(await validate(filter), "")[0]?.path).toBe("count");
});
