import { type GraphQLAbstractType, GraphQLError, type GraphQLObjectType, isObjectType } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { Plan, PlannedField } from "../../execution/plan.js";

/**
 * The type that the resolver of an interface or a union named for a value.
 *
 * @throws {GraphQLError} as graphql-js does, for what is no name of one of its types
 */
export function runtimeType(
  { schema }: Plan,
  type: GraphQLAbstractType,
  named: unknown,
  { nodes, parentType, name }: PlannedField,
  value: unknown,
): GraphQLObjectType {
  const resolved = typeof named === "string" ? schema.getType(named) : undefined;
  if (isObjectType(resolved) && schema.isSubType(type, resolved)) return resolved;
  const must = `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parentType.name}.${name}"`;
  if (named == null) {
    const hint = `Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`;
    throw new GraphQLError(`${must}. ${hint}`, { nodes });
  }
  if (typeof named !== "string")
    throw new GraphQLError(`${must} with value ${inspect(value)}, received "${inspect(named)}".`);
  const was = `Abstract type "${type.name}" was resolved to`;
  if (!resolved) throw new GraphQLError(`${was} a type "${named}" that does not exist inside the schema.`, { nodes });
  if (!isObjectType(resolved)) throw new GraphQLError(`${was} a non-object type "${named}".`, { nodes });
  const fault = `Runtime Object type "${resolved.name}" is not a possible type for "${type.name}".`;
  throw new GraphQLError(fault, { nodes });
}
