import { isMap, isSeq } from "yaml";
import { z } from "zod";
import { canonical } from "../canonical.js";
import { type Entry, head, type ListName, listNames, lists } from "../format/dossier.js";
import type { Problem } from "../problem.js";
import { explain } from "./explain.js";
import { plainValue } from "./plain-value.js";
import { type DossierFile, keyText, type Path, YamlFile } from "./yaml-file.js";

/** One entry of a list, with its place in its file. */
export class Item<List extends ListName = ListName> {
  constructor(
    readonly list: List,
    readonly entry: Entry<List>,
    readonly place: Place,
  ) {}

  problem(path: Path, message: string, hint?: string): Problem {
    return this.place.yaml.problem([...this.place.path, ...path], message, hint);
  }
}

interface Place {
  readonly yaml: YamlFile;
  readonly path: Path;
}

/** A slug that some entry takes, valid or not. */
export interface Declaration {
  readonly list: ListName;
  readonly slug: string;
  readonly place: Place;
}

export interface ReadDossiers {
  /** The entries in which nothing is wrong by themselves, canonical, in the order of files and lines. */
  readonly items: readonly Item[];
  readonly declarations: readonly Declaration[];
  readonly problems: readonly Problem[];
  /** Lists of which some entry has a problem: what is missing in them may be in that. */
  readonly invalid: ReadonlySet<ListName>;
  /** False when a file has syntax errors: then what a slug names may be in a part that could not be read. */
  readonly complete: boolean;
}

/** Reads files of the dossier format and finds everything that is wrong with each entry by itself. */
export function readDossiers(files: readonly DossierFile[]): ReadDossiers {
  const parts = files.map((file) => readFile(new YamlFile(file)));
  return {
    items: parts.flatMap((part) => part.items),
    declarations: parts.flatMap((part) => part.declarations),
    problems: parts.flatMap((part) => part.problems),
    invalid: new Set(parts.flatMap((part) => [...part.invalid])),
    complete: parts.every((part) => part.complete),
  };
}

function readFile(yaml: YamlFile): ReadDossiers {
  const broken = yaml.problems.length > 0;
  const { contents } = yaml;
  if (!isMap(contents)) {
    const problems = broken
      ? yaml.problems
      : [yaml.problem([], "is not a dossier", "Begin with `dossier: 1` and `title: …`")];
    return { items: [], declarations: [], problems, invalid: new Set(), complete: !broken };
  }
  const rows = listNames.flatMap((list) => rowsOf(yaml, contents.get(list, true), list));
  return {
    items: broken ? [] : rows.flatMap((row) => row.items),
    declarations: rows.flatMap((row) => row.declarations),
    problems: broken ? yaml.problems : [...readHead(yaml), ...rows.flatMap((row) => row.problems)],
    invalid: new Set(rows.flatMap((row) => (row.problems.length > 0 ? [row.list] : []))),
    complete: !broken,
  };
}

const headOnly = z.strictObject({
  ...head,
  ...Object.fromEntries(listNames.map((list) => [list, z.unknown().optional()])),
});

function readHead(yaml: YamlFile): Problem[] {
  const value = plainValue(yaml.contents, headOnly);
  const result = headOnly.safeParse(value);
  return result.success ? [] : explain(yaml, [], headOnly, value, result.error.issues);
}

type Row = Pick<ReadDossiers, "items" | "declarations" | "problems"> & { list: ListName };

function rowsOf(yaml: YamlFile, node: unknown, list: ListName): Row[] {
  if (node === undefined) return [];
  if (isSeq(node)) return node.items.map((item, index) => rowOf({ yaml, path: [list, index] }, item, list));
  const empty = plainValue(node) === null;
  const problem = empty
    ? yaml.problem([list], "is empty", "Add entries, or remove the line")
    : yaml.problem([list], "is not a list", "Begin each entry with a hyphen");
  return [{ list, items: [], declarations: [], problems: [problem] }];
}

function rowOf(place: Place, node: unknown, list: ListName): Row {
  const type: z.ZodType<Entry> = lists[list];
  const value = plainValue(node, lists[list]);
  const slug = isMap(node)
    ? node.items.find(({ key }) => keyText(key) === "slug") && (value as { slug: unknown }).slug
    : undefined;
  const declarations = typeof slug === "string" ? [{ list, slug, place }] : [];
  const result = type.safeParse(value);
  return result.success
    ? { list, items: [new Item(list, canonical<Entry>(result.data), place)], declarations, problems: [] }
    : { list, items: [], declarations, problems: explain(place.yaml, place.path, type, value, result.error.issues) };
}
