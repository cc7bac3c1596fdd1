import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Database } from "../../../db/database.js";
import { DossierProblems, type ImportOptions, type ImportReport, importDossiers } from "../../dossier/index.js";
import { RowsRejected } from "../../votes/index.js";
import { rejectionOf } from "../../votes/read/csv/cells.js";
import { readTable } from "../../votes/read/csv/table.js";
import { UnusableFiles } from "../../votes/read/unusable-files.js";
import { Report, type ReportGroup } from "../../votes/report.js";
import { headerOf } from "../header.js";
import type { TableRow } from "../value.js";
import { ActorsNamed } from "./actors-named.js";
import { type EntryMap, entryForms } from "./entry-map.js";
import { entriesOf, holds } from "./row-entries.js";
import { TableDossier } from "./table-dossier.js";

export interface TableOptions extends ImportOptions {
  readonly map: EntryMap;
  /** Where the report of rejected rows is written. */
  readonly reportPath: string;
  /** The file's encoding, as WHATWG names it, where it is not UTF-8. */
  readonly encoding?: string | undefined;
  /** Records nothing where a row would be rejected. */
  readonly strict?: boolean;
}

export interface TableResult {
  /** Rows of the table: read = used + left out + rejected. */
  readonly rows: { readonly read: number; readonly used: number; readonly leftOut: number; readonly rejected: number };
  /** The rows that were rejected, by reason. */
  readonly groups: readonly ReportGroup[];
  /** What became of the entries that the rows made. */
  readonly entries: ImportReport;
}

/**
 * Imports a table as its mapping file says: the rows become entries of a dossier, which is imported as any other. Rows with
 * a doubtful value are rejected and reported, and the others recorded.
 *
 * @throws UnusableFiles where the table is damaged, or no row can be used; nothing was recorded
 * @throws MapProblems where the mapping file does not fit the table; nothing was recorded
 * @throws RowsRejected where `strict` and a row is rejected; nothing was recorded
 * @throws DossierProblems where entries contradict each other or the record, with the table's lines; nothing was recorded
 */
export async function importTable(database: Database, path: string, options: TableOptions): Promise<TableResult> {
  const { map, reportPath, strict = false, encoding } = options;
  const report = new Report();
  // Now, so that a path that cannot be written is reported before the work.
  report.write(reportPath);
  try {
    const { dossier, leftOut } = await readRows(database, path, map, encoding, report);
    const { read, rejected } = report.of(dossier.file);
    const groups = report.groups("rejected");
    if (strict && rejected > 0) throw new RowsRejected(groups);
    if (rejected > 0 && rejected === read - leftOut) {
      const { line, reason } = groups[0]?.examples[0] ?? {};
      throw new UnusableFiles(`No row of ${dossier.file} can be used. Line ${line}: ${reason}`);
    }
    const entries = await record(database, dossier, options);
    return { rows: { read, used: read - leftOut - rejected, leftOut, rejected }, groups, entries };
  } finally {
    report.write(reportPath);
  }
}

async function readRows(
  database: Database,
  path: string,
  map: EntryMap,
  encoding: string | undefined,
  report: Report,
): Promise<{ dossier: TableDossier; leftOut: number }> {
  if (!existsSync(path)) throw new UnusableFiles(`${path}: no such file`);
  const header = await headerOf(path, { encoding });
  const forms = entryForms(map, header);
  const actors = await ActorsNamed.load(database);
  const dossier = new TableDossier(basename(path), map.content.title);
  const named = new Map<string, number>();
  let leftOut = 0;
  const readRow = (row: TableRow, line: number): undefined => {
    const { entries, actors: slugs } = holds(map.content.rows, row)
      ? entriesOf(forms, row, actors)
      : { entries: [], actors: [] };
    if (entries.length === 0) leftOut++;
    dossier.add(entries, line);
    for (const slug of slugs) if (!named.has(slug)) named.set(slug, line);
  };
  await readTable(path, {
    ...{ encoding, columns: header, report },
    onRow: (cells, line) =>
      rejectionOf(() => readRow(new Map(header.map((name, index) => [name, cells[index] ?? ""])), line)),
  });
  for (const [slug, entry] of actors.added) {
    const line = named.get(slug);
    if (line === undefined || dossier.has("actors", slug)) continue;
    dossier.add([{ list: "actors", key: slug, text: JSON.stringify(entry) }], line);
  }
  return { dossier, leftOut };
}

async function record(database: Database, dossier: TableDossier, options: ImportOptions): Promise<ImportReport> {
  const files = [{ path: dossier.file, text: dossier.text }];
  try {
    const report = await importDossiers(database, files, { ...options, importer: `table: ${dossier.title}` });
    const inTable = dossier.inTable.bind(dossier);
    return { ...report, warnings: report.warnings.map(inTable), conflicts: report.conflicts.map(inTable) };
  } catch (error) {
    if (!(error instanceof DossierProblems)) throw error;
    const problems = error.problems.map((problem) => dossier.inTable(problem));
    throw new DossierProblems(problems, error.count);
  }
}
