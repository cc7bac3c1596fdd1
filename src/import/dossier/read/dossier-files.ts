import { isMap, isSeq } from "yaml";
import { z } from "zod";
import { canonical } from "../../../record/canonical.js";
import type { Entries, Item, Path } from "../../../record/entries.js";
import { explain } from "../../../record/explain.js";
import { type Entry, head, type ListName, listNames, lists } from "../../../record/format/dossier.js";
import type { FileProblem } from "../problem.js";
import { plainValue } from "./plain-value.js";
import { type DossierFile, keyText, YamlFile } from "./yaml-file.js";

/** One entry of a list, with its place in its file. */
export class DossierItem<List extends ListName = ListName> implements Item<List> {
  constructor(
    readonly list: List,
    readonly entry: Entry<List>,
    readonly place: Place,
  ) {}

  problem(path: Path, message: string, hint?: string): FileProblem {
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

export interface ReadDossiers extends Entries {
  /** In the order of files and lines. */
  readonly items: readonly DossierItem[];
  readonly declarations: readonly Declaration[];
  readonly problems: readonly FileProblem[];
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
    from: "files",
  };
}

function readFile(yaml: YamlFile): Omit<ReadDossiers, "from"> {
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

function readHead(yaml: YamlFile): FileProblem[] {
  const value = plainValue(yaml.contents, headOnly);
  const result = headOnly.safeParse(value);
  return result.success ? [] : explained({ yaml, path: [] }, headOnly, value, result.error);
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
    ? { list, items: [new DossierItem(list, canonical<Entry>(result.data), place)], declarations, problems: [] }
    : { list, items: [], declarations, problems: explained(place, type, value, result.error) };
}

const explained = ({ yaml, path }: Place, type: z.ZodType, value: unknown, { issues }: z.ZodError): FileProblem[] =>
  explain(type, value, issues).map(({ path: inside, message, hint, key }) =>
    yaml.problem([...path, ...inside], message, hint, key),
  );
