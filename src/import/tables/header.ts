import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { type ByteOptions, textOf } from "../votes/read/csv/bytes.js";
import { damaged } from "../votes/read/unusable-files.js";

/**
 * The names of a table's columns, in lower case. The separator is the one of comma, semicolon and tab that gives most.
 *
 * @throws UnusableFiles where the file cannot be read or its first line is empty
 */
export async function headerOf(path: string, bytes: Pick<ByteOptions, "encoding">): Promise<string[]> {
  const file = basename(path);
  let start = "";
  for await (const chunk of textOf(path, file, bytes)) {
    start += chunk.toString("utf8");
    if (/\S[^\r\n]*[\r\n]/.test(start)) break;
  }
  const line = /^[^\r\n]*/.exec(start.trimStart())?.[0] ?? "";
  const names = [",", ";", "\t"]
    .map((delimiter) => namesIn(line, delimiter))
    .reduce((most, some) => (some.length > most.length ? some : most));
  if (names.length === 0) throw damaged(file, 1, "is empty: its first line must name the columns");
  return names;
}

function namesIn(line: string, delimiter: string): string[] {
  const [cells = []] = parse(line, { delimiter, relax_quotes: true, trim: true }) as string[][]; // without `columns`
  return cells.map((cell) => cell.toLowerCase());
}
