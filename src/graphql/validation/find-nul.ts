import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from "graphql";
import { pathTo } from "./validation-fields.js";

const nul = "\u0000";

/**
 * Where a NUL character stands in what a request says, or undefined. Postgres' texts cannot hold one, so a statement
 * with such a value would fail.
 *
 * @param variables as the client sent them
 * @returns the path from the variable's or the argument's name: "where.or[1].name.contains"
 */
export function findNul(document: DocumentNode, variables: unknown): string | undefined {
  return inVariables(variables) ?? inLiterals(document);
}

/** Walks without recursion, because variables nest as deep as their sender likes. */
function inVariables(variables: unknown): string | undefined {
  const waiting: [path: string, value: unknown][] = [["", variables]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next;
    if (typeof value === "string" && value.includes(nul)) return path;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, entry] of Object.entries(value)) waiting.push([pathTo(path, key), entry]);
  }
  return undefined;
}

function inLiterals(document: DocumentNode): string | undefined {
  const source = document.loc?.source.body;
  // A NUL is written as an escape or stands there itself; few documents have either, so few are walked.
  if (source !== undefined && !source.includes("\\u") && !source.includes(nul)) return undefined;
  let found: string | undefined;
  visit(document, {
    StringValue({ value }, _key, parent, path, ancestors) {
      if (!value.includes(nul) || !parent) return undefined;
      found = literalPath([...ancestors, parent], path);
      return BREAK;
    },
  });
  return found;
}

/** @param lineage the nodes and lists of nodes around a literal, outermost first; `path` has the way from each to the next */
function literalPath(lineage: readonly (ASTNode | readonly ASTNode[])[], path: readonly (string | number)[]): string {
  return lineage.reduce<string>((parent, node, depth) => {
    if ("kind" in node) {
      if (node.kind === Kind.ARGUMENT) return node.name.value;
      if (node.kind === Kind.VARIABLE_DEFINITION) return node.variable.name.value;
      return node.kind === Kind.OBJECT_FIELD ? pathTo(parent, node.name.value) : parent;
    }
    const around = lineage[depth - 1];
    const isInList = around !== undefined && "kind" in around && around.kind === Kind.LIST;
    return isInList ? pathTo(parent, path[depth] ?? "") : parent;
  }, "");
}
