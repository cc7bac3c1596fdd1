import {
  BREAK,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { Context } from "../../context.js";
import { Moments } from "./moments.js";

type AnyField = GraphQLField<unknown, Context>;

/**
 * Lets the argument `knownAt` of any field hold for all that is beneath it, which no resolver need know of. An operation
 * without the argument pays one look at its context for each resolver.
 */
export function resolveInMoments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue; // those are the same for all schemas
    for (const field of Object.values(type.getFields())) if (field.resolve || isMethod(type, field)) wrap(field);
  }
}

function wrap(field: AnyField): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (source, args, context, info) => {
    if (context.moments === undefined) context.moments = asksForMoments(info) ? new Moments(context) : null;
    return context.moments === null
      ? resolve(source, args, context, info)
      : context.moments.resolve(resolve, source, args, info);
  };
}

/** Whether it leads to objects that a method of its class gives: the executor calls those itself. */
function isMethod(type: GraphQLObjectType, field: AnyField): boolean {
  if (!isCompositeType(getNamedType(field.type))) return false;
  const { target } = getMetadataStorage().objectTypes.find(({ name }) => name === type.name) ?? {};
  const { value } = Object.getOwnPropertyDescriptor(target?.prototype ?? {}, field.name) ?? {};
  return typeof value === "function";
}

/** By the operation, which lives as long as its document is kept. */
const known = new WeakMap<OperationDefinitionNode, boolean>();

function asksForMoments({ operation, fragments }: GraphQLResolveInfo): boolean {
  const before = known.get(operation);
  if (before !== undefined) return before;
  let found = false;
  for (const part of [operation, ...Object.values(fragments)]) {
    visit(part, {
      Argument({ name }) {
        found ||= name.value === "knownAt";
        return found ? BREAK : undefined;
      },
    });
  }
  known.set(operation, found);
  return found;
}
