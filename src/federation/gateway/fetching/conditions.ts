import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from "graphql";

/** The values of the variables that `@skip` and `@include` depend on, by name. */
export type Conditions = ReadonlyMap<string, boolean>;

/** The conditions of a document; undefined where one is no boolean, which execution is to tell. */
export function conditionsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Conditions | undefined {
  const conditions = new Map<string, unknown>();
  visit(document, {
    Directive(node: DirectiveNode) {
      const value = node.arguments?.[0]?.value;
      if (value?.kind !== Kind.VARIABLE) return;
      const name = value.name.value;
      conditions.set(name, name in given ? given[name] : defaultOf(operation, name));
    },
  });
  return areKnown(conditions) ? conditions : undefined;
}

function areKnown(conditions: ReadonlyMap<string, unknown>): conditions is Conditions {
  return [...conditions.values()].every((value) => typeof value === "boolean");
}

function defaultOf({ variableDefinitions }: OperationDefinitionNode, name: string): unknown {
  const { defaultValue } = variableDefinitions?.find(({ variable }) => variable.name.value === name) ?? {};
  return defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined;
}

/** Whether `@skip` and `@include` leave a selection in. */
export function isIncluded({ directives = [] }: SelectionNode, conditions: Conditions): boolean {
  return directives.every(({ name, arguments: [condition] = [] }) => {
    const value = condition?.value;
    if (value?.kind === Kind.VARIABLE) return conditions.get(value.name.value) === (name.value === "include");
    return (value?.kind === Kind.BOOLEAN && value.value) === (name.value === "include");
  });
}
