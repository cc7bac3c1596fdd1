import { isDeepStrictEqual } from "node:util";
import type { Report } from "../report.js";
import type { ByteOptions } from "./csv/bytes.js";
import { rejectionOf } from "./csv/cells.js";
import { readTable } from "./csv/table.js";
import { type RollCallRow, readRollCall, requiredRollCallColumns, rollCallColumns } from "./roll-call-row.js";

export interface RollCallTable {
  readonly file: string;
  readonly rows: readonly RollCallRow[];
}

/**
 * Reads the table of roll calls. Of two rows with one number and the same content the later is rejected; where the
 * content differs both are, since either can be the wrong one.
 */
export async function readRollCalls(path: string, report: Report, bytes: ByteOptions): Promise<RollCallTable> {
  const optional = rollCallColumns.filter((column) => !requiredRollCallColumns.some((required) => required === column));
  const rows = new Map<number, RollCallRow>();
  const contradicted = new Map<number, number>();
  const file = await readTable(path, {
    ...bytes,
    columns: rollCallColumns,
    optional,
    report,
    onRow: (cells, line) =>
      rejectionOf(() => {
        const row = readRollCall(cells, line);
        const earlier = rows.get(row.rcid);
        if (!earlier) {
          rows.set(row.rcid, row);
          return undefined;
        }
        if (isDeepStrictEqual({ ...earlier, line }, row)) {
          return { kind: "twice", reason: `roll call ${row.rcid} is already on line ${earlier.line}` };
        }
        contradicted.set(row.rcid, line);
        return { kind: "contradicted", reason: contradiction(row.rcid, earlier.line) };
      }),
  });
  for (const [rcid, line] of contradicted) {
    const earlier = rows.get(rcid);
    rows.delete(rcid);
    if (earlier) report.reject(file, earlier.line, "contradicted", contradiction(rcid, line));
  }
  return { file, rows: [...rows.values()] };
}

const contradiction = (rcid: number, line: number) =>
  `roll call ${rcid} is also on line ${line}, with other content: one of the two is wrong`;
