import { type GraphQLObjectType, getNamedType, isAbstractType, isLeafType, isObjectType } from "graphql";
import { declarationOf } from "../graphql/declared-fields.js";
import type { Plan, PlannedField } from "./plan.js";

const known = new WeakMap<Plan, boolean>();

/** Whether all that an operation selects says its SQL. */
export function isDeclared(plan: Plan, variables: Record<string, unknown>): boolean {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const declared = plan.root.every((field) => fieldIs(plan, field, variables));
  known.set(plan, declared);
  return declared;
}

function fieldIs(plan: Plan, field: PlannedField, variables: Record<string, unknown>): boolean {
  if (!field.definition) return true;
  if (field.name.startsWith("__")) return false;
  const type = getNamedType(field.definition.type);
  const isRoot = field.parentType === plan.schema.getQueryType();
  const declaration = declarationOf(field.definition);
  const isConnection = /(Connection|Edge|PageInfo)$/.test(field.parentType.name);
  if (!declaration && (isRoot || (!isLeafType(type) && !isConnection))) return false;
  if (isLeafType(type)) return true;
  const own = isObjectType(type) ? [type] : [];
  const types: readonly GraphQLObjectType[] = isAbstractType(type) ? plan.schema.getPossibleTypes(type) : own;
  return types.every((one) => plan.selection(field, one, variables).every((inner) => fieldIs(plan, inner, variables)));
}
