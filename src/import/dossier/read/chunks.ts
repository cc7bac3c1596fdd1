/** Characters of a file that are parsed at once. A parsed chunk takes about thirty times its size in memory, for a while. */
const usualSize = 64_000;

/** Characters in one piece that cannot be divided: an entry, or a list in brackets. */
export const largestChunk = 4_000_000;

/** Where a chunk is in its file. */
export interface ChunkPlace {
  /** From 1. */
  readonly firstLine: number;
  /** The list in the middle of which the chunk begins; undefined where it begins with a key of the file. */
  readonly list?: string;
  /** How many entries of that list come before. */
  readonly firstIndex: number;
}

export interface Chunk extends ChunkPlace {
  /** YAML: begins with the name of the list even where the file has that in an earlier chunk. */
  readonly text: string;
}

/** A key of the file with entries on the lines that follow. */
const listKey = /^([A-Za-z]+)[ \t]*:[ \t]*(?:#.*)?\r?\n?$/;
const otherKey = /^[^\s#-]/;
const entryStart = /^( *)-\s/;

/**
 * Divides a dossier between its entries, so that each chunk is YAML and a large file is parsed in bounded memory. Files
 * below 64 kB are one chunk, as are lists in brackets.
 */
export async function* chunksOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Chunk> {
  const position = new Position();
  let text = "";
  let place: ChunkPlace = { firstLine: 1, firstIndex: 0 };
  for await (const line of lines) {
    const begins = position.beginning(line);
    if (begins && text.length >= usualSize) {
      yield { text, ...place };
      place = position.place(begins);
      text = place.list === undefined ? "" : `${place.list}:\n`;
    }
    position.pass(line, begins);
    // What is too much to parse is not kept either: it is refused by its length.
    if (text.length <= largestChunk) text += line;
  }
  yield { text, ...place };
}

/** How far a file was gone through. */
class Position {
  #line = 1;
  #list: string | undefined;
  /** Of the list's hyphens. */
  #indent: number | undefined;
  #index = 0;

  /** What begins on a line, where a chunk can begin too. */
  beginning(line: string): "key" | "entry" | undefined {
    if (listKey.test(line)) return "key";
    const indent = this.#list === undefined ? undefined : entryStart.exec(line)?.[1]?.length;
    return indent !== undefined && indent === (this.#indent ?? indent) ? "entry" : undefined;
  }

  /** The place of a chunk that begins on the line that comes next. */
  place(begins: "key" | "entry"): ChunkPlace {
    if (begins === "key") return { firstLine: this.#line, firstIndex: 0 };
    return { firstLine: this.#line, list: this.#list, firstIndex: this.#index };
  }

  pass(line: string, begins: "key" | "entry" | undefined): void {
    this.#line++;
    if (begins === "entry") {
      this.#indent ??= line.indexOf("-");
      this.#index++;
    } else if (otherKey.test(line)) {
      this.#list = listKey.exec(line)?.[1];
      this.#indent = undefined;
      this.#index = 0;
    }
  }
}

/** The lines of a text that comes in pieces, each with its line break. */
export async function* linesOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    let start = 0;
    for (let end = text.indexOf("\n", start); end >= 0; end = text.indexOf("\n", start)) {
      yield text.slice(start, end + 1);
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > largestChunk) {
      yield rest;
      rest = "";
    }
  }
  if (rest !== "") yield rest;
}
