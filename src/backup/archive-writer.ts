import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type Pack, pack } from "tar-stream";

/** Writes the entries of a backup file: a tar, so that other tools can open it. */
export class ArchiveWriter {
  readonly #tar: Pack = pack();
  readonly #written: Promise<void>;
  #failure: unknown;

  /** @param flags by default the path must not exist */
  constructor(path: string, flags = "wx") {
    // Only its owner may read it: hashes of API keys and secrets of webhooks are in it. Written to the disk before it is closed.
    const file = createWriteStream(path, { flags, mode: 0o600, flush: true });
    this.#written = finished(file);
    this.#written.catch((error: unknown) => {
      this.#failure = error;
      this.#tar.destroy(); // an entry that waits for the file fails then
    });
    // The pipe passes the file's error on to the tar, which nobody else listens to.
    this.#tar.on("error", (error) => {
      this.#failure ??= error;
    });
    this.#tar.pipe(file);
  }

  /**
   * Adds an entry as it is, and waits until the file takes more.
   *
   * @throws the error of the file system, such as ENOSPC
   */
  async add(name: string, content: Uint8Array): Promise<{ bytes: number; sha256: string }> {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    await new Promise<void>((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      const header = { name, size: buffer.length, mode: 0o600, type: "file" } as const;
      this.#tar.entry(header, buffer, (error) => (error ? reject(this.#failure ?? error) : resolve()));
    });
    return { bytes: buffer.length, sha256: createHash("sha256").update(buffer).digest("hex") };
  }

  /** Completes the file. */
  async end(): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.#tar.finalize();
    await this.#written;
  }

  /** Closes the file, whatever is in it. */
  async abandon(): Promise<void> {
    this.#tar.destroy();
    await this.#written.catch(() => undefined);
  }
}
