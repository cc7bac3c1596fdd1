import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { Problem } from "../problem.js";

/** Larger files are refused: a dossier is written by people. */
export const largestFile = 20_000_000;

export interface DossierFile {
  /** As messages call it. */
  readonly path: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** A YAML file that keeps where each value was written. */
export class YamlFile {
  readonly problems: readonly Problem[];
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed | undefined;

  constructor(readonly file: DossierFile) {
    const parsed = this.#parse();
    this.#document = parsed.document;
    this.problems = parsed.problems;
  }

  /** The outermost node; of a file with syntax errors what could be read. */
  get contents(): Node | null {
    return this.#document?.contents ?? null;
  }

  /** A problem at the value of a path, or at one of its keys; where that is missing, at what encloses it. */
  problem(path: Path, message: string, hint?: string, key?: string): Problem {
    return this.#at(this.#offset(path, key), pathText(path), message, hint);
  }

  #parse(): { document?: Document.Parsed; problems: Problem[] } {
    if (this.file.text.length > largestFile) {
      return { problems: [this.#at(0, "", "is larger than 20 MB", "Split it: one import takes any number of files")] };
    }
    try {
      const document = parseDocument(this.file.text, { lineCounter: this.#lines, prettyErrors: false, version: "1.2" });
      const problems = [...document.errors, ...document.warnings].map((error) =>
        this.#at(error.pos[0], "", firstLine(error.message), syntaxHints[error.code]),
      );
      return { document, problems: [...problems, ...this.#aliases(document)] };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { problems: [this.#at(0, "", "is nested too deeply", "A dossier is a few levels deep")] };
    }
  }

  /** Entries name each other by slug, so aliases are not needed; refusing them ends "billion laughs" files too. */
  #aliases(document: Document.Parsed): Problem[] {
    const problems: Problem[] = [];
    visit(document, {
      Alias: (_key, alias) => {
        problems.push(
          this.#at(alias.range?.[0] ?? 0, "", "aliases (*name) are not part of the format", "Write it again"),
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

  #at(offset: number, path: string, message: string, hint?: string): Problem {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file.path, line: Math.max(line, 1), column: Math.max(col, 1), path, message, hint };
  }
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);

export const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

/** `statements[3].speaker` */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

const firstLine = (message: string) => message.split("\n", 1)[0] ?? message;

const syntaxHints: Record<string, string> = {
  DUPLICATE_KEY: "Remove one of the two",
  MULTIPLE_DOCS: "Put each dossier into a file of its own",
  BAD_INDENT: "Indent the entries of one list or mapping equally",
  TAB_AS_INDENT: "Indent with spaces",
  TAG_RESOLVE_FAILED: "Remove the tag (!…): the format has none",
};
