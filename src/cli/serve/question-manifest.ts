import { readdir, readFile } from "node:fs/promises";
import { Kind, parse, print } from "graphql";
import { hashOf } from "../../operations/documents.js";

/** What is said of a standard question apart from its text. */
export interface ManifestEntry {
  /** Its name in addresses and modules, such as "who-supports-the-two-state-solution". */
  readonly name: string;
  readonly title: string;
  /** The heading under which it is listed. */
  readonly group: string;
  readonly file: string;
  /** The id of its document: "sha256:" and the SHA-256 of the file. */
  readonly hash: string;
  readonly variables: readonly Variable[];
  /** The keys that lead to the list whose items are the rows of its table; left out where that is the first connection. */
  readonly rows?: readonly string[];
}

interface Variable {
  readonly name: string;
  /** In GraphQL, such as "[String!]". */
  readonly type: string;
  /** In GraphQL; left out where it has none. */
  readonly default?: string;
}

/**
 * Makes the manifest of a folder of questions, group by group. A file begins with comments: the question; then
 * `# Group: …`, and perhaps `# Rows: a.b.nodes`.
 *
 * @throws for a file without a group or an operation
 */
export async function manifestOf(folder: URL): Promise<ManifestEntry[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".graphql")).sort();
  const entries = await Promise.all(
    files.map(async (file) => entryOf(file, await readFile(new URL(file, folder), "utf8"))),
  );
  const groups = [...new Set(entries.map(({ group }) => group))];
  return groups.flatMap((group) => entries.filter((entry) => entry.group === group));
}

function entryOf(file: string, text: string): ManifestEntry {
  const name = file.replace(/^\d+-|\.graphql$/g, "");
  const group = /^# Group: (.+)$/m.exec(text)?.[1];
  const operation = parse(text).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (group === undefined || !operation)
    throw new Error(`questions/${file} needs a line "# Group: …" and an operation`);
  return {
    name,
    title: /^# (.+)$/m.exec(text)?.[1] ?? name,
    group,
    file,
    hash: `sha256:${hashOf(text)}`,
    variables: (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
      name: variable.name.value,
      type: print(type),
      ...(defaultValue && { default: print(defaultValue) }),
    })),
    rows: /^# Rows: (\S+)$/m.exec(text)?.[1]?.split("."),
  };
}

/** The text of `questions/manifest.json`. */
export const manifestText = (questions: readonly ManifestEntry[]): string =>
  `${JSON.stringify({ questions }, null, 2)}\n`;
