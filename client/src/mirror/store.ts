/** An entity of the record, in the shape of a line of a dump. */
export interface Row {
  /** Global id, such as "actor_01h2xcejqtf2nbrexx3vqjhp41": its beginning tells the type. */
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The changes of a part of the feed, to be applied together. */
export interface Batch {
  /** Ids in the order of the feed, each with the row to keep, or null to remove it. */
  readonly entries: readonly (readonly [id: string, row: Row | null])[];
  /** The place in the feed after these changes. */
  readonly cursor: string;
}

/** Where a mirror keeps its copy. */
export interface MirrorStore {
  /** The cursor of the last batch that was applied, or of the dump that was loaded; null for the beginning of the feed. */
  cursor(): Promise<string | null> | string | null;
  /**
   * Keeps the rows and the cursor of a batch, all or nothing: a mirror that is stopped in between goes on after the cursor. Batches
   * may be applied twice: they then have the same effect.
   */
  apply(batch: Batch): Promise<void> | void;
}

/** A copy in memory. */
export class MemoryStore implements MirrorStore {
  /** The rows by id. */
  readonly rows: Map<string, Row>;
  #cursor: string | null;

  /**
   * @param rows those of a dump, with the `cursor` of its manifest; empty when left out, to begin at the start of the feed
   */
  constructor(rows: Iterable<Row> = [], cursor: string | null = null) {
    this.rows = new Map(Array.from(rows, (row) => [row.id, row]));
    this.#cursor = cursor;
  }

  cursor(): string | null {
    return this.#cursor;
  }

  apply({ entries, cursor }: Batch): void {
    for (const [id, row] of entries) {
      if (row) this.rows.set(id, row);
      else this.rows.delete(id);
    }
    this.#cursor = cursor;
  }
}
