import "reflect-metadata";
import { type GraphQLSchema, isObjectType } from "graphql";
import { buildSchemaSync, type ClassType, type NonEmptyArray, type PubSub } from "type-graphql";
import { checkRole } from "../auth/check-role.js";
import { requiredRole } from "../auth/requires-role.js";
import { declareFields } from "../graphql/declared-fields.js";
import { publishedSchema } from "../graphql/published-schema.js";
import { noteArguments } from "../graphql/validation/field-arguments.js";
import type { Module } from "./module.js";

/**
 * The one schema of all modules given.
 *
 * @throws what TypeGraphQL finds wrong with the classes
 */
export function buildApiSchema(modules: readonly Module[]): GraphQLSchema {
  // TypeGraphQL's type asks for at least one class; every module has some.
  const resolvers = modules.flatMap((module) => module.resolvers) as unknown as NonEmptyArray<ClassType>;
  const schema = buildSchemaSync({
    resolvers,
    // Types that only an interface leads to, such as those that `node` finds.
    orphanedTypes: modules.flatMap((module) => module.types).filter((type) => typeof type === "function"),
    validate: false, // arguments are checked before execution, by src/operations
    pubSub: noTopics,
    authChecker: checkRole,
  });
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  // TypeGraphQL names the root types but has no place for their descriptions.
  const subscription = schema.getSubscriptionType();
  if (subscription)
    subscription.description = "Follows the record live, over WebSocket (graphql-ws) or server-sent events.";
  if (mutation)
    mutation.description =
      "Writes to the record. Every mutation needs credentials with the role that its description names.";
  if (query)
    query.description = "Reads the record. Most fields need no credentials. An entity that does not exist is null.";
  tellRoles(schema);
  noteArguments(schema, resolvers);
  declareFields(schema);
  return publishedSchema(schema);
}

/** Adds the required role to each field's description, from the declaration that also enforces it. */
function tellRoles(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const role = requiredRole(field);
      if (role) field.description = `${field.description ?? ""}\n\nRequires the role ${role}.`.trim();
    }
  }
}

const noTopic = (): never => {
  throw new Error("Subscriptions follow the feed of changes: nothing is published by topic");
};

/** TypeGraphQL wants one as soon as there is a subscription, though each of ours says by itself what it follows. */
const noTopics: PubSub = { publish: noTopic, subscribe: noTopic };
