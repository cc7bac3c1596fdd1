import { Document, isCollection, isScalar, type Node, Scalar, visit } from "yaml";
import type { Entry, ListName } from "../../record/entities/index.js";

const width = 100;

/**
 * Entries as YAML under the name of their list; without the name where they continue it. Short lists and mappings inside
 * an entry are written on one line, long text is folded. Readers of YAML 1.1, such as PyYAML, read the same.
 */
export function dossierYaml(list: ListName, entries: readonly Entry[], named: boolean): string {
  const document = new Document({ [list]: entries }, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Collection(_key, collection, path) {
      // The document, the list, its entries: these are always blocks.
      if (path.length > entryDepth && isShort(collection)) collection.flow = true;
    },
    Scalar(key, scalar) {
      if (key !== "key" && typeof scalar.value === "string" && isMisread(scalar.value))
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const written = document.toString({ lineWidth: width }).replace(unprintable, escaped);
  const rest = named ? written : written.slice(written.indexOf("\n") + 1);
  return named ? `\n${rest}` : rest;
}

/**
 * What YAML 1.1 takes for something else than text: `no`, `y`, `012`, `12:30`, `1_000`, `2021-01-26`, `=`, `<<`. The
 * package knows most of them by `compat`, but neither the last two nor dates on which times follow.
 */
const misread =
  /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(?:inf|nan)|[-+]?[\d.][\d_.,:]*(?:e[-+]?\d+)?|[-+]?0[xbo][\da-f_]+|\d{4}-\d\d?-\d\d?.*)$/i;

/** Line breaks of YAML 1.1 and characters that are not text to it. They are escaped, which only quotes allow. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const isMisread = (text: string): boolean => misread.test(text) || text.includes("\t") || text.search(unprintable) >= 0;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

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
