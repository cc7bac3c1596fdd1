import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Database } from "../../src/db/database.js";
import { type ListName, listNames } from "../../src/record/entities/index.js";
import { answer, askAs } from "../support/ask.js";
import { testDatabase } from "../support/database.js";
import { schema } from "../support/once/schema.js";
import { runs } from "../support/runs.js";
import { recordBase } from "./base.js";
import { inconsistencies, tableCounts } from "./consistency.js";
import { half, nothing, nul } from "./refused-entries.js";
import { samples } from "./samples.js";
import { types, writer } from "./writer.js";

/** Of each mutation. Set FUZZ_SEED to a failure's seed. */
const numRuns = runs(15);
const seed = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED);

let database: Database;
let ids: string[] = [];
let slugs: string[] = [];
/** One of each type, to change. */
const targets = new Map<ListName, string>();
beforeAll(async () => {
  database = await testDatabase();
  const base = await recordBase(database);
  slugs = [...base.keys()];
  ids = [...base.values()].map(({ id }) => id);
  const write = writer(database);
  for (const list of listNames) targets.set(list, (await write.recorded(list, samples[list].entry)).id);
  ids.push(...targets.values());
});

/** Texts that mean something somewhere, and texts that mean trouble. */
const text = fc.oneof(
  { weight: 6, arbitrary: fc.nat().map((place) => slugs[place % slugs.length] ?? "") },
  { weight: 2, arbitrary: fc.nat().map((place) => ids[place % ids.length] ?? "") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "2021",
      "2021-01-26",
      "2017/..",
      "1967~",
      "[2021, 2022]",
      "en",
      "008",
      "https://example.org",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\n",
      nul,
      half,
      `a${nul}b`,
      "\u0007",
      "__proto__",
      "_",
      `actor_${nothing}`,
      `x_${nothing}`,
      "'; --",
      "%_\\",
      "{}",
      "null",
      "x".repeat(30_000),
      "💥",
      "e\u0301",
      "\ufeff",
      "2021/",
      "/",
      "..",
      "[..2020]",
      "9999-12-31/..",
      "0000",
      "-0001",
      "Y20210",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
);
const whole = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));

const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Boolean: fc.boolean(),
  Int: whole,
  Float: fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true })),
  ID: text,
  String: text,
  Date: fc.constantFrom("2021-01-27", "0001-01-01", "9999-12-31"),
  JSON: fc.dictionary(text, fc.oneof(text, whole, fc.jsonValue())),
};

/** Values of the right GraphQL type, and nothing more. */
function anyOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(type.ofType);
  return fc.option(present(type), { freq: 8 });
}

function present(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isListType(type)) return fc.array(anyOf(type.ofType), { maxLength: 3 });
  if (isInputObjectType(type)) return inputOf(type);
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  const scalar = scalars[String(type)];
  if (!scalar) throw new Error(`No values are known of ${type}`);
  return scalar;
}

function inputOf(type: GraphQLInputObjectType): fc.Arbitrary<object> {
  const fields = Object.values(type.getFields());
  const values = Object.fromEntries(fields.map((field) => [field.name, anyOf(field.type)]));
  const requiredKeys = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
  return fc.record(values, { requiredKeys, noNullPrototype: true });
}

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

let recorded = 0;

/** An input in which all is right, so that not all fuzz is refused at once. */
async function rightInput(name: string): Promise<object> {
  const list = listNames.find((candidate) => name.endsWith(types[candidate]));
  if (name.startsWith("record") && list) {
    recorded += 1;
    const { entry } = samples[list];
    return "slug" in entry ? { ...entry, slug: `fuzz-${recorded}` } : entry;
  }
  if (name === "saveQuestion") return rightQuestion;
  if (/SavedQuestion|WebhookSecret/.test(name)) {
    const { id, version } = await savedQuestion();
    return name.startsWith("delete") ? { id } : { id, version };
  }
  if (!/^(revise|retract$|reinstate$)/.test(name)) return {};
  const id = targets.get(list ?? "topics");
  const question = `query ($id: ID!) { node(id: $id) { ... on ${types[list ?? "topics"]} { version } } }`;
  const { node } = await answer(database, question, { id });
  return { id, version: node?.version ?? 1, ...(list ? {} : { reason: "Because." }) };
}

const rightQuestion = { name: "Topics", query: "{ topics { name } }" };

/** One that is saved, in its version. */
async function savedQuestion(): Promise<{ id: string; version: number }> {
  const question =
    "mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { savedQuestion { id version } errors { path } } }";
  const { data } = await askAs("ADMIN", database, question, { input: { ...rightQuestion, name: "To be changed" } });
  if (data.saveQuestion.savedQuestion) return data.saveQuestion.savedQuestion;
  const all = (await askAs("ADMIN", database, "{ savedQuestions { nodes { id version } } }")).data;
  return all.savedQuestions.nodes[0];
}

async function answersAnything(name: string): Promise<void> {
  const field = mutations.find((mutation) => mutation.name === name);
  const argument = field?.args[0];
  if (!field || !argument) throw new Error("every mutation has an input");
  const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type;
  const source = `mutation ($input: ${argument.type}) { answer: ${name}(input: $input) { errors { __typename message path } } }`;
  const anything = present(type) as fc.Arbitrary<object>;
  const property = fc.asyncProperty(anything, fc.boolean(), fc.nat(), async (input, mostlyRight, change) => {
    // Half of the time all is right but for one field.
    const entries = Object.entries(input);
    const one = entries[change % Math.max(1, entries.length)];
    const right = mostlyRight ? await rightInput(name) : {};
    const given = { ...input, ...right, ...(one && { [one[0]]: one[1] }) };
    const before = await tableCounts(database);
    const { data, errors } = await askAs("ADMIN", database, source, { input: given });
    // Before anything runs, a server gives the errors of graphql-js about a value the same code.
    for (const { message, extensions } of errors ?? []) {
      if (!message.startsWith('Variable "$input" got invalid value')) expect(extensions?.code).toBe("BAD_USER_INPUT");
    }
    const told = data?.answer?.errors ?? [];
    for (const { path, message } of told) {
      expect(path).toMatch(/^input(\b|$)/);
      expect(message).toMatch(/\S/);
    }
    if (errors || told.length > 0) expect(await tableCounts(database)).toEqual(before);
  });
  await fc.assert(property, { numRuns, seed });
}

const isMerge = (name: string): boolean => /merge/i.test(name);
const names = mutations.map(({ name }) => name);

test.each(names.filter((name) => !isMerge(name)))("%s answers any input with a payload", answersAnything);

test("and after all of it the record is in order", async () => {
  expect(await inconsistencies(database, { renamed: true })).toEqual([]);
});

// Last: a merge changes what others name, in which their revisions differ from what they are.
test.each(names.filter(isMerge))("%s answers any input with a payload", answersAnything);
