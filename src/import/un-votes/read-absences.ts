import type { Days } from "../../edtf/edtf-date.js";
import type { Holders } from "./holders.js";
import type { Match } from "./known-states.js";
import type { Report } from "./report.js";
import { openTable } from "./tables.js";

/** The members that were absent from one roll call. */
export interface Absences {
  /** The line of each. */
  readonly lines: number[];
  /** How many of them the data only derives: it has no vote of a member that had voted before. */
  derived: number;
}

type DaysOf = (rcid: number) => Days | undefined;

/**
 * Counts the absences of each roll call; what belongs to none, or to a country that is doubtful, is reported.
 *
 * @param daysOf when a roll call was held; undefined where it is not recorded
 */
export async function readAbsences(
  path: string,
  holders: Holders,
  daysOf: DaysOf,
  report: Report,
): Promise<{ file: string; absences: Map<number, Absences> }> {
  const table = await openTable(path, ["rcid", "country", "country_code", "basis"], ["basis"]);
  const sums = report.of(table.file);
  const absences = new Map<number, Absences>();
  const seen = new Set<string>();
  for await (const { line, cells, fault } of table.rows()) {
    sums.read++;
    const [rcid = "", country = "", code = "", basis = ""] = cells.map((cell) => cell.trim());
    const match = holderOf(rcid, country, code, holders, daysOf);
    const key = "doubt" in match ? "" : `${rcid} ${match.state.id}`;
    const reason =
      fault ?? ("doubt" in match ? match.doubt : undefined) ?? (seen.has(key) ? again(country, rcid) : undefined);
    if (reason !== undefined) {
      report.reject(table.file, line, reason);
      continue;
    }
    seen.add(key);
    const found = absences.get(Number(rcid)) ?? { lines: [], derived: 0 };
    absences.set(Number(rcid), found);
    found.lines.push(line);
    if (basis === "derived") found.derived++;
  }
  return { file: table.file, absences };
}

const again = (country: string, rcid: string) => `${country} is absent from roll call ${rcid} on an earlier line`;

function holderOf(rcid: string, country: string, code: string, holders: Holders, daysOf: DaysOf): Match {
  const days = daysOf(/^\d{1,9}$/.test(rcid) ? Number(rcid) : Number.NaN);
  return days ? holders.of(country, code, days) : { doubt: `no roll call ${rcid} is recorded` };
}
