import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import type { TemporaryFile } from "./temporary-file.js";

/** A dossier: as text, or as a file on disk that is read as often as it is needed. */
export type DossierFile = DossierText | DossierOnDisk;

interface DossierText {
  /** As messages call it. */
  readonly path: string;
  readonly text: string;
}

interface DossierOnDisk {
  /** As messages call it. */
  readonly path: string;
  /** Where it is, or a copy of what came from standard input. */
  readonly location: string | TemporaryFile;
  /** Bytes. */
  readonly size: number;
}

/** A file that is not text in UTF-8. */
export class NotText extends Error {
  override readonly name = "NotText";

  constructor(
    message: string,
    /** From 1. */
    readonly line: number,
  ) {
    super(message);
  }
}

export const sizeOf = (file: DossierFile): number => ("text" in file ? file.text.length : file.size);

/** @throws NotText */
export async function* piecesOf(file: DossierFile): AsyncGenerator<string> {
  if ("text" in file) {
    yield file.text.replace(/^\ufeff/, "");
    return;
  }
  const { location } = file;
  yield* decoded(
    typeof location === "string" ? createReadStream(location, { highWaterMark: 64 * 1024 }) : location.pieces(),
  );
}

/** @throws NotText */
export async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let first = true;
  for await (const bytes of pieces) {
    const utf16 = first && (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0);
    if (utf16) throw new NotText("is not UTF-8 text, but probably UTF-16", 1);
    first = false;
    const piece = decode(decoder, bytes, line);
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) line++;
    yield piece;
  }
  yield decode(decoder, undefined, line);
}

function decode(decoder: TextDecoder, bytes: Buffer | undefined, line: number): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    // About where: a piece is 64 KiB. The lines of it that can be read come first.
    const readable = new TextDecoder("utf-8").decode(bytes).split("\ufffd", 1)[0] ?? "";
    throw new NotText("is not UTF-8 text", line + readable.split("\n").length - 1);
  }
}
