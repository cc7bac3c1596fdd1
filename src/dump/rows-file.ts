import { createHash } from "node:crypto";
import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import { PassThrough, type Transform } from "node:stream";
import { constants, createGzip } from "node:zlib";

/** A file of rows, one a line, which is hashed as it is written. */
export class RowsFile {
  readonly #input: Transform;
  readonly #handle: FileHandle;
  readonly #written: Promise<void>;
  readonly #hash = createHash("sha256");
  #rows = 0;
  #bytes = 0;

  private constructor(handle: FileHandle, gzip: boolean) {
    this.#handle = handle;
    // Twice as fast as the default level, for files that are a tenth larger.
    this.#input = gzip ? createGzip({ level: constants.Z_BEST_SPEED }) : new PassThrough();
    this.#written = this.#drain();
    this.#written.catch(() => undefined); // `write` and `end` report it
  }

  /** Makes the file, which must not exist. */
  static async create(path: string, gzip: boolean): Promise<RowsFile> {
    return new RowsFile(await open(path, "wx"), gzip);
  }

  /** Resolves when more may be written. */
  async write(rows: readonly string[]): Promise<void> {
    this.#rows += rows.length;
    const goesOn = this.#input.write(`${rows.join("\n")}\n`);
    if (!goesOn) await Promise.race([once(this.#input, "drain"), this.#written]);
  }

  /** Writes what is left to the disk. */
  async end(): Promise<{ rows: number; bytes: number; sha256: string }> {
    this.#input.end();
    await this.#written;
    await this.#handle.sync();
    await this.#handle.close();
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }

  /** Closes the file, whatever is in it. */
  async abandon(): Promise<void> {
    this.#input.destroy();
    await this.#written.catch(() => undefined);
    await this.#handle.close().catch(() => undefined);
  }

  async #drain(): Promise<void> {
    for await (const chunk of this.#input) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      await this.#handle.writeFile(chunk); // all of the chunk, where `write` may write a part
    }
  }
}
