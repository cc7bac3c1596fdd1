import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { explain } from "../../record/explain.js";
import { nearest } from "../../record/nearest.js";

/** A mapping file is wrong, or does not fit the table. One line for each problem. */
export class MapProblems extends Error {
  override readonly name = "MapProblems";

  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${file}: ${problem}`).join("\n"));
  }
}

/** A mapping file that was read, and its name for messages. */
export interface MapFile<Content> {
  readonly file: string;
  readonly content: Content;
}

/**
 * Reads a mapping file.
 *
 * @throws MapProblems naming each key that is wrong
 */
export async function readMap<Content>(path: string, form: z.ZodType<Content>): Promise<MapFile<Content>> {
  const file = basename(path);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new MapProblems(path, [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  });
  const document = parseDocument(text, { version: "1.2" });
  if (document.errors.length > 0) {
    throw new MapProblems(
      file,
      document.errors.map(({ message }) => message.split("\n")[0] ?? message),
    );
  }
  const value: unknown = document.toJS();
  const { success, data, error } = form.safeParse(value);
  if (success) return { file, content: data };
  throw new MapProblems(
    file,
    explain(form, value, error.issues).map(({ path: keys, message, hint }) => {
      const where = keys.length > 0 ? `${keyPath(keys)}: ` : "";
      return `${where}${message}${hint ? `. ${hint}` : ""}`;
    }),
  );
}

/** Keys as a mapping file nests them: `entries.positions[0].holder`. */
export const keyPath = (keys: readonly (string | number)[]): string =>
  keys.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${key}`)).join("");

/** What to say of a name that is not among those that exist. */
export function notAmong(what: string, name: string, names: readonly string[]): string {
  const meant = nearest(name, names);
  return `no ${what} "${name}"${meant ? `. Did you mean "${meant}"?` : `. Allowed: ${names.join(", ")}`}`;
}
