import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { SourceChoice } from "../../import/votes/index.js";
import { entities } from "../../record/entities/index.js";
import { isSlug } from "../../record/format/fields.js";
import { BadInput } from "../terminal/exit-codes.js";

/**
 * Reads the option `--source`: the slug of a source on record, or a YAML or JSON file with one source as dossiers have it.
 *
 * @throws BadInput where it is neither
 */
export async function sourceChoice(option: string): Promise<SourceChoice> {
  if (!/\.(ya?ml|json)$/i.test(option)) {
    if (isSlug(option)) return option;
    throw new BadInput(`--source ${option}: is neither a slug nor a .yaml or .json file`);
  }
  let entry: unknown;
  try {
    entry = parse(await readFile(option, "utf8"));
  } catch (error) {
    throw new BadInput(`--source ${option}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { success, data, error } = entities.sources.format.safeParse(entry);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`);
  throw new BadInput(`--source ${option}: is not one source (slug, title, kind, url …): ${problems.join("; ")}`);
}
