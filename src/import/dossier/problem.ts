import type { Problem } from "../../record/entries.js";

/** Something that is wrong in a file. */
export interface FileProblem extends Problem {
  /** The file as it was named. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Nobody reads more, and a million would not fit into memory. */
const mostKept = 1_000;

/** Problems as they are found: the first thousand, and how many there are. */
export class Problems {
  readonly #kept: FileProblem[] = [];
  #count = 0;

  add(problem: FileProblem): void {
    this.#count++;
    if (this.#kept.length < mostKept) this.#kept.push(problem);
  }

  addAll(problems: readonly FileProblem[]): void {
    for (const problem of problems) this.add(problem);
  }

  get kept(): readonly FileProblem[] {
    return this.#kept;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether more would not be kept. */
  get full(): boolean {
    return this.#count >= mostKept;
  }
}

/** What is wrong with the files of one import; nothing of them was recorded. */
export class DossierProblems extends Error {
  override readonly name = "DossierProblems";

  constructor(
    /** The first thousand. */
    readonly problems: readonly FileProblem[],
    /** How many were found. */
    readonly count: number = problems.length,
  ) {
    super(problems.map(problemText).join("\n"));
  }
}

/** A problem as compilers print them: `file:line:column: path: message`, then what to do, indented. */
export function problemText({ file, line, column, path, message, hint }: FileProblem): string {
  const what = path ? `${path}: ${message}` : message;
  return `${file}:${line}:${column}: ${what}${hint ? `\n    ${hint}` : ""}`;
}

/** In the order of the files as named, then of their lines. */
export function inReadingOrder(problems: readonly FileProblem[], files: readonly string[]): FileProblem[] {
  const rank = new Map(files.map((file, index) => [file, index]));
  return [...problems].sort(
    (a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line || a.column - b.column,
  );
}
