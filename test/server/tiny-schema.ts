import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";
import type { Context } from "../../src/context.js";
import { QueryTimeout } from "../../src/db/errors.js";

const Kind = new GraphQLEnumType({ name: "Kind", values: { STATE: {}, PERSON: {} } });

const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: "Filter",
  fields: () => ({
    kinds: { type: new GraphQLList(new GraphQLNonNull(Kind)) },
    name: { type: GraphQLString },
    size: { type: GraphQLInt },
    not: { type: Filter },
  }),
});

const paging = { first: { type: GraphQLInt }, last: { type: GraphQLInt }, where: { type: Filter } };

const Actor: GraphQLObjectType = new GraphQLObjectType({
  name: "Actor",
  fields: () => ({
    name: { type: GraphQLString },
    sponsor: { type: Actor, resolve: () => ({ name: "sponsor" }) },
    aliases: { type: new GraphQLList(Actor), resolve: () => [] },
    members: { type: ActorConnection, args: paging, resolve: () => ({ nodes: [] }) },
  }),
});

const ActorEdge = new GraphQLObjectType({ name: "ActorEdge", fields: { node: { type: Actor } } });

const ActorConnection = new GraphQLObjectType({
  name: "ActorConnection",
  fields: {
    totalCount: { type: GraphQLInt },
    nodes: { type: new GraphQLList(Actor) },
    edges: { type: new GraphQLList(ActorEdge) },
  },
});

const secret = "password=hunter2 in /srv/standpoint/db.ts";
let release: (value: string) => void = () => undefined;

/** What the mutation `change` did. */
export const changed: string[] = [];

/** Lets `slow` answer. */
export const finishSlow = (): void => release("done");

/** A schema with a field for each way to succeed and to fail. */
export const tinySchema = new GraphQLSchema({
  query: new GraphQLObjectType<unknown, Context>({
    name: "Query",
    fields: {
      hello: {
        type: GraphQLString,
        args: { name: { type: GraphQLString } },
        resolve: (_, { name }) => `hello ${name ?? ""}`,
      },
      actor: {
        type: Actor,
        args: { slug: { type: new GraphQLNonNull(GraphQLString) } },
        resolve: (_, { slug }) => ({ name: slug }),
      },
      actors: { type: ActorConnection, args: paging, resolve: () => ({ nodes: [{ name: "one" }] }) },
      asOf: { type: GraphQLString, resolve: (_, __, context) => context.asOf ?? null },
      requestId: { type: GraphQLString, resolve: (_, __, context) => context.requestId },
      slow: {
        type: GraphQLString,
        resolve: () =>
          new Promise((resolve) => {
            release = resolve;
          }),
      },
      bug: {
        type: GraphQLString,
        resolve: () => {
          throw new Error(secret);
        },
      },
      bugLater: {
        type: GraphQLString,
        resolve: () =>
          Promise.reject(Object.assign(new Error(secret), { extensions: { code: "FROM_A_LIBRARY", secret } })),
      },
      notAnError: {
        type: GraphQLString,
        resolve: () => {
          throw secret;
        },
      },
      uncoded: {
        type: GraphQLString,
        resolve: () => {
          throw new GraphQLError(secret);
        },
      },
      missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      timeout: {
        type: GraphQLString,
        resolve: () => {
          throw new QueryTimeout(secret);
        },
      },
      known: {
        type: GraphQLString,
        resolve: () => {
          throw new GraphQLError("no such cursor", {
            extensions: { code: "BAD_USER_INPUT", fields: [{ path: "after", reason: "no cursor" }] },
          });
        },
      },
    },
  }),
  mutation: new GraphQLObjectType({
    name: "Mutation",
    fields: {
      change: {
        type: GraphQLString,
        resolve: () => {
          changed.push("changed");
          return "changed";
        },
      },
    },
  }),
});
