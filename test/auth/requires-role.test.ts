import { describe, expect, test } from "@jest/globals";
import { IsIn } from "class-validator";
import { type GraphQLSchema, parse } from "graphql";
import { Arg, Field, InputType, Mutation, Query, Resolver } from "type-graphql";
import { RequiresRole, requiredRole } from "../../src/auth/requires-role.js";
import type { Role } from "../../src/auth/role.js";
import type { Authentication } from "../../src/auth/viewer.js";
import { executorOf } from "../../src/execution/executor.js";
import { JsonText } from "../../src/execution/json-text.js";
import { buildApiSchema } from "../../src/modules/schema.js";
import { operationCheck } from "../../src/operations/check/check-operation.js";
import { schema as wholeSchema } from "../support/once/schema.js";

const calls: string[] = [];

@InputType()
class NoteInput {
  @IsIn(["right"])
  @Field(() => String)
  text: string;
}

@Resolver()
class NoteResolver {
  @Query(() => String)
  open(): string {
    return "open";
  }

  @Mutation(() => String, { nullable: true, description: "Writes a note." })
  @RequiresRole("EDITOR")
  note(@Arg("input", () => NoteInput) { text }: NoteInput): string {
    calls.push(text);
    return "written";
  }

  @Mutation(() => String, { nullable: true })
  @RequiresRole("CONTRIBUTOR")
  draft(): string {
    return "drafted";
  }
}

const schema: GraphQLSchema = buildApiSchema([{ name: "notes", resolvers: [NoteResolver], types: [], entities: [] }]);

const check = operationCheck(schema);
const execute = executorOf(schema);

const ask = async (source: string, who: Authentication) => {
  const document = parse(source);
  const lookUp = async () => ({ unknown: [], role: who.viewer?.role ?? null });
  const refusal = await check({ document }, { lookUp });
  const result =
    refusal.length > 0
      ? { data: undefined, errors: refusal }
      : await execute({ document, operationName: undefined, variables: {}, context: who });
  const data = result.data instanceof JsonText ? result.data.toJSON() : result.data;
  return { data, errors: result.errors?.map(({ message, extensions }) => ({ message, ...extensions })) };
};

const note = (text = "right") => `mutation { note(input: { text: "${text}" }) }`;
const as = (role: Role): Authentication => ({ viewer: { role, author: "key:test" } });

describe("a field that requires a role", () => {
  test.each(["EDITOR", "ADMIN"] as const)("is for %s", async (role) => {
    expect(await ask(note(), as(role))).toEqual({ data: { note: "written" } });
  });

  test("tells an anonymous caller what it needs, and how to get it", async () => {
    expect(await ask(note(), {})).toEqual({
      data: undefined,
      errors: [
        {
          message: expect.stringMatching(
            /requires credentials .*EDITOR.*Authorization: Bearer.*standpoint keys create/,
          ),
          code: "UNAUTHENTICATED",
          requiredRole: "EDITOR",
        },
      ],
    });
  });

  test.each<[string, Authentication, string]>([
    ["a lower role", as("CONTRIBUTOR"), "This requires the role EDITOR; these credentials have the role CONTRIBUTOR."],
    [
      "a reader, who may be one by mistake",
      as("READER"),
      "This requires the role EDITOR; these credentials have the role READER, which is the role of a token whose claim `roles` names none of the roles.",
    ],
  ])("is forbidden to %s", async (_name, who, message) => {
    expect(await ask(note(), who)).toEqual({
      data: undefined,
      errors: [{ message, code: "FORBIDDEN", requiredRole: "EDITOR" }],
    });
  });

  test("says nothing of its arguments to who may not use it, and to others it does", async () => {
    calls.length = 0;
    expect((await ask(note("wrong"), as("CONTRIBUTOR"))).errors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await ask(note("wrong"), as("EDITOR"))).errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
    expect(calls).toEqual([]);
  });

  test("tells its role in the schema, for people and for programs", () => {
    const fields = schema.getMutationType()?.getFields() ?? {};
    expect(Object.values(fields).map((field) => [field.name, requiredRole(field), field.description])).toEqual([
      ["draft", "CONTRIBUTOR", "Requires the role CONTRIBUTOR."],
      ["note", "EDITOR", "Writes a note.\n\nRequires the role EDITOR."],
    ]);
    const open = schema.getQueryType()?.getFields().open;
    expect(open && requiredRole(open)).toBeUndefined();
  });
});

test("each mutation of the API requires a role, and its description tells it", () => {
  const fields = Object.values(wholeSchema.getMutationType()?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(0);
  const open = fields.filter((field) => {
    const role = requiredRole(field);
    return !role || !field.description?.endsWith(`Requires the role ${role}.`);
  });
  expect(open.map(({ name }) => name)).toEqual([]);
});
