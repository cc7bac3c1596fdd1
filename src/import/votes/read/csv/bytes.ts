import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import { damaged, UnusableFiles } from "../unusable-files.js";

export interface ByteOptions {
  /** The label of the file's encoding, as WHATWG names it. Without it UTF-8, or UTF-16 where a byte order mark says so. */
  readonly encoding?: string | undefined;
  /** Called with the number of bytes of the stored file that were read since the last call. */
  readonly onRead?: (bytes: number) => void;
}

const lineFeed = 0x0a;

/**
 * The text of a file as UTF-8, in chunks that end between characters, decompressed where it is gzip.
 *
 * @throws UnusableFiles with the line where the file is cut, where its checksum fails, and where it is not text
 */
export async function* textOf(path: string, file: string, options: ByteOptions = {}): AsyncGenerator<Buffer> {
  let line = 1;
  let decoder: TextDecoder | undefined;
  let carried: Buffer = Buffer.alloc(0);
  const take = (bytes: Buffer): Buffer => {
    decoder ??= decoderFor(bytes, options.encoding, file);
    const decoded = decode(decoder, bytes, file, line);
    const text = carried.length > 0 ? Buffer.concat([carried, decoded]) : decoded;
    const end = lengthOfWhole(text);
    carried = text.subarray(end);
    const whole = text.subarray(0, end);
    const nul = whole.indexOf(0);
    if (nul >= 0) {
      const at = line + countLines(whole.subarray(0, nul));
      throw damaged(file, at, "contains a NUL character. If the file is UTF-16, add --encoding utf-16le");
    }
    if (!isUtf8(whole)) throw notUtf8(whole, file, line);
    line += countLines(whole);
    return whole;
  };
  try {
    let first = true;
    for await (const bytes of storedBytes(path, await isGzip(path, file), options.onRead)) {
      const whole = take(bytes);
      // Only the start of a file can hold a byte order mark.
      yield first ? withoutMark(whole) : whole;
      first = false;
    }
  } catch (error) {
    throw error instanceof UnusableFiles ? error : unreadable(error, file, line);
  }
  if (decoder) decode(decoder, undefined, file, line);
  if (carried.length > 0) throw damaged(file, line, "ends in the middle of a character: it was not copied completely");
}

function storedBytes(path: string, compressed: boolean, onRead?: (bytes: number) => void): AsyncIterable<Buffer> {
  const source = createReadStream(path);
  if (onRead) source.on("data", (chunk) => onRead(chunk.length));
  if (!compressed) return source;
  const gunzip = createGunzip();
  // The error reaches the reader of the decompressed bytes.
  pipeline(source, gunzip, () => undefined);
  return gunzip;
}

async function isGzip(path: string, file: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const compressed = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    if (!compressed && file.endsWith(".gz")) throw damaged(file, 1, "is not gzip, although its name ends in .gz");
    return compressed;
  } finally {
    await handle.close();
  }
}

/** @param start the first bytes, which may hold a byte order mark */
function decoderFor(start: Buffer, encoding: string | undefined, file: string): TextDecoder {
  const mark = start.toString("hex", 0, 2);
  const marked = { fffe: "utf-16le", feff: "utf-16be" }[mark] ?? "utf-8";
  try {
    return new TextDecoder(encoding ?? marked, { fatal: true });
  } catch {
    throw new UnusableFiles(
      `${file}: "${encoding}" is not a known encoding. Examples are utf-8, windows-1252 and utf-16le`,
    );
  }
}

/** UTF-8 passes unchanged, since it is checked afterwards. */
function decode(decoder: TextDecoder, bytes: Buffer | undefined, file: string, line: number): Buffer {
  if (decoder.encoding === "utf-8") return bytes ?? Buffer.alloc(0);
  try {
    return Buffer.from(decoder.decode(bytes, { stream: bytes !== undefined }), "utf8");
  } catch {
    throw damaged(file, line, `is not ${decoder.encoding} text, on this line or one of the following lines`);
  }
}

const withoutMark = (text: Buffer): Buffer =>
  text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;

/** How many bytes there are up to the end of the last complete character. */
function lengthOfWhole(text: Buffer): number {
  let start = text.length - 1;
  // Bytes that continue a character.
  while (start >= 0 && start > text.length - 4 && ((text[start] ?? 0) & 0xc0) === 0x80) start--;
  const first = text[start] ?? 0;
  const needed = 1 + Number(first >= 0xc0) + Number(first >= 0xe0) + Number(first >= 0xf0);
  return needed > text.length - start ? start : text.length;
}

function countLines(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(lineFeed); at >= 0; at = text.indexOf(lineFeed, at + 1)) lines++;
  return lines;
}

const windows1252 = new TextDecoder("windows-1252");

/** Says where, and how the line reads in the encoding that it most likely has. */
function notUtf8(text: Buffer, file: string, firstLine: number): UnusableFiles {
  let start = 0;
  let line = firstLine;
  for (;;) {
    const end = text.indexOf(lineFeed, start);
    const row = text.subarray(start, end < 0 ? text.length : end);
    if (end < 0 || !isUtf8(row)) {
      const printed = windows1252.decode(row).trim().slice(0, 80);
      return damaged(
        file,
        line,
        `is not UTF-8. Save the file as UTF-8, or give its encoding: with --encoding windows-1252 the line reads "${printed}"`,
      );
    }
    start = end + 1;
    line++;
  }
}

function unreadable(error: unknown, file: string, line: number): unknown {
  const { code = "", message = "" } = error as { code?: string; message?: string }; // streams throw errors
  if (code === "Z_BUF_ERROR")
    return damaged(file, line, "can be read up to here and then ends: it was not copied completely");
  if (code.startsWith("Z_")) return damaged(file, line, `can be read up to here and is then damaged (${message})`);
  return code === "" ? error : new UnusableFiles(`${file} cannot be read: ${message}`);
}
