import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { requiredRole } from "../../src/auth/requires-role.js";
import { Role, reaches } from "../../src/auth/role.js";
import type { Database } from "../../src/db/database.js";
import { ask } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { recordBase } from "./base.js";
import { tableCounts } from "./consistency.js";
import { nothing } from "./refused-entries.js";
import { writer } from "./writer.js";

/** Something that a caller may try to learn of: an id or a slug that leads to it, and its version. */
interface Known {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
}

let database: Database;
let known: Record<string, Known>;
beforeAll(async () => {
  database = await testDatabase();
  await recordBase(database);
  const write = writer(database);
  const actor = async (slug: string) => write.recorded("actors", { slug, kind: "STATE", name: "X" });
  const [there, gone] = [await actor("there"), await actor("gone")];
  await write.retract({ id: gone.id, version: 1 });
  known = {
    "what is there": { id: there.id, slug: "there", version: 1 },
    "another version of it": { id: there.id, slug: "there", version: 7 },
    "what was retracted": { id: gone.id, slug: "gone", version: 2 },
    "what is not there": { id: `actor_${nothing}`, slug: "nowhere", version: 1 },
    "what cannot be": { id: "\u0000", slug: "Not A Slug", version: -1 },
  };
});

const fields = Object.values(schema.getMutationType()?.getFields() ?? {});

/** The least that GraphQL takes for a type, and in every place what leads to something. */
function leading(type: GraphQLInputType, to: Known): unknown {
  if (isNonNullType(type)) return leading(type.ofType, to);
  if (isListType(type)) return [leading(type.ofType, to)];
  if (isInputObjectType(type)) return inputLeading(type, to);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return { ID: to.id, Int: to.version, Boolean: true, JSON: { slug: to.slug } }[String(type)] ?? to.slug;
}

function inputLeading(type: GraphQLInputObjectType, to: Known): object {
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, leading(field.type, to)]));
}

const variablesOf = ({ args }: (typeof fields)[number], to: Known) =>
  Object.fromEntries(args.map((arg) => [arg.name, leading(arg.type, to)]));

const operationOf = ({ name, args }: (typeof fields)[number]): string => {
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  return `mutation (${declared}) { ${name}(${given}) { __typename } }`;
};

describe.each(fields.map((field) => [field.name, field] as const))("%s", (_name, field) => {
  const needed = requiredRole(field);
  const tooLow = Object.values(Role).filter((role) => needed && !reaches(role, needed));

  test("needs a role", () => {
    expect(needed).toBeDefined();
    expect(field.description).toContain(`Requires the role ${needed}`);
  });

  test.each<[caller: string, code: string, viewer: Role | undefined]>([
    ["nobody known", "UNAUTHENTICATED", undefined],
    ...tooLow.map((role) => [role, "FORBIDDEN", role] as [string, string, Role]),
  ])("refuses %s, who learns nothing and changes nothing", async (_caller, code, role) => {
    const viewer = role && { role, author: `key:${role}` };
    const before = await tableCounts(database);
    const told = new Set<string>();
    for (const to of Object.values(known)) {
      const { data, errors, statements } = await ask(database, operationOf(field), variablesOf(field, to), { viewer });
      expect({ data, statements }).toEqual({ data: undefined, statements: [] });
      expect(errors).toEqual([expect.objectContaining({ path: [field.name] })]);
      expect(errors?.[0]?.extensions).toMatchObject({ code, requiredRole: needed });
      told.add(JSON.stringify(errors));
    }
    expect(told.size).toBe(1);
    expect(await tableCounts(database)).toEqual(before);
  });

  test("does not refuse who has the role, or a higher one", async () => {
    for (const role of Object.values(Role).filter((one) => needed && reaches(one, needed))) {
      for (const to of Object.values(known)) {
        const viewer = { role, author: `key:${role}` };
        const { errors } = await ask(database, operationOf(field), variablesOf(field, to), { viewer });
        const codes = errors?.map(({ extensions }) => extensions?.code) ?? [];
        expect(codes.filter((code) => code !== "BAD_USER_INPUT")).toEqual([]);
      }
    }
  });
});
