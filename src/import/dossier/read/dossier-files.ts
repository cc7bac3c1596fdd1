import { isMap, isSeq } from "yaml";
import { z } from "zod";
import { canonical } from "../../../record/canonical.js";
import { type Entry, entities, hasSlugs, type ListName, listNames } from "../../../record/entities/index.js";
import { type Entries, noSlugs } from "../../../record/entries.js";
import { explain } from "../../../record/explain.js";
import { head } from "../../../record/format/dossier.js";
import { type FileProblem, Problems } from "../problem.js";
import { type Chunk, chunksOf, linesOf } from "./chunks.js";
import { DossierItem, type FilePart, type Place } from "./dossier-item.js";
import { plainValue } from "./plain-value.js";
import { PositionSpool } from "./position-spool.js";
import { type DossierFile, NotText, piecesOf, sizeOf } from "./source-file.js";
import { keyText, YamlFile } from "./yaml-file.js";

/** A slug that some entry takes, valid or not. */
export interface Declaration {
  readonly list: ListName;
  readonly slug: string;
  readonly place: Place;
}

export interface ReadDossiers extends Entries {
  /** All but the positions, in the order of files and lines. */
  readonly items: readonly DossierItem[];
  readonly positions: PositionSpool;
  readonly declarations: readonly Declaration[];
  readonly problems: Problems;
}

interface Reading {
  /** The import that all entries belong to; that of each file's title where it is left out. */
  readonly importer?: string;
  /** From 0 to 1, after each chunk. */
  readonly onProgress?: (entries: number, share: number) => void;
}

/**
 * Reads files of the dossier format and finds everything that is wrong with each entry by itself. A file is read in
 * chunks: of what was parsed, only the entries stay in memory, and of positions a few.
 */
export async function readDossiers(files: readonly DossierFile[], reading: Reading = {}): Promise<ReadDossiers> {
  const reader = new Reader(
    reading,
    files.reduce((sum, file) => sum + sizeOf(file), 0),
  );
  try {
    for (const file of files) await reader.read(file);
  } catch (error) {
    reader.positions.close();
    throw error;
  }
  return reader;
}

/** Which import a dossier's entries belong to. */
const importerOf = (title: string): string => `dossier: ${title}`;

class Reader implements ReadDossiers {
  readonly items: DossierItem[] = [];
  readonly positions = new PositionSpool();
  readonly declarations: Declaration[] = [];
  readonly declared = noSlugs();
  readonly problems = new Problems();
  readonly invalid = new Set<ListName>();
  readonly from = "files";
  complete = true;
  #done = 0;
  #entries = 0;

  constructor(
    readonly reading: Reading,
    readonly size: number,
  ) {}

  async read(file: DossierFile): Promise<void> {
    const dossier = new FileReading(file, this.reading.importer);
    try {
      for await (const chunk of chunksOf(linesOf(piecesOf(file)))) {
        this.#readChunk(dossier, chunk);
        this.#done += chunk.text.length;
        this.reading.onProgress?.(this.#entries, Math.min(1, this.#done / Math.max(1, this.size)));
      }
    } catch (error) {
      if (!(error instanceof NotText)) throw error;
      this.complete = false;
      const { message, line } = error;
      this.problems.add({ file: file.path, line, column: 1, path: "", message, hint: "Save it as UTF-8" });
      return;
    }
    for (const problem of dossier.problems()) this.problems.add(problem);
  }

  #readChunk(dossier: FileReading, chunk: Chunk): void {
    const yaml = new YamlFile(dossier.file.path, chunk);
    const { contents } = yaml;
    if (yaml.problems.length > 0) {
      this.problems.addAll(yaml.problems);
      this.complete = false;
      dossier.broken = true;
    }
    if (!isMap(contents)) {
      if (yaml.problems.length === 0)
        this.problems.add(yaml.problem([], "is not a dossier", "Start the file with `dossier: 1` and `title: …`"));
      dossier.broken = true;
      return;
    }
    const part = dossier.part(chunk);
    this.problems.addAll(dossier.readHead(yaml));
    for (const list of listNames) this.#readList(yaml, part, contents.get(list, true), list);
    const entries = listNames.map((list) => contents.get(list, true)).filter((node) => isSeq(node));
    dossier.entries += entries.reduce((sum, { items }) => sum + items.length, 0);
  }

