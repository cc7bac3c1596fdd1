import { Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify/sync";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { OperationRequest } from "../../operations/read-operation.js";
import { httpError } from "../errors/http-errors.js";
import { readAhead } from "./read-ahead.js";
import { cellOf, type Table } from "./table.js";
import type { TableQuery } from "./table-pages.js";

/** A page of a table whose lines the database writes. */
export interface LinesPage {
  readonly text: string;
  readonly rows: number;
}

/** How the rows of a table are read. */
export interface RowSource {
  /** The JSON of an operation's result, executed in a turn of its own. */
  ask(request: FastifyRequest, reply: FastifyReply, operation: OperationRequest): Promise<string>;
  /**
   * Reads on after the first page by lines of CSV that the database writes.
   *
   * @param operation the request of the next page, which no longer needs a check
   * @returns a page of so many rows, each time it is called; undefined where the table has columns that only `ask` can read
   */
  lines?(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: OperationRequest,
    table: Table,
  ): Promise<((size: number) => Promise<LinesPage>) | undefined>;
}

interface FileRequest {
  readonly source: RowSource;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly table: Table;
  readonly tableQuery: TableQuery;
  readonly variables: Readonly<Record<string, unknown>>;
  /** More rows are refused. */
  readonly maxRows: number;
}

/** A file that is read as it is sent. */
export interface CsvFile {
  readonly content: Readable;
  /** Whether all rows came in one page, and so from one snapshot of the record. */
  readonly hasOnePage: boolean;
}

/** The lines of a page; none has no lines but the first. */
interface TextPage {
  readonly text: string;
  readonly isLast: boolean;
}

/**
 * Makes a CSV file (RFC 4180) in UTF-8 with a byte order mark, without which Excel reads another encoding. A text
 * that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @returns the file as a stream: one page at a time is in memory while the next one is read
 * @throws the refusal of the request, before the file begins
 */
export async function csvFile(file: FileRequest): Promise<CsvFile> {
  const pages = pagesOf(file);
  const first = await pages.next();
  const header = stringify([file.table.columns.map(({ name }) => name)], { ...csv, bom: true });
  const texts = async function* () {
    yield header + (first.done ? "" : first.value.text);
    for await (const { text } of readAhead(pages)) yield text;
  };
  // When a page fails, the stream is destroyed, so that the download is cut off and does not look complete.
  const content = Readable.from(texts(), { objectMode: false });
  return { content, hasOnePage: first.done === true || first.value.isLast };
}

const csv: Options = { record_delimiter: "windows", quote_record_delimiter: true };

/** The lines of a table, page after page. */
async function* pagesOf(file: FileRequest): AsyncGenerator<TextPage, void> {
  const { source, request, reply, table, tableQuery, variables, maxRows } = file;
  const { query, cursorName, sizeName, connectionPath } = tableQuery;
  const used = Object.fromEntries(Object.entries(variables).filter(([name]) => tableQuery.variables.has(name)));
  const operationFrom = (cursor: string | null, size: number | undefined): OperationRequest => {
    const page = connectionPath ? { [cursorName]: cursor, [sizeName]: size } : {};
    return { query, variables: { ...used, ...page } };
  };
  let count = 0;
  let sizes: readonly number[] = pageSizes;
  let cursor: string | null = null;
  let mayHaveLines = true;
  do {
    if (cursor !== null && mayHaveLines) {
      const read = await source.lines?.(request, reply, operationFrom(cursor, sizes[0]), table);
      if (read) return yield* linesOf(read, count, maxRows);
      mayHaveLines = false;
    }
    const page: Page = await pageFrom(tableQuery, sizes, (size) =>
      source.ask(request, reply, operationFrom(cursor, size)),
    );
    count += page.rows.length;
    if (count > maxRows) throw tooManyRows(maxRows);
    ({ sizes, cursor } = page);
    yield { text: textOf(page.rows, table), isLast: cursor === null };
  } while (cursor !== null);
}

/** Rows as JSON. */
interface Page {
  readonly rows: readonly unknown[];
  /** The cursor after which the next page begins; null on the last page. */
  readonly cursor: string | null;
  /** The sizes that pages may have: the first one that is not refused, and smaller ones. */
  readonly sizes: readonly number[];
}

async function pageFrom(
  tableQuery: TableQuery,
  sizes: readonly number[],
  ask: (size: number | undefined) => Promise<string>,
): Promise<Page> {
  const { rowsPath, connectionPath } = tableQuery;
  const { data, errors } = JSON.parse(await ask(sizes[0]));
  const smaller = sizes.slice(1);
  if (connectionPath && smaller.length > 0 && isTooMuch(errors)) return pageFrom(tableQuery, smaller, ask);
  if (errors) throw httpError(statusOf(errors[0]), errors[0].extensions?.code, errors[0].message);
  const rows = itemsAt(data, rowsPath);
  if (!connectionPath) return { rows, cursor: null, sizes };
  const { hasNextPage, endCursor } = at(data, [...connectionPath, "pageInfo"]) as PageInfo; // as the query asks for it
  return { rows, cursor: hasNextPage ? endCursor : null, sizes };
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

async function* linesOf(
  read: (size: number) => Promise<LinesPage>,
  before: number,
  maxRows: number,
): AsyncGenerator<TextPage, void> {
  let count = before;
  let size: number = lineCounts.first;
  while (true) {
    const { text, rows } = await read(size);
    count += rows;
    if (count > maxRows) throw tooManyRows(maxRows);
    if (rows > 0) yield { text, isLast: rows < size };
    if (rows < size) return;
    if (text.length < pageLength * 0.6 && size < lineCounts.most) size *= 2;
    else if (text.length > pageLength && size > lineCounts.least) size /= 2;
  }
}

/** Rows of a page; fewer if rows contain lists, so that the page would exceed a limit. */
const pageSizes = [500, 50, 5] as const;

/** The most characters of a page of lines, which decides the number of its rows. */
const pageLength = 500_000;
const lineCounts = { first: 1_000, least: 125, most: 4_000 } as const;

type Problems = readonly { extensions?: { code?: string } }[] | undefined;
const isTooMuch = (errors: Problems): boolean =>
  errors?.some(({ extensions }) => /^QUERY_TOO_(LARGE|EXPENSIVE)$/.test(extensions?.code ?? "")) ?? false;

const statusOf = ({ extensions }: { extensions?: { code?: string } }): number =>
  extensions?.code === "OVERLOADED" || extensions?.code === "UNAVAILABLE" ? 503 : 400;

/** The items of the list at a path, which may lead through other lists. */
function itemsAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemsAt(item, path));
  if (value === null || value === undefined) return [];
  const [key, ...rest] = path;
  return key === undefined ? [value] : itemsAt((value as Record<string, unknown>)[key], rest);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key], value);
}

function tooManyRows(mostRows: number): Error {
  const advice = "Narrow it with its variables, or send credentials, which allow more rows.";
  return httpError(400, "TOO_MANY_ROWS", `The table has more than ${mostRows.toLocaleString("en")} rows. ${advice}`);
}

function textOf(rows: readonly unknown[], { columns }: Table): string {
  const cells = rows.map((row) => columns.map((column) => harmless(cellOf(row, column), column.type)));
  return stringify(cells, csv);
}

const numbers: readonly string[] = ["Int", "Float"];

/** See OWASP, "CSV Injection". `src/execution/table/csv-cell.ts` has the same rule in SQL. */
const harmless = (cell: string, type: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !numbers.includes(type) ? `'${cell}` : cell;
