import { z } from "zod";
import type { Path } from "./entries.js";
import { nearest } from "./nearest.js";

/** What is wrong with a part of a value. */
export interface Explained {
  readonly path: Path;
  /** The unknown field of the value at `path` that this is about. */
  readonly key?: string;
  readonly message: string;
  readonly hint?: string;
}

/** What is wrong with a value, in words for people. */
export function explain(type: z.ZodType, value: unknown, issues: readonly z.core.$ZodIssue[]): Explained[] {
  return issues.flatMap((issue): Explained[] => {
    // An entry has no symbols for keys.
    const path = issue.path as (string | number)[];
    if (issue.code === "unrecognized_keys") {
      const known = knownKeys(typeAt(type, path));
      return issue.keys.map((key) => ({
        path,
        key,
        message: `unknown field \`${key}\``,
        hint: unknownKeyHint(key, known),
      }));
    }
    return [{ path, ...reason(issue, valueAt(value, path)) }];
  });
}
function unknownKeyHint(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant ? `Did you mean \`${meant}\`?` : `The allowed fields are ${known.join(", ")}`;
}

function reason(issue: z.core.$ZodIssue, value: unknown): { message: string; hint?: string } {
  if (issue.code === "custom") return { message: issue.message, hint: issue.params?.hint as string | undefined };
  if (value === undefined) return { message: "is missing", hint: missingHint(issue) };
  if (value === null) return { message: "is empty", hint: "Give it a value, or remove it" };
  switch (issue.code) {
    case "invalid_value":
      return { message: `${shown(value)} is not an allowed value`, hint: valueHint(value, issue.values.map(String)) };
    case "invalid_type":
      return {
        message: `${shown(value)} is not ${wantedTypes[issue.expected] ?? issue.expected}`,
        // A set of dates, [2021-21, 2021-22], is a list to YAML.
        hint: issue.expected === "string" ? "Put it in quotes" : undefined,
      };
    case "too_small":
      return issue.origin === "number"
        ? { message: `${shown(value)} is too small`, hint: `At least ${issue.minimum}` }
        : {
            message: "is empty",
            hint: issue.origin === "array" ? "Add at least one" : "Give it a value, or remove it",
          };
    case "too_big":
      return issue.origin === "number"
        ? { message: `${shown(value)} is too large`, hint: `At most ${issue.maximum}` }
        : { message: `is too long: ${String(value).length} characters`, hint: `At most ${issue.maximum} characters` };
    default:
      return { message: issue.message };
  }
}

const wantedTypes: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of fields",
};

function missingHint(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "invalid_value") return `Add it: ${issue.values.join(", ")}`;
  return "Add it";
}

function valueHint(value: unknown, values: readonly string[]): string {
  const meant = typeof value === "string" ? nearest(value, values) : undefined;
  return meant ? `Did you mean ${meant}? Allowed values: ${values.join(", ")}` : `Allowed values: ${values.join(", ")}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const written = JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…"` : written;
}

function valueAt(value: unknown, path: Path): unknown {
  // Walks a value of the shape that the issue's path was found in; anything else ends as undefined.
  return path.reduce<unknown>(
    (inside, step) => (inside as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}

function typeAt(type: z.ZodType, path: Path): unknown {
  return path.reduce<unknown>((inside, step) => {
    const bare = inside instanceof z.ZodOptional ? inside.unwrap() : inside;
    if (bare instanceof z.ZodArray) return bare.element;
    return bare instanceof z.ZodObject ? bare.shape[step] : undefined;
  }, type);
}

function knownKeys(type: unknown): string[] {
  const bare = type instanceof z.ZodOptional ? type.unwrap() : type;
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
}
