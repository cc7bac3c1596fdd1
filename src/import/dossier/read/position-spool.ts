import type { Entry } from "../../../record/entities/index.js";
import { linesOf } from "./chunks.js";
import { DossierItem, type FilePart } from "./dossier-item.js";
import { KeyHashes } from "./key-hashes.js";
import { decoded } from "./source-file.js";
import { TemporaryFile } from "./temporary-file.js";

type Position = DossierItem<"positions">;

/** Positions that are in memory at once. */
const batch = 2_000;

/**
 * The positions of an import, which may be a million: nothing refers to them, so they are checked and recorded batch by
 * batch. The first batch is kept in memory, the rest in a temporary file.
 */
export class PositionSpool {
  #last: Position[] = [];
  #file: TemporaryFile | undefined;
  readonly #parts: FilePart[] = [];
  readonly #partNumbers = new Map<FilePart, number>();
  /** Of all of them. */
  readonly hashes = new KeyHashes();

  get count(): number {
    return this.hashes.count;
  }

  add(position: Position): void {
    this.hashes.add(position.entry);
    this.#last.push(position);
    if (this.#last.length > batch) this.#flush();
  }

  /** All positions in the order in which they were added, as often as it is called. */
  async *batches(): AsyncGenerator<Position[]> {
    let items: Position[] = [];
    if (this.#file) {
      for await (const line of linesOf(decoded(this.#file.pieces()))) {
        items.push(this.#read(line));
        if (items.length < batch) continue;
        yield items;
        items = [];
      }
    }
    items.push(...this.#last);
    if (items.length > 0) yield items;
  }

  close(): void {
    this.#file?.close();
  }

  #flush(): void {
    this.#file ??= new TemporaryFile();
    this.#file.append(this.#last.map((position) => `${this.#line(position)}\n`).join(""));
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
