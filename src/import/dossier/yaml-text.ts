import { Document, isCollection, isScalar, type Node, visit } from "yaml";
import type { Entry, ListName } from "../../record/format/dossier.js";

const width = 100;

/**
 * Entries as YAML under the name of their list; without the name where they continue it. Short lists and mappings inside
 * an entry are written on one line, long text is folded.
 */
export function dossierYaml(list: ListName, entries: readonly Entry[], named: boolean): string {
  const document = new Document({ [list]: entries });
  visit(document, {
    Collection(_key, collection, path) {
      // The document, the list, its entries: these are always blocks.
      if (path.length > entryDepth && isShort(collection)) collection.flow = true;
    },
  });
  const written = document.toString({ lineWidth: width });
  const rest = named ? written : written.slice(written.indexOf("\n") + 1);
  return named ? `\n${rest}` : rest;
}

/** How deep in the document's tree an entry's own fields are: Document, Map, Pair, Seq, Map, Pair. */
const entryDepth = 5;

function isShort(node: Node): boolean {
  return isCollection(node) && lengthOf(node) <= width - 20;
}

function lengthOf(node: unknown): number {
  if (isScalar(node)) return String(node.value).length;
  if (!isCollection(node)) return Number.POSITIVE_INFINITY;
  return node.items.reduce<number>((sum, item) => {
    const parts =
      typeof item === "object" && item !== null && "key" in item && "value" in item ? [item.key, item.value] : [item];
    return sum + parts.reduce<number>((inside, part) => inside + lengthOf(part) + 2, 0);
  }, 0);
}
