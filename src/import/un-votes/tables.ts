import { createReadStream, existsSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { UnusableFiles } from "./unusable-files.js";

/** A line of a table, with its cells in the order of the columns asked for; a cell of a column that the file lacks is "". */
export interface TableRow {
  /** The number of the file's line on which it ends. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why it cannot be read at all; its cells are then of no use. */
  readonly fault?: string;
}

export interface Table {
  /** Its name without the folder, as reports print it. */
  readonly file: string;
  /** Of the file as it is stored. */
  readonly bytes: number;
  /** How much of `bytes` was read so far. */
  bytesRead(): number;
  rows(): AsyncGenerator<TableRow>;
}

/** The file of a table in a folder, as `name.csv` or `name.csv.gz`; undefined where there is neither. */
export function findTable(folder: string, name: string): string | undefined {
  return [`${name}.csv`, `${name}.csv.gz`].map((file) => join(folder, file)).find((path) => existsSync(path));
}

/**
 * Opens a CSV table with a header (UTF-8; gzip or plain, told by its first bytes). Rows are streamed.
 *
 * @param columns those to read: a file may have more, in any order
 * @param optional those of them that a file may lack
 * @throws UnusableFiles when the header lacks a column
 */
export async function openTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  optional: readonly Column[] = [],
): Promise<Table> {
  const file = basename(path);
  const compressed = await isGzip(path);
  const { size: bytes } = await stat(path);
  let bytesRead = 0;

  async function* rows(): AsyncGenerator<TableRow> {
    const faults: TableRow[] = [];
    const parser = parse({
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      relax_quotes: true,
      // So that a quote that is never closed takes little of the file with it.
      max_record_size: 20_000,
      // The line goes with the cells, as one more.
      on_record: (cells: string[], { lines }) => {
        cells.push(String(lines));
        return cells;
      },
      on_skip: (error): undefined => {
        faults.push({ line: lineOf(error), cells: [], fault: faultOf(error) });
      },
    });
    const source = createReadStream(path).on("data", (chunk) => {
      bytesRead += chunk.length;
    });
    const fail = (error: Error) => parser.destroy(error);
    const text = compressed ? source.on("error", fail).pipe(createGunzip()) : source;
    text.on("error", fail).pipe(parser);
    let places: number[] | undefined;
    let width = 0;
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        const line = Number(cells.pop());
        if (places === undefined) {
          places = placesOf(cells);
          width = cells.length;
          continue;
        }
        yield* faults.splice(0);
        if (cells.length !== width) {
          yield { line, cells, fault: `has ${cells.length} cells where the header has ${width}` };
        } else {
          yield { line, cells: places.map((place) => cells[place] ?? "") };
        }
      }
    } catch (error) {
      throw unreadable(error, file);
    } finally {
      source.destroy();
    }
    if (places === undefined) throw new UnusableFiles(`${file} is empty: its first line must name the columns`);
    yield* faults;
  }

  function placesOf(header: readonly string[]): number[] {
    const names = header.map((name) => name.trim().toLowerCase());
    const missing = columns.filter((column) => !names.includes(column) && !optional.includes(column));
    if (missing.length > 0) throw new UnusableFiles(`${file} has no column ${missing.join(", ")}`);
    return columns.map((column) => names.indexOf(column));
  }

  return { file, bytes, bytesRead: () => bytesRead, rows };
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

const lineOf = (error: CsvError | undefined): number => Number(error?.lines ?? 0);

const faultOf = (error: CsvError | undefined): string =>
  `is not CSV: ${(error?.message ?? "it cannot be read").split("\n")[0]}`;

function unreadable(error: unknown, file: string): unknown {
  const { code = "", message = "" } = error as { code?: string; message?: string }; // whatever streams throw are errors
  if (error instanceof CsvError) return new UnusableFiles(`${file} cannot be read to its end: ${message}`);
  if (code === "Z_BUF_ERROR") return new UnusableFiles(`${file} ends early: it was not copied whole`);
  return code.startsWith("Z_") ? new UnusableFiles(`${file} is damaged: ${message}`) : error;
}
