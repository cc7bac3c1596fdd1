import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from "graphql";

const valueKinds: readonly Kind[] = [
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
];

/** Whether a node is a value written in the document, or a field of one. */
export function isValue(node: ASTNode): boolean {
  return valueKinds.includes(node.kind);
}

/** Where a value stands, from its argument on: "where.codes.0.scheme". */
export function argumentPath(document: DocumentNode, target: ASTNode): string {
  let found: string[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== target) return undefined;
      found = steps([...ancestors, ...(parent ? [parent] : []), node]);
      return BREAK;
    },
  });
  return found.join(".");
}

type Step = ASTNode | readonly ASTNode[];

function steps(line: readonly Step[]): string[] {
  return line.flatMap((step, index) => {
    if (isNodes(step)) return listIndex(line[index - 1], step, line[index + 1]);
    if (step.kind === Kind.VARIABLE_DEFINITION) return [step.variable.name.value];
    return step.kind === Kind.ARGUMENT || step.kind === Kind.OBJECT_FIELD ? [step.name.value] : [];
  });
}

/** The index of an item of a list value; other arrays of a document (selections, fields) tell nothing about a value. */
function listIndex(before: Step | undefined, list: readonly ASTNode[], item: Step | undefined): string[] {
  if (!before || isNodes(before) || before.kind !== Kind.LIST || !item || isNodes(item)) return [];
  return [String(list.indexOf(item))];
}

const isNodes = (step: Step): step is readonly ASTNode[] => Array.isArray(step);
