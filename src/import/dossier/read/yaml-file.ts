import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { type Path, pathText } from "../../../record/entries.js";
import type { FileProblem } from "../problem.js";
import { type Chunk, largestChunk } from "./chunks.js";

/** A chunk of a YAML file that keeps where each value was written. */
export class YamlFile {
  readonly problems: readonly FileProblem[];
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed | undefined;

  constructor(
    /** As messages call it. */
    readonly path: string,
    readonly chunk: Chunk,
  ) {
    const parsed = this.#parse();
    this.#document = parsed.document;
    this.problems = parsed.problems;
  }

  /** The outermost node; of a file with syntax errors what could be read. */
  get contents(): Node | null {
    return this.#document?.contents ?? null;
  }

  /**
   * A problem at the value of a path, or at one of its keys; where that is missing, at what encloses it.
   *
   * @param path within the chunk
   */
  problem(path: Path, message: string, hint?: string, key?: string): FileProblem {
    return this.#at(this.#offset(path, key), pathText(pathInFile(this.chunk, path)), message, hint);
  }

  #parse(): { document?: Document.Parsed; problems: FileProblem[] } {
    if (this.chunk.text.length > largestChunk) {
      return {
        problems: [
          this.#at(0, "", "has more than 4 MB in a single entry", "Start each entry on a new line, with a hyphen"),
        ],
      };
    }
    const document = parseDocument(this.chunk.text, { lineCounter: this.#lines, prettyErrors: false, version: "1.2" });
    const errors = [...document.errors, ...document.warnings];
    // Whatever comes after it is about what could not be read.
    const exhausted = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
    const problems = (exhausted ? [exhausted] : errors).map((error) => this.#syntaxProblem(error));
    if (document.directives?.yaml.version !== "1.2") {
      problems.push(this.#at(0, "", "declares YAML 1.1, which reads some values differently", "Remove the %YAML line"));
    }
    return { document, problems: exhausted ? problems : [...problems, ...this.#aliases(document)] };
  }

  #syntaxProblem({ code, message, pos }: YAMLError): FileProblem {
    const told = syntaxProblems[code];
    return this.#at(pos[0], "", told?.message ?? message.split("\n", 1)[0] ?? message, told?.hint);
  }

  /** Entries name each other by slug, so aliases are not needed; refusing them ends "billion laughs" files too. */
  #aliases(document: Document.Parsed): FileProblem[] {
    const problems: FileProblem[] = [];
    visit(document, {
      Alias: (_key, alias) => {
        problems.push(
          this.#at(alias.range?.[0] ?? 0, "", "aliases (*name) are not supported", "Write the value again"),
        );
        return visit.BREAK;
      },
    });
    return problems;
  }

  #offset(path: Path, key?: string): number {
    let offset = 0;
    let node: unknown = this.contents;
    for (const step of [...path, undefined]) {
      if (isNode(node)) offset = node.range?.[0] ?? offset;
      if (step === undefined) break;
      node = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    }
    const pair = key !== undefined && isMap(node) ? node.items.find((item) => keyText(item.key) === key) : undefined;
    return isNode(pair?.key) ? (pair.key.range?.[0] ?? offset) : offset;
  }

  #at(offset: number, path: string, message: string, hint?: string): FileProblem {
    const { line, col } = this.#lines.linePos(offset);
    const { firstLine, list } = this.chunk;
    const inFile = firstLine + Math.max(line, 1) - (list === undefined ? 1 : 2);
    return { file: this.path, line: Math.max(inFile, firstLine), column: Math.max(col, 1), path, message, hint };
  }
}

/** A path within a chunk as it is in the file. */
export function pathInFile({ list, firstIndex }: Pick<Chunk, "list" | "firstIndex">, path: Path): Path {
  const [outer, index, ...inside] = path;
  return outer === list && outer !== undefined && typeof index === "number"
    ? [outer, index + firstIndex, ...inside]
    : path;
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);

export const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

/** In words of our own where the parser's do not say what to do. */
const syntaxProblems: Record<string, { message?: string; hint: string }> = {
  DUPLICATE_KEY: { message: "the same field occurs twice", hint: "Remove one of the two" },
  MULTIPLE_DOCS: { message: "contains more than one document", hint: "Put each dossier into a separate file" },
  BAD_INDENT: { hint: "Indent the entries of one list or mapping equally" },
  TAB_AS_INDENT: { hint: "Indent with spaces" },
  TAG_RESOLVE_FAILED: { hint: "Remove the tag (!…): the format has no tags" },
  RESOURCE_EXHAUSTION: { message: "is nested too deeply", hint: "A dossier has only a few levels" },
};
