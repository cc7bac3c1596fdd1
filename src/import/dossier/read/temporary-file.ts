import { closeSync, mkdtempSync, openSync, read, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const readAt = promisify(read);

/** Bytes that are read at once. */
const pieceSize = 64 * 1024;

/**
 * A file that only this process sees. Where the system allows it (Windows does not) its name is removed as soon as it is
 * open: so nothing of it is left, however the process ends.
 */
export class TemporaryFile {
  readonly #folder = mkdtempSync(join(tmpdir(), "standpoint-import-"));
  readonly #descriptor = openSync(join(this.#folder, "file"), "wx+", 0o600);
  #size = 0;
  #open = true;

  constructor() {
    this.#removeFolder();
  }

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  append(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? Buffer.from(data) : data;
    for (let from = 0; from < bytes.length; ) {
      const written = writeSync(this.#descriptor, bytes, from, bytes.length - from, this.#size);
      from += written;
      this.#size += written;
    }
  }

  /** All of it, as often as it is called. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.#size; ) {
      const { bytesRead, buffer } = await readAt(this.#descriptor, Buffer.alloc(pieceSize), 0, pieceSize, at);
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    closeSync(this.#descriptor);
    this.#removeFolder();
  }

  #removeFolder(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch (error) {
      // Windows removes no file that is open: `close` tries again.
      if (!this.#open) throw error;
    }
  }
}
