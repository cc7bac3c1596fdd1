import {
  GraphQLEnumType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from "graphql";
import { Later } from "../../../src/graphql/later.js";

/** How a field of the fixture gives its value. */
type Way = "now" | "later" | "promise" | "known";

const ways: readonly Way[] = ["now", "later", "promise", "known"];

/**
 * Gives a value, or fails with it where it is an error, in one of the ways that resolvers have: a promise, a Later that
 * is settled in a later turn, one that is settled already, or at once.
 */
function give(way: Way, make: () => unknown): unknown {
  if (way === "now") return make();
  if (way === "promise") return new Promise((resolve) => resolve(make()));
  const later = new Later<unknown>();
  const settle = (): void => {
    try {
      later.resolve(make());
    } catch (error) {
      later.reject(error);
    }
  };
  if (way === "known") settle();
  else setImmediate(settle);
  return later;
}

class Thing {
  constructor(
    readonly kind: "Cat" | "Dog",
    readonly level: number,
  ) {}
}

/** Names of fields tell what they give: `laterFailing`, `knownNull`, `promiseBad`; those in capitals may not be null. */
function fieldsOf() {
  const outcomes: Record<string, () => unknown> = {
    Text: () => "text",
    Null: () => null,
    Failing: () => {
      throw new Error("it failed");
    },
    Returned: () => new Error("it was returned"),
    Bad: () => ({ not: "a string" }),
  };
  const fields: Record<string, object> = {};
  for (const way of ways) {
    for (const [outcome, make] of Object.entries(outcomes)) {
      const resolve = () => give(way, make);
      fields[`${way}${outcome}`] = { type: GraphQLString, resolve };
      fields[`${way}${outcome}_`] = { type: new GraphQLNonNull(GraphQLString), resolve };
    }
    const resolve = ({ level }: Thing) => give(way, () => new Thing("Cat", level + 1));
    fields[`${way}Cat`] = { type: Cat, resolve };
    fields[`${way}Cat_`] = { type: new GraphQLNonNull(Cat), resolve };
    fields[`${way}Pet`] = { type: Pet, resolve };
    fields[`${way}Wrong`] = { type: Pet, resolve: () => give(way, () => "no pet at all") };
    for (const entry of ways) {
      const pets = ({ level }: Thing) =>
        give(way, () => [0, 1].map((index) => give(entry, () => new Thing(index ? "Dog" : "Cat", level + 1))));
      fields[`${way}Pets_${entry}`] = { type: new GraphQLList(Pet), resolve: pets };
      fields[`${way}Pets_${entry}_`] = {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Animal))),
        resolve: pets,
      };
      const fail = outcomes.Failing ?? String;
      const some = () => give(way, () => [give(entry, () => 1), give(entry, fail), null]);
      fields[`${way}Numbers_${entry}`] = { type: new GraphQLList(GraphQLInt), resolve: some };
      // Nothing after the failing entry: graphql-js forgets its promise where a later one fails at once.
      const few = () => give(way, () => [give(entry, () => 1), give(entry, fail)]);
      fields[`${way}Numbers_${entry}_`] = { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)), resolve: few };
    }
    fields[`${way}NoList`] = { type: new GraphQLList(GraphQLInt), resolve: () => give(way, () => 7) };
  }
  return {
    ...fields,
    level: { type: GraphQLInt },
    kind: { type: new GraphQLEnumType({ name: "Kind", values: { Cat: {}, DOG: { value: "Dog" } } }) },
    times: {
      type: GraphQLInt,
      args: { by: { type: new GraphQLNonNull(GraphQLInt) } },
      resolve: ({ level }: Thing, { by }: { by: number }) => level * by,
    },
  };
}

const Animal: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: "Animal",
  fields: { level: { type: GraphQLInt } },
  resolveType: ({ kind }: Thing) => Promise.resolve(kind),
});
const Pet: GraphQLUnionType = new GraphQLUnionType({
  name: "Pet",
  types: () => [Cat, Dog],
  resolveType: ({ kind }: Thing) => kind,
});
const Cat: GraphQLObjectType = new GraphQLObjectType({
  name: "Cat",
  interfaces: [Animal],
  isTypeOf: (value) => value instanceof Thing && value.level < 5,
  fields: () => fieldsOf(),
});
const Dog: GraphQLObjectType = new GraphQLObjectType({
  name: "Dog",
  interfaces: [Animal],
  isTypeOf: (value) => Promise.resolve(value instanceof Thing),
  fields: { level: { type: GraphQLInt }, odd: { type: new GraphQLNonNull(GraphQLInt), resolve: () => null } },
});

/** A schema whose fields give and fail in all ways that the executor distinguishes. */
export const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      cat: { type: Cat, resolve: () => new Thing("Cat", 0) },
      must: { type: new GraphQLNonNull(Cat), resolve: () => new Thing("Cat", 0) },
    },
  }),
  types: [Dog],
});
