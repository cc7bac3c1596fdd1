import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type GraphQLInputObjectType, isNonNullType } from "graphql";
import type { Database } from "../../src/db/database.js";
import { canonical } from "../../src/record/canonical.js";
import { entities, type ListName, listNames } from "../../src/record/entities/index.js";
import { namedIn } from "../../src/record/named-in.js";
import { answer } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { recordBase } from "./base.js";
import { inconsistencies } from "./consistency.js";
import { samples } from "./samples.js";
import { type Entity, entryOf, type Input, selections, types, writer } from "./writer.js";

const ofWriting = ["id", "version", "reason", "idempotencyKey"];
const fieldsOf = (input: string) => {
  const type = schema.getType(input) as GraphQLInputObjectType;
  return Object.values(type.getFields()).filter(({ name }) => !ofWriting.includes(name));
};

let database: Database;
let base: Map<string, Entity>;
let write: ReturnType<typeof writer>;
beforeAll(async () => {
  database = await testDatabase();
  write = writer(database);
  base = await recordBase(database);
});

/** What anyone reads of an entity, by its id. */
const read = async (list: ListName, id: string): Promise<Input> => {
  const question = `query ($id: ID!) { node(id: $id) { __typename id ... on ${types[list]} { version ${selections[list]} } } }`;
  return (await answer(database, question, { id })).node;
};

/** What an entry of a list names, by global ids. */
const byIds = (list: ListName, entry: Input): Input => {
  const value = structuredClone(entry);
  for (const { slug, path } of namedIn(entities[list].format, entry)) {
    // `path` is from walking this very value.
    const inside = path.slice(0, -1).reduce((parent, step) => (parent as never)[step], value as object);
    (inside as Record<string | number, unknown>)[path.at(-1) ?? ""] = base.get(slug)?.id;
  }
  return value;
};

/** What makes another entity of a sample. */
const another: Record<string, Input> = {
  affiliations: { kind: "GOVERNS" },
  positions: { holder: "a-person" },
};

describe.each(listNames)("%s", (list) => {
  const { entry, changes, clearable } = samples[list];

  test("the sample has every field of the input, and every field changes", () => {
    const fields = fieldsOf(`Record${types[list]}Input`);
    const names = fields.map(({ name }) => name).sort();
    expect(Object.keys(entry).sort()).toEqual(names);
    expect([...new Set(changes.flatMap(Object.keys))].sort()).toEqual(names);
    expect(
      fieldsOf(`Revise${types[list]}Input`)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names);
    const required = fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
    const mayBeEmpty = names.filter((name) => !required.includes(name));
    // A position may do without each, and not without both.
    expect([...clearable, ...(list === "positions" ? ["sources"] : [])].sort()).toEqual(mayBeEmpty);
  });

  test("is recorded, revised field by field, cleared field by field, retracted and reinstated", async () => {
    const { entity, errors } = await write.record(list, { ...entry, reason: "Because." });
    expect(errors).toEqual([]);
    expect(entity).toMatchObject({ __typename: types[list], version: 1 });
    const { id } = entity;
    let expected = canonical(entry);
    let version = 1;
    expect(entryOf(entity)).toEqual(expected);
    expect(entryOf(await read(list, id))).toEqual(expected);

    const revise = async (change: Input) => {
      const revised = await write.revise(list, { id, version, ...change });
      const before = expected;
      expected = canonical({ ...expected, ...change });
      // The same as what is on record makes no revision.
      version += isDeepStrictEqual(before, expected) ? 0 : 1;
      expect(revised).toMatchObject({ entity: { id, version }, errors: [] });
      expect({ change, entry: entryOf(revised.entity) }).toEqual({ change, entry: expected });
      expect(entryOf(await read(list, id))).toEqual(expected);
    };
    for (const change of changes) await revise(change);
    const full = expected;
    for (const field of clearable) await revise({ [field]: null });
    expect(Object.keys(expected).filter((field) => clearable.includes(field))).toEqual([]);
    await revise(full);
    expect(expected).toEqual(full);

    const retracted = await write.retract({ id, version });
    expect(retracted).toEqual({ entity: { __typename: types[list], id }, errors: [] });
    expect(await read(list, id)).toBeNull();
    const reinstated = await write.reinstate({ id, version: version + 1 });
    expect(reinstated).toEqual({ entity: { __typename: types[list], id }, errors: [] });
    expect(await read(list, id)).toMatchObject({ version: version + 2 });
    expect(entryOf(await read(list, id))).toEqual(expected);
    expect(await inconsistencies(database)).toEqual([]);
    await write.retract({ id, version: version + 2 });
  });

  test("names others by global id as well as by slug", async () => {
    const named = namedIn(entities[list].format, entry);
    if (named.length === 0) return;
    // The sample itself was recorded before.
    const different = another[list] ?? { slug: `by-id-${list.toLowerCase()}` };
    const other: Input = { ...entry, ...different };
    const { entity, errors } = await write.record(list, byIds(list, other));
    expect(errors).toEqual([]);
    expect(entryOf(entity)).toEqual(canonical(other));
    let expected = canonical(other);
    let version = 1;
    for (const step of changes) {
      const change = { ...step, ...different };
      const revised = await write.revise(list, { id: entity.id, version, ...byIds(list, change) });
      expected = canonical({ ...expected, ...change });
      expect(revised.errors).toEqual([]);
      expect(entryOf(revised.entity)).toEqual(expected);
      version = revised.entity.version;
    }
  });
});
