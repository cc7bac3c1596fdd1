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

/** Everything that is wrong with the files of one import; nothing of them was recorded. */
export class DossierProblems extends Error {
  override readonly name = "DossierProblems";

  constructor(readonly problems: readonly FileProblem[]) {
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
