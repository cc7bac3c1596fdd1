import type { Report } from "../report.js";
import type { ByteOptions } from "./csv/bytes.js";
import { rejectionOf, value } from "./csv/cells.js";
import { readTable } from "./csv/table.js";
import { printed } from "./votes.js";

/** A row of the table of countries. What it does not have is "". */
export interface CountryRow {
  readonly line: number;
  readonly name: string;
  readonly code: string;
  readonly cow: string;
  readonly alpha3: string;
  readonly otherName: string;
}

export interface CountryTable {
  readonly file: string;
  readonly rows: readonly CountryRow[];
}

export async function readCountries(path: string, report: Report, bytes: ByteOptions): Promise<CountryTable> {
  const rows: CountryRow[] = [];
  const file = await readTable(path, {
    mayBeEmpty: true,
    ...bytes,
    columns: ["country", "country_code", "cow_code", "abbr_2021_05", "name_2021_05"],
    optional: ["cow_code", "abbr_2021_05", "name_2021_05"],
    report,
    onRow: ([country = "", countryCode = "", cowCode = "", abbreviation = "", otherName = ""], line) =>
      rejectionOf(() => {
        const { name, code } = printed(country, countryCode);
        if (name === "") return { kind: "no country", reason: "names no country" };
        const cow = value(cowCode).replace(/\.0+$/, "");
        rows.push({
          line,
          name,
          code,
          cow,
          alpha3: value(abbreviation),
          otherName: printed(value(otherName), "").name,
        });
        return undefined;
      }),
  });
  return { file, rows };
}
