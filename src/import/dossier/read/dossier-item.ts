import type { Entry, ListName } from "../../../record/entities/index.js";
import { type Item, type Path, pathText } from "../../../record/entries.js";
import type { FileProblem } from "../problem.js";
import { type ChunkPlace, chunksOf, linesOf } from "./chunks.js";
import { type DossierFile, piecesOf } from "./source-file.js";
import { pathInFile, YamlFile } from "./yaml-file.js";

/** A part of a file, to find the place of a problem again: what was parsed of it is not kept. */
export interface FilePart {
  readonly file: DossierFile;
  readonly place: ChunkPlace;
  /** The import that its entries belong to, as in `Revision.importer`. */
  readonly importer: string;
}

/** Where an entry is. */
export interface Place {
  readonly part: FilePart;
  /** Within the part. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** A problem with a value inside an entry, of which only the entry's own place is known. */
interface Unlocated extends FileProblem {
  readonly within: { readonly part: FilePart; readonly path: Path };
}

/** One entry of a list, with its place in its file. */
export class DossierItem<List extends ListName = ListName> implements Item<List> {
  constructor(
    readonly list: List,
    readonly entry: Entry<List>,
    readonly place: Place,
  ) {}

  get importer(): string {
    return this.place.part.importer;
  }

  problem(path: Path, message: string, hint?: string): FileProblem {
    return problemIn(this.list, this.place, path, message, hint);
  }
}

/** A problem whose exact place `located` finds; until then it has the entry's. */
export function problemIn(
  list: ListName,
  { part, index, line, column }: Place,
  inside: Path,
  message: string,
  hint?: string,
): FileProblem {
  const path = [list, index, ...inside];
  const problem: Unlocated = {
    ...{ file: part.file.path, line, column, path: pathText(pathInFile(part.place, path)), message, hint },
    within: { part, path },
  };
  return problem;
}

/** Problems with the places of the values that they are about: reads again the parts of files that have some. */
export async function located(problems: readonly FileProblem[]): Promise<FileProblem[]> {
  const wanted = new Map<FilePart, YamlFile | undefined>();
  const inside = (problem: FileProblem) => ("within" in problem ? (problem as Unlocated).within : undefined);
  for (const problem of problems) {
    const part = inside(problem)?.part;
    if (part) wanted.set(part, undefined);
  }
  const places = new Map<FileProblem, FileProblem>();
  for (const part of wanted.keys()) {
    const yaml = await parseAgain(part);
    for (const problem of problems) {
      const within = inside(problem);
      if (!yaml || within?.part !== part) continue;
      places.set(problem, yaml.problem(within.path, problem.message, problem.hint));
    }
  }
  return problems.map((problem) => places.get(problem) ?? problem);
}

async function parseAgain({ file, place }: FilePart): Promise<YamlFile | undefined> {
  for await (const chunk of chunksOf(linesOf(piecesOf(file)))) {
    if (chunk.firstLine === place.firstLine) return new YamlFile(file.path, chunk);
  }
  return undefined;
}
