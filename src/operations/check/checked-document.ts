import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { requiredRole } from "../../auth/requires-role.js";
import type { Role } from "../../auth/role.js";
import { argumentParameters } from "../../graphql/validation/field-arguments.js";
import { argumentFindings, type Findings } from "./argument-findings.js";

/** A variable that `@skip` or `@include` depends on, and the value with which the selection stays. */
export interface Condition {
  readonly variable: string;
  readonly wanted: boolean;
  readonly node: DirectiveNode;
}

/** A field with something to check. */
export interface CheckedField {
  readonly node: FieldNode;
  readonly role: Role | undefined;
  /** Checks its arguments; those without variables were checked once for the document. */
  findings(variables: Readonly<Record<string, unknown>>): Findings;
}

/** A part of a selection set that has something to check, in it or nested under it. */
export interface CheckedSelection {
  readonly conditions: readonly Condition[];
  /** The response name; undefined for a fragment, which adds nothing to the path of an error. */
  readonly key: string | undefined;
  readonly field: CheckedField | undefined;
  readonly inside: readonly CheckedSelection[];
}

/**
 * What of an operation has to be checked, worked out once for a document. A fragment is read once, however often it is
 * used: its selections are the same objects at each place.
 */
export function checkedSelections(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): readonly CheckedSelection[] {
  const read = new Map<SelectionSetNode, readonly CheckedSelection[]>();
  const root = schema.getRootType(operation.operation);
  return root ? ofSet(operation.selectionSet, root) : [];

  function ofSet(set: SelectionSetNode, type: GraphQLCompositeType): readonly CheckedSelection[] {
    const before = read.get(set);
    if (before) return before;
    const selections = set.selections.flatMap((node) => ofSelection(node, type));
    read.set(set, selections);
    return selections;
  }

  function ofSelection(node: SelectionNode, type: GraphQLCompositeType): CheckedSelection[] {
    const conditions = conditionsOf(node);
    if (!conditions) return [];
    const selection = { conditions, ...(node.kind === Kind.FIELD ? ofField(node, type) : ofFragment(node, type)) };
    return selection.field || selection.inside.length > 0 || conditions.length > 0 ? [selection] : [];
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): Omit<CheckedSelection, "conditions"> {
    const definition = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const type = definition && getNamedType(definition.type);
    const inside = node.selectionSet && isCompositeType(type) ? ofSet(node.selectionSet, type) : [];
    return { key: (node.alias ?? node.name).value, field: definition && checkedField(node, definition), inside };
  }

  function ofFragment(node: Exclude<SelectionNode, FieldNode>, parent: GraphQLCompositeType) {
    const fragment =
      node.kind === Kind.FRAGMENT_SPREAD
        ? definitions.find((part) => part.kind === Kind.FRAGMENT_DEFINITION && part.name.value === node.name.value)
        : node;
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION && fragment?.kind !== Kind.INLINE_FRAGMENT)
      return { key: undefined, field: undefined, inside: [] };
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const type = isCompositeType(condition) ? condition : parent;
    return { key: undefined, field: undefined, inside: ofSet(fragment.selectionSet, type) };
  }
}

/** The conditions that depend on variables; undefined where the document itself leaves the selection out. */
function conditionsOf({ directives = [] }: SelectionNode): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const node of directives) {
    const wanted = node.name.value === "include";
    const value = node.arguments?.find(({ name }) => name.value === "if")?.value;
    if (!value || (!wanted && node.name.value !== "skip")) continue;
    if (value.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, wanted, node });
    else if (value.kind === Kind.BOOLEAN && value.value !== wanted) return undefined;
  }
  return conditions;
}

function checkedField(node: FieldNode, definition: GraphQLField<unknown, unknown>): CheckedField | undefined {
  const role = requiredRole(definition);
  const argumentNodes = node.arguments ?? [];
  if (argumentNodes.length === 0 && !role) return undefined;
  const parameters = argumentParameters(definition);
  const findings: CheckedField["findings"] = (variables) =>
    argumentFindings(parameters, getArgumentValues(definition, node, variables));
  if (argumentNodes.some(hasVariable)) return { node, role, findings };
  const literal = findings({});
  const isClean = literal.problems.length + literal.slugs.length === 0 && literal.knownAt === undefined;
  return isClean && !role ? undefined : { node, role, findings: () => literal };
}

function hasVariable({ value }: Pick<ArgumentNode, "value">): boolean {
  const waiting: ValueNode[] = [value];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === Kind.VARIABLE) return true;
    if (next.kind === Kind.LIST) waiting.push(...next.values);
    if (next.kind === Kind.OBJECT) waiting.push(...next.fields.map((field) => field.value));
  }
  return false;
}