  #readList(yaml: YamlFile, part: FilePart, node: unknown, list: ListName): void {
    if (node === undefined) return;
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) this.#readEntry(yaml, part, item, list, index);
      return;
    }
    this.invalid.add(list);
    const empty = plainValue(node) === null;
    this.problems.add(
      empty
        ? yaml.problem([list], "is empty", "Add entries, or remove the line")
        : yaml.problem([list], "is not a list", "Start each entry with a hyphen"),
    );
  }

  #readEntry(yaml: YamlFile, part: FilePart, node: unknown, list: ListName, index: number): void {
    this.#entries++;
    const type: z.ZodType<Entry> = entities[list].format;
    const value = plainValue(node, entities[list].format);
    const { line, column } = yaml.problem([list, index], "");
    const place = { part, index, line, column };
    const slug = isMap(node)
      ? node.items.find(({ key }) => keyText(key) === "slug") && (value as { slug: unknown }).slug
      : undefined;
    if (typeof slug === "string") this.#declare({ list, slug, place });
    const result = type.safeParse(value);
    if (!result.success) {
      this.invalid.add(list);
      if (yaml.problems.length === 0) this.problems.addAll(explained(yaml, [list, index], type, value, result.error));
      return;
    }
    if (yaml.problems.length > 0) return;
    const item = new DossierItem(list, canonical<Entry>(result.data), place);
    if (item.list === "positions") this.positions.add(item as DossierItem<"positions">);
    else this.items.push(item);
  }

  #declare(declaration: Declaration): void {
    const { list, slug } = declaration;
    this.declarations.push(declaration);
    if (hasSlugs(list)) this.declared[list].add(slug);
  }
}

/** What is found of one file while its chunks are read. */
class FileReading {
  entries = 0;
  broken = false;
  readonly #keys = new Set<string>();
  readonly #parts: { importer: string }[] = [];
  #head: { value: Record<string, unknown>; yaml: YamlFile } | undefined;

  constructor(
    readonly file: DossierFile,
    readonly importer?: string,
  ) {}

  part({ firstLine, list, firstIndex }: Chunk): FilePart {
    const part = { file: this.file, place: { firstLine, list, firstIndex }, importer: this.importer ?? "" };
    this.#parts.push(part);
    return part;
  }

  /** Problems with fields that an earlier chunk has too; keeps what is not a list. */
  readHead(yaml: YamlFile): FileProblem[] {
    const { contents, chunk } = yaml;
    if (!isMap(contents)) return [];
    const keys = contents.items.map(({ key }) => keyText(key)).filter((key) => key !== chunk.list);
    const twice = keys.filter((key) => this.#keys.has(key));
    for (const key of keys) this.#keys.add(key);
    const value = plainValue(contents, headOnly) as Record<string, unknown>; // of a map
    const fields = Object.entries(value).filter(([key]) => !listNames.some((list) => list === key));
    if (!this.#head) this.#head = { value: Object.fromEntries(fields), yaml };
    else Object.assign(this.#head.value, Object.fromEntries(fields));
    return twice.map((key) => yaml.problem([], "the same field occurs twice", "Remove one of the two", key));
  }

  /** What is wrong with the file's own fields, once all is read. */
  problems(): FileProblem[] {
    if (!this.#head) return [];
    const { value, yaml } = this.#head;
    if (typeof value.title === "string" && this.importer === undefined) {
      for (const part of this.#parts) part.importer = importerOf(value.title.trim());
    }
    if (this.broken) return [];
    const result = headOnly.safeParse(value);
    if (!result.success) return explained(yaml, [], headOnly, value, result.error);
    const { entries } = result.data as { entries?: number };
    if (entries === undefined || entries === this.entries) return [];
    const hint = "The file was truncated or edited. If it was edited, correct or remove this number";
    return [yaml.problem(["entries"], `is ${entries}, but the file has ${this.entries} entries`, hint)];
  }
}

const headOnly = z.strictObject({
  ...head,
  ...Object.fromEntries(listNames.map((list) => [list, z.unknown().optional()])),
});

const explained = (
  yaml: YamlFile,
  path: (string | number)[],
  type: z.ZodType,
  value: unknown,
  { issues }: z.ZodError,
): FileProblem[] =>
  explain(type, value, issues).map(({ path: inside, message, hint, key }) =>
    yaml.problem([...path, ...inside], message, hint, key),
  );
