import type { Report } from "./report.js";
import {
  RejectedRow,
  type RollCallRow,
  readRollCall,
  requiredRollCallColumns,
  rollCallColumns,
} from "./roll-call-row.js";
import { openTable } from "./tables.js";

/** Reads the table of roll calls; what cannot be recorded is reported. */
export async function readRollCalls(path: string, report: Report): Promise<{ file: string; rows: RollCallRow[] }> {
  const optional = rollCallColumns.filter((column) => !requiredRollCallColumns.some((required) => required === column));
  const table = await openTable(path, rollCallColumns, optional);
  const sums = report.of(table.file);
  const rows = new Map<number, RollCallRow>();
  for await (const read of table.rows()) {
    sums.read++;
    try {
      if (read.fault !== undefined) throw new RejectedRow(read.fault);
      const row = readRollCall(read);
      const earlier = rows.get(row.rcid);
      if (earlier) throw new RejectedRow(`roll call ${row.rcid} is on line ${earlier.line} already`);
      rows.set(row.rcid, row);
    } catch (error) {
      if (!(error instanceof RejectedRow)) throw error;
      report.reject(table.file, read.line, error.message);
    }
  }
  return { file: table.file, rows: [...rows.values()] };
}
