import { createHash } from "node:crypto";
import type { Entry } from "../../../record/entities/index.js";
import { naturalKey } from "../../../record/entities/index.js";

/** Hashes of the natural keys of very many entries, eight bytes each. */
export class KeyHashes {
  #hashes = new Float64Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(entry: Entry): void {
    if (this.#count === this.#hashes.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#count++] = hashOf(entry);
  }

  /** Hashes that several entries have: almost always because they have the same key. */
  repeated(): ReadonlySet<number> {
    const sorted = this.#hashes.subarray(0, this.#count).slice().sort();
    return new Set(sorted.filter((hash, index) => hash === sorted[index - 1]));
  }
}

/** 53 bits of an entry's natural key. */
export function hashOf(entry: Entry): number {
  const bytes = createHash("sha1").update(naturalKey(entry)).digest();
  return bytes.readUIntBE(0, 6) * 32 + ((bytes[6] ?? 0) & 31);
}
