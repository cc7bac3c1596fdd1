import { isMap, isScalar, isSeq } from "yaml";
import { z } from "zod";
import { keyText } from "./yaml-file.js";

/**
 * A YAML node as a plain value. Where the format wants text, an unquoted number or boolean is the text as written:
 * `heldOn: 2021`, the M49 code `008`, an alias `true`.
 */
export function plainValue(node: unknown, wanted?: z.ZodType): unknown {
  const type = wanted instanceof z.ZodOptional ? wanted.unwrap() : wanted;
  if (isMap(node)) {
    const fields = type instanceof z.ZodObject ? type.shape : {};
    return Object.fromEntries(
      node.items.map(({ key, value }) => [keyText(key), plainValue(value, fieldOf(fields, keyText(key)))]),
    );
  }
  if (isSeq(node)) {
    const element = type instanceof z.ZodArray ? type.element : undefined;
    return node.items.map((item) => plainValue(item, element instanceof z.ZodType ? element : undefined));
  }
  if (!isScalar(node)) return null;
  const written = typeof node.value === "number" || typeof node.value === "boolean" ? node.source : undefined;
  return type instanceof z.ZodString && written !== undefined ? written : node.value;
}

function fieldOf(fields: Record<string, unknown>, key: string): z.ZodType | undefined {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field instanceof z.ZodType ? field : undefined;
}
