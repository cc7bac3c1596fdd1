import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvError, parse } from "csv-parse";
import type { Report } from "../../report.js";
import { damaged, UnusableFiles } from "../unusable-files.js";
import { type ByteOptions, textOf } from "./bytes.js";

/** Why a row cannot be recorded: which kind of reason, and the reason itself. */
export interface Rejection {
  readonly kind: string;
  readonly reason: string;
}

export interface TableOptions<Column extends string> extends ByteOptions {
  readonly columns: readonly Column[];
  /** Those columns that a file may lack. Their cells are then empty. */
  readonly optional?: readonly Column[];
  /** Whether the table may have no row: without that, a header alone is a file that was cut. */
  readonly mayBeEmpty?: boolean;
  readonly report: Report;
  /** The label under which rows are counted, and what is added to their lines; the file's name and 0 where it is left out. */
  readonly countedAs?: { readonly label: string; readonly offset: number };
  /** Called with the cells in the order of the columns, trimmed, and the line on which the row begins. */
  readonly onRow: (cells: readonly string[], line: number) => Rejection | undefined;
}

/** A text is cut at 245 characters in the data, and a coded cell is shorter. Anything this long is damage. */
const longestCell = 10_000;
const longestRow = 100_000;

/** The file of a table in a folder, as `name.csv` or `name.csv.gz`; undefined where there is neither. */
export function findTable(folder: string, name: string): string | undefined {
  return [`${name}.csv`, `${name}.csv.gz`].map((file) => join(folder, file)).find((path) => existsSync(path));
}

/**
 * Reads a CSV table with a header to its end, and counts its rows in the report. The separator is a comma, a semicolon or
 * a tab, by what the header uses. Lines end in LF, CRLF or CR, also mixed.
 *
 * A row whose values are wrong is rejected, and the rest is read. A file whose form is wrong is refused, since nobody can
 * say which of its rows are intact: a quote out of place, another number of cells, bytes that are not text, a file that
 * was cut.
 *
 * @returns the file's name without its folder
 * @throws UnusableFiles with file and line
 */
export async function readTable<Column extends string>(path: string, options: TableOptions<Column>): Promise<string> {
  const { report, onRow } = options;
  const file = basename(path);
  const { label, offset } = options.countedAs ?? { label: file, offset: 0 };
  const sums = report.of(label);
  let places: number[] | undefined;
  let width = 0;
  let rejected: Rejection | undefined;
  const position = { lines: 0, emptyLines: 0, start: 1 };

  const onRecord = (cells: string[], info: { lines: number; empty_lines: number }): null => {
    position.start = position.lines + 1 + info.empty_lines - position.emptyLines;
    if (info.lines > position.start) refuseSwallowed(cells, file, position.start);
    position.lines = info.lines;
    position.emptyLines = info.empty_lines;
    if (places === undefined) {
      places = placesOf(cells, options, file);
      width = cells.length;
      return null;
    }
    // Spreadsheets write an empty row as its separators.
    if (cells.every((cell) => cell === "")) return null;
    if (cells.length !== width) {
      throw damaged(file, position.start, `has ${cells.length} cells where the header has ${width}`);
    }
    refuseLong(cells, file, position.start);
    sums.read++;
    rejected = onRow(
      places.map((place) => cells[place] ?? ""),
      offset + position.start,
    );
    if (rejected) report.reject(label, offset + position.start, rejected.kind, rejected.reason);
    return null;
  };

  const chunks = textOf(path, file, options);
  const first = await firstChunk(chunks);
  let last = first;
  const all = async function* () {
    if (first.length > 0) yield first;
    for await (const chunk of chunks) {
      if (chunk.length > 0) last = chunk;
      yield chunk;
    }
  };
  const parser = parse({
    delimiter: separatorOf(first, options),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: longestRow,
    on_record: onRecord,
  });
  // It passes nothing on, since rows are handled as they are parsed.
  parser.resume();
  try {
    await pipeline(Readable.from(all()), parser);
  } catch (error) {
    throw isCsvError(error) ? notCsv(error, file, position) : error;
  }
  if (places === undefined) throw damaged(file, 1, "is empty: its first line must name the columns");
  if (sums.read === 0 && !options.mayBeEmpty)
    throw damaged(file, 1, "has no row after its header: it may have been truncated");
  if (!/[\r\n]$/.test(last.toString("latin1", Math.max(0, last.length - 1)))) {
    if (rejected) throw damaged(file, position.start, `ends in the middle of a row: ${rejected.reason}`);
    report.note(
      label,
      offset + position.start,
      "cut",
      "the last line has no line break: the file may have been truncated here",
    );
  }
  return file;
}

async function firstChunk(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return Buffer.alloc(0);
    if (value.length > 0) return value;
  }
}

/** The one under which the header has the required columns; the comma where none is. */
function separatorOf<Column extends string>(start: Buffer, { columns, optional = [] }: TableOptions<Column>): string {
  const header = /^[^\r\n]*/.exec(start.toString("utf8").trimStart())?.[0] ?? "";
  const required = columns.filter((column) => !optional.includes(column));
  const fits = (separator: string) => {
    const names = new Set(header.split(separator).map((name) => columnName(name.replaceAll('"', ""))));
    return required.every((column) => names.has(column));
  };
  return [",", ";", "\t"].find(fits) ?? ",";
}

const columnName = (text: string): string => text.trim().toLowerCase();

function placesOf<Column extends string>(
  header: readonly string[],
  { columns, optional = [] }: TableOptions<Column>,
  file: string,
): number[] {
  const names = header.map(columnName);
  const missing = columns.filter((column) => !names.includes(column) && !optional.includes(column));
  if (missing.length > 0) throw new UnusableFiles(`${file} has no column ${missing.join(", ")}`);
  const twice = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) throw damaged(file, 1, `names the column ${twice} twice`);
  return columns.map((column) => names.indexOf(column));
}

/** A quote out of place can take in the rows that follow it up to the next quote. */
function refuseSwallowed(cells: readonly string[], file: string, line: number): void {
  if (!cells.some((cell) => /[\r\n]\s*"?\d{1,9}(\.0+)?"?\s*[,;\t]/.test(cell))) return;
  throw damaged(file, line, "a quote that opens in this row includes the following rows. Remove or close it");
}

function refuseLong(cells: readonly string[], file: string, line: number): void {
  for (const { length } of cells) {
    if (length > longestCell) throw damaged(file, line, `has a cell of ${length} characters: a quote may be missing`);
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && "code" in error && /^(CSV_|INVALID_OPENING_QUOTE)/.test(String(error.code));

function notCsv({ code, message }: CsvError, file: string, { lines }: { lines: number }): UnusableFiles {
  const what: Record<string, string> = {
    INVALID_OPENING_QUOTE: "a quote is inside a cell that does not start with one",
    CSV_INVALID_CLOSING_QUOTE: "a quote closes a cell before its end",
    CSV_QUOTE_NOT_CLOSED: "a quote that opens in this row is never closed",
    CSV_MAX_RECORD_SIZE: "a quote that opens in this row is not closed, or the row is too long",
  };
  return damaged(file, lines + 1, `${what[code] ?? message.split("\n")[0]}. Double the quotes that are part of a text`);
}
