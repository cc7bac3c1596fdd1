import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";

/** What happened to the rows of one file: read = recorded + unchanged + rejected. */
export interface Sums {
  read: number;
  recorded: number;
  unchanged: number;
  rejected: number;
}

/**
 * Why something is in the report: its row was not recorded; it contradicts the record, which stays; it completes or
 * replaces what is on record; or it was recorded and is worth a look.
 */
export type ReportKind = "rejected" | "conflict" | "corrected" | "note";

interface Entry {
  readonly line: number | null;
  readonly reason: string;
}

/** All that was reported for one reason. */
export interface ReportGroup {
  readonly kind: ReportKind;
  readonly file: string;
  count: number;
  /** The first ones in the order of the lines. */
  readonly examples: readonly Entry[];
}

/** A file whose rows are counted under a label together with others'. */
export interface LabelledFile {
  readonly file: string;
  /** What was added to its lines; ascending. */
  readonly offset: number;
}

/** The number of remarks of one kind that are listed. Further ones are counted, so neither memory nor the file grows with the damage. */
const mostExamples = 100;

/** What an import did with rows, and why. Written to a CSV file when it is closed. */
export class Report {
  readonly sums = new Map<string, Sums>();
  readonly #places = new Map<string, readonly LabelledFile[]>();
  readonly #groups = new Map<string, ReportGroup & { examples: Entry[] }>();

  /** The sums of a file. */
  of(file: string): Sums {
    const sums = this.sums.get(file) ?? { read: 0, recorded: 0, unchanged: 0, rejected: 0 };
    this.sums.set(file, sums);
    return sums;
  }

  /** Rows that are counted under `label` are reported with the file and line that they come from. */
  label(label: string, files: readonly LabelledFile[]): void {
    this.#places.set(label, files);
  }

  /** @param reasonKind what all rows that are rejected for this reason have in common */
  reject(file: string, line: number, reasonKind: string, reason: string): void {
    this.of(file).rejected++;
    this.#add("rejected", file, line, reasonKind, reason);
  }

  conflict(file: string, line: number | null, reasonKind: string, reason: string): void {
    this.#add("conflict", file, line, reasonKind, reason);
  }

  correct(file: string, line: number | null, reasonKind: string, reason: string): void {
    this.#add("corrected", file, line, reasonKind, reason);
  }

  note(file: string, line: number | null, reasonKind: string, reason: string): void {
    this.#add("note", file, line, reasonKind, reason);
  }

  count(kind: ReportKind): number {
    return this.groups(kind).reduce((sum, { count }) => sum + count, 0);
  }

  groups(...kinds: ReportKind[]): ReportGroup[] {
    return [...this.#groups.values()].filter(({ kind }) => kinds.includes(kind));
  }

  /** Writes a line for each example, and one for those of its kind that are counted only. Throws where it cannot. */
  write(path: string): void {
    const file = openSync(path, "w");
    try {
      writeSync(file, stringify([["kind", "file", "line", "reason", "rows"]]));
      for (const name of new Set([...this.#groups.values()].map((group) => group.file))) {
        const groups = [...this.#groups.values()].filter((group) => group.file === name);
        const lines = groups.flatMap(({ kind, examples }) => examples.map((example) => ({ kind, ...example })));
        lines.sort((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY));
        const more = groups.flatMap(({ kind, count, examples }) =>
          count > examples.length
            ? [[kind, name, "", `and more of this kind: ${examples[0]?.reason ?? ""}`, count - examples.length]]
            : [],
        );
        writeSync(file, stringify([...lines.map(({ kind, line, reason }) => [kind, name, line, reason, 1]), ...more]));
      }
    } finally {
      closeSync(file);
    }
  }

  /** A reason that names another row of the label, with that row's own file and line. */
  #withLines(label: string, file: string, reason: string): string {
    return reason.replace(/\bline (\d+)/g, (_, at: string) => {
      const other = this.#places.get(label)?.findLast(({ offset }) => offset < Number(at));
      const line = `line ${Number(at) - (other?.offset ?? 0)}`;
      return other && other.file !== file ? `${line} of ${other.file}` : line;
    });
  }

  #add(kind: ReportKind, label: string, at: number | null, reasonKind: string, text: string): void {
    const place = this.#places.get(label)?.findLast(({ offset }) => offset < (at ?? Number.POSITIVE_INFINITY));
    const file = place?.file ?? label;
    const line = at === null ? null : at - (place?.offset ?? 0);
    const reason = place ? this.#withLines(label, file, text) : text;
    const key = `${kind}\0${file}\0${reasonKind}`;
    const group = this.#groups.get(key) ?? { kind, file, count: 0, examples: [] };
    this.#groups.set(key, group);
    group.count++;
    if (group.examples.length < mostExamples) group.examples.push({ line, reason });
  }
}
