import { type ListName, listNames } from "../../../record/entities/index.js";
import type { FileProblem } from "../../dossier/index.js";
import { WrongValue } from "../../votes/read/csv/cells.js";
import type { RowEntry } from "./row-entries.js";

interface Written {
  readonly text: string;
  readonly line: number;
}

/**
 * The entries of a table as a dossier, one on each line, so that a problem with an entry is reported with the line of the
 * table that made it.
 */
export class TableDossier {
  readonly #entries = new Map<ListName, Map<string, Written>>();

  constructor(
    /** The table, as messages call it. */
    readonly file: string,
    readonly title: string,
  ) {}

  /**
   * Adds the entries of a row, all or none of them. One that another row has made in the same words is there once.
   *
   * @throws WrongValue where another row says otherwise of the same entry
   */
  add(entries: readonly RowEntry[], line: number): void {
    for (const { list, key, text } of entries) {
      const earlier = this.#entries.get(list)?.get(key);
      if (earlier && earlier.text !== text) {
        throw new WrongValue("contradicted", `has another value for ${key} (${list}) than line ${earlier.line}`);
      }
    }
    for (const { list, key, text } of entries) {
      const written = this.#entries.get(list) ?? new Map<string, Written>();
      this.#entries.set(list, written);
      if (!written.has(key)) written.set(key, { text, line });
    }
  }

  has(list: ListName, key: string): boolean {
    return this.#entries.get(list)?.has(key) ?? false;
  }

  /** In the dossier format. */
  get text(): string {
    return [...this.#lines()].map(({ text }) => `${text}\n`).join("");
  }

  /** A problem of the dossier as one of the table. */
  inTable(problem: FileProblem): FileProblem {
    const { line = 1 } = [...this.#lines()][problem.line - 1] ?? {};
    return { ...problem, file: this.file, line, column: 1, path: problem.path.replace(/^(\w+)\[\d+\]/, "$1") };
  }

  *#lines(): Generator<Written> {
    yield { text: "dossier: 1", line: 1 };
    yield { text: `title: ${JSON.stringify(this.title)}`, line: 1 };
    for (const list of listNames) {
      const entries = this.#entries.get(list);
      if (!entries) continue;
      yield { text: `${list}:`, line: 1 };
      for (const { text, line } of entries.values()) yield { text: `  - ${text}`, line };
    }
  }
}
