import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Entry } from "../../../record/format/dossier.js";
import { naturalKey } from "../../../record/natural-key.js";
import { DossierItem, type FilePart } from "./dossier-item.js";

type Position = DossierItem<"positions">;

/** Positions that are in memory at once. */
const batch = 2_000;

/**
 * The positions of an import, which may be a million: nothing refers to them, so they are checked and recorded batch by
 * batch. The first batch is kept in memory, the rest in a temporary file.
 */
export class PositionSpool {
  #last: Position[] = [];
  #file: { readonly folder: string; readonly path: string; readonly descriptor: number } | undefined;
  readonly #parts: FilePart[] = [];
  readonly #partNumbers = new Map<FilePart, number>();
  #hashes = new Float64Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(position: Position): void {
    this.#remember(hashOf(position.entry));
    this.#last.push(position);
    if (this.#last.length > batch) this.#flush();
  }

  /** All positions in the order in which they were added, as often as it is called. */
  async *batches(): AsyncGenerator<Position[]> {
    let items: Position[] = [];
    if (this.#file) {
      const lines = createInterface({
        input: createReadStream(this.#file.path, "utf8"),
        crlfDelay: Number.POSITIVE_INFINITY,
      });
      for await (const line of lines) {
        items.push(this.#read(line));
        if (items.length < batch) continue;
        yield items;
        items = [];
      }
    }
    items.push(...this.#last);
    if (items.length > 0) yield items;
  }

  /** Hashes of natural keys that several positions have: almost always because they have the same key. */
  repeated(): ReadonlySet<number> {
    const sorted = this.#hashes.subarray(0, this.#count).slice().sort();
    return new Set(sorted.filter((hash, index) => hash === sorted[index - 1]));
  }

  close(): void {
    if (this.#file) rmSync(this.#file.folder, { recursive: true, force: true });
  }

  #remember(hash: number): void {
    if (this.#count === this.#hashes.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#count++] = hash;
  }

  #flush(): void {
    if (!this.#file) {
      const folder = mkdtempSync(join(tmpdir(), "standpoint-import-"));
      const path = join(folder, "positions");
      this.#file = { folder, path, descriptor: openSync(path, "a") };
    }
    writeSync(this.#file.descriptor, this.#last.map((position) => `${this.#line(position)}\n`).join(""));
    this.#last = [];
  }

  #line({ entry, place: { part, index, line, column } }: Position): string {
    let number = this.#partNumbers.get(part);
    if (number === undefined) {
      number = this.#parts.push(part) - 1;
      this.#partNumbers.set(part, number);
    }
    return JSON.stringify([number, index, line, column, entry]);
  }

  #read(text: string): Position {
    const [number, index, line, column, entry] = JSON.parse(text) as [
      number,
      number,
      number,
      number,
      Entry<"positions">,
    ];
    const part = this.#parts[number];
    if (!part) throw new Error("The spool names a part of no file");
    return new DossierItem("positions", entry, { part, index, line, column });
  }
}

/** 53 bits of a position's natural key. */
export function hashOf(entry: Entry<"positions">): number {
  const bytes = createHash("sha1").update(naturalKey(entry)).digest();
  return bytes.readUIntBE(0, 6) * 32 + ((bytes[6] ?? 0) & 31);
}
