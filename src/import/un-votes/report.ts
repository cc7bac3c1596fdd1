import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";

/** What happened to the rows of one file: read = recorded + unchanged + rejected. */
export interface Sums {
  read: number;
  recorded: number;
  unchanged: number;
  rejected: number;
}

/** Why a line stands in the report: its row was not recorded, or it was and something about it is worth a look. */
export type ReportKind = "rejected" | "note";

/** A CSV file with a line for each rejected row and each remark, and the sums by file. */
export class Report {
  readonly sums = new Map<string, Sums>();
  #notes = 0;
  readonly #file: number;
  #unwritten = "kind,file,line,reason\n";

  /** Throws where the file cannot be written. */
  constructor(readonly path: string) {
    this.#file = openSync(path, "w");
  }

  get notes(): number {
    return this.#notes;
  }

  /** The sums of a file, counted up by whoever reads it. */
  of(file: string): Sums {
    const sums = this.sums.get(file) ?? { read: 0, recorded: 0, unchanged: 0, rejected: 0 };
    this.sums.set(file, sums);
    return sums;
  }

  reject(file: string, line: number, reason: string): void {
    this.of(file).rejected++;
    this.#write("rejected", file, line, reason);
  }

  note(file: string, line: number | null, reason: string): void {
    this.#notes++;
    this.#write("note", file, line, reason);
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #write(kind: ReportKind, file: string, line: number | null, reason: string): void {
    this.#unwritten += stringify([[kind, file, line, reason]]);
    // Written at once and not streamed: so it cannot pile up in memory however much is rejected.
    if (this.#unwritten.length > 65_536) this.#flush();
  }

  #flush(): void {
    writeSync(this.#file, this.#unwritten);
    this.#unwritten = "";
  }
}
