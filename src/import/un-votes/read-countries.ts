import type { Holders } from "./holders.js";
import type { Report } from "./report.js";
import { openTable } from "./tables.js";

/** Makes the countries of the table known to `holders`, with their codes; those that are doubtful are reported. */
export async function readCountries(path: string, holders: Holders, report: Report): Promise<void> {
  const columns = ["country", "country_code", "cow_code", "abbr_2021_05", "name_2021_05"] as const;
  const table = await openTable(path, columns, ["cow_code", "abbr_2021_05", "name_2021_05"]);
  const sums = report.of(table.file);
  for await (const { line, cells, fault } of table.rows()) {
    sums.read++;
    const [name = "", code = "", cow = "", alpha3 = "", otherName = ""] = cells.map((cell) => cell.trim());
    const before = holders.states.addedCount;
    const reason = fault ?? (name === "" ? "names no country" : undefined);
    const tenures = reason ? [] : holders.tenures(name, code, { cow, alpha3, otherName });
    const matches = tenures.map(({ match }) => match);
    if (reason || matches.every((match) => "doubt" in match)) {
      const doubts = matches.flatMap((match) => ("doubt" in match ? [match.doubt] : []));
      report.reject(table.file, line, reason ?? `${name}: ${doubts.join("; ")}`);
    } else if (holders.states.addedCount > before) sums.recorded++;
    else sums.unchanged++;
  }
}
