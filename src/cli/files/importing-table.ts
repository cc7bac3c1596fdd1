import { entryMapForm, importTable, readMap, type TableResult } from "../../import/tables/index.js";
import { RowsRejected } from "../../import/votes/index.js";
import { commandLog, type Setting } from "../setting.js";
import { RowsLeftOut } from "../terminal/exit-codes.js";
import { reportChange, reportImport, tellConflicts } from "../terminal/report.js";
import { stoppable } from "../terminal/stop-signal.js";
import { reportGroups } from "../terminal/votes-report.js";
import { withDatabase } from "../with-database.js";
import type { DossierOptions } from "./importing.js";

/** The command's options. */
export interface TableOptions extends DossierOptions {
  map: string;
  report: string;
  encoding?: string;
  strict?: boolean;
}

/** Records a table as its mapping file says, and says what became of it. */
export async function importTableFile(path: string, options: TableOptions, setting: Setting): Promise<void> {
  const { terminal } = setting;
  const { signal, forget } = stoppable("Stopped. Nothing was recorded", terminal);
  try {
    const map = await readMap(options.map, entryMapForm);
    if (options.dryRun) terminal.out("Nothing is changed. An import would do this:");
    const result = await withDatabase(setting.env(), terminal, commandLog(setting), (database) =>
      importTable(database, path, {
        ...options,
        ...{ map, reportPath: options.report, signal },
        onChange: options.dryRun ? (change) => reportChange(change, terminal) : undefined,
      }),
    );
    tell(result, options, setting);
  } catch (error) {
    if (error instanceof RowsRejected) reportGroups(error.groups, terminal);
    throw error;
  } finally {
    forget();
  }
}

function tell({ rows, groups, entries }: TableResult, options: TableOptions, { terminal }: Setting): void {
  const { read, used, leftOut, rejected } = rows;
  reportImport(entries, terminal);
  terminal.out(`Rows: ${read} read = ${used} used + ${leftOut} left out by the mapping file + ${rejected} rejected`);
  reportGroups(groups, terminal);
  if (rejected > 0) {
    const rest = options.dryRun ? "Nothing was changed" : "All other rows are recorded";
    throw new RowsLeftOut(`${rejected} rows were rejected. ${rest}; ${options.report} says why`);
  }
  tellConflicts(entries, options.dryRun);
}
