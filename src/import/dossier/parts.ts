import type { Entry, ListName } from "../../record/entities/index.js";
import { dossierYaml } from "./yaml-text.js";

/** Writes to a file: of several the number from 1, which never goes down. */
export type WriteFile = (part: number, text: string) => Promise<void> | void;

/** Writes entries as one file or as parts of about the same size, each a dossier by itself. */
export class DossierWriter {
  #part = 1;
  #text = "";
  #inPart = 0;
  #list: ListName | undefined;
  #count = 0;

  constructor(
    readonly write: WriteFile,
    /** Characters; infinite for one file. */
    readonly partSize: number,
    /** Of all entries. */
    readonly total: number,
  ) {}

  /** How many entries were added. */
  get count(): number {
    return this.#count;
  }

  /** Entries of one list. Lists come one after another. */
  async add(list: ListName, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    this.#count += entries.length;
    if (this.partSize === Number.POSITIVE_INFINITY) {
      if (this.#list === undefined) await this.write(1, head(this.total));
      for (const some of chunks(entries)) await this.write(1, this.#yaml(list, some));
      return;
    }
    for (const some of chunks(entries)) {
      this.#text += this.#yaml(list, some);
      this.#inPart += some.length;
      if (this.#text.length >= this.partSize) await this.#endPart();
    }
  }

  /** @returns how many files were written */
  async end(): Promise<number> {
    if (this.partSize === Number.POSITIVE_INFINITY) {
      if (this.#list === undefined) await this.write(1, head(this.total));
      return 1;
    }
    if (this.#text !== "" || this.#part === 1) await this.#endPart();
    return this.#part - 1;
  }

  #yaml(list: ListName, entries: readonly Entry[]): string {
    const named = list !== this.#list;
    this.#list = list;
    return dossierYaml(list, entries, named);
  }

  async #endPart(): Promise<void> {
    await this.write(this.#part, `${head(this.#inPart)}${this.#text}`);
    this.#part++;
    this.#text = "";
    this.#inPart = 0;
    this.#list = undefined;
  }
}

const head = (entries: number): string => `dossier: 1\ntitle: Everything on record\nentries: ${entries}\n`;

/** Few enough that parts are about as large as they should be. */
const some = 200;

function* chunks(entries: readonly Entry[]): Generator<readonly Entry[]> {
  for (let start = 0; start < entries.length; start += some) yield entries.slice(start, start + some);
}

/** The name of a part's file. It says how many there are, so that an import finds out where one is missing. */
export const partName = (part: number, parts: number): string =>
  `part-${padded(part)}-of-${padded(parts)}.dossier.yaml`;

const padded = (part: number): string => String(part).padStart(4, "0");

const partPattern = /^part-(\d+)-of-(\d+)\.dossier\.yaml$/;

/** The names of the parts that are missing beside these files, at most ten. */
export function missingParts(names: readonly string[]): string[] {
  const parts = Math.max(0, ...names.map((name) => Number(partPattern.exec(name)?.[2] ?? 0)));
  const there = new Set(names);
  const missing: string[] = [];
  for (let part = 1; part <= parts && missing.length < 10; part++) {
    if (!there.has(partName(part, parts))) missing.push(partName(part, parts));
  }
  return missing;
}
