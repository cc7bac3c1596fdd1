import { basename } from "node:path";
import type { Report } from "../report.js";
import { CountryRows } from "./country-rows.js";
import type { ByteOptions } from "./csv/bytes.js";
import { rejectionOf, rollCallNumber, shown, value } from "./csv/cells.js";
import { type Rejection, readTable } from "./csv/table.js";
import { noRollCall, printed } from "./votes.js";

export interface AbsenceTable {
  readonly file: string;
  readonly rows: CountryRows;
}

/** The values of the rows. The data derives an absence where it has no vote of a member that had voted before. */
export const recordedAbsence = 1;
export const derivedAbsence = 2;

/** Reads the table of absences. */
export async function readAbsences(
  path: string,
  rcids: ReadonlySet<number>,
  report: Report,
  bytes: ByteOptions,
): Promise<AbsenceTable> {
  const rows = new CountryRows(basename(path));
  const file = await readTable(path, {
    mayBeEmpty: true,
    ...bytes,
    columns: ["rcid", "country", "country_code", "basis"],
    optional: ["basis"],
    report,
    onRow: ([rcidCell = "", name = "", code = "", basisCell = ""], line) =>
      rejectionOf((): Rejection | undefined => {
        const rcid = rollCallNumber(rcidCell);
        if (!rcids.has(rcid)) return noRollCall(rcid);
        const basis = value(basisCell).toLowerCase();
        if (!["", "recorded", "derived"].includes(basis)) {
          return { kind: "basis", reason: `basis is "${shown(basisCell)}", neither recorded nor derived` };
        }
        const place = rows.place(printed(name, code));
        if (rows.get(rcid, place)) return absentAgain(name, rcid);
        rows.set(rcid, place, basis === "derived" ? derivedAbsence : recordedAbsence, line);
        return undefined;
      }),
  });
  return { file, rows };
}

export const absentAgain = (country: string, rcid: number): Rejection => ({
  kind: "twice",
  reason: `${country} is already absent from roll call ${rcid} on an earlier line`,
});
