import type { Report } from "../report.js";
import type { ByteOptions } from "./csv/bytes.js";
import { rejectionOf, rollCallNumber, shown, value } from "./csv/cells.js";
import { folded } from "./csv/folded.js";
import { type Rejection, readTable } from "./csv/table.js";
import { noRollCall } from "./votes.js";

/** A row of the table of issues. */
export interface Issue {
  readonly line: number;
  readonly rcid: number;
  readonly name: string;
  /** The slug that the name makes. */
  readonly slug: string;
}

export interface IssueTable {
  readonly file: string;
  readonly rows: readonly Issue[];
}

export async function readIssues(
  path: string,
  rcids: ReadonlySet<number>,
  report: Report,
  bytes: ByteOptions,
): Promise<IssueTable> {
  const rows: Issue[] = [];
  const seen = new Set<string>();
  const file = await readTable(path, {
    mayBeEmpty: true,
    ...bytes,
    columns: ["rcid", "issue"],
    report,
    onRow: ([rcidCell = "", nameCell = ""], line) =>
      rejectionOf((): Rejection | undefined => {
        const rcid = rollCallNumber(rcidCell);
        const name = value(nameCell);
        const slug = folded(name).replaceAll(" ", "-");
        if (!/^[a-z0-9-]{1,120}$/.test(slug)) return { kind: "issue", reason: `issue is "${shown(nameCell)}"` };
        const key = `${rcid} ${slug}`;
        if (seen.has(key)) {
          return { kind: "twice", reason: `roll call ${rcid} has the issue "${name}" on an earlier line` };
        }
        if (!rcids.has(rcid)) return noRollCall(rcid);
        seen.add(key);
        rows.push({ line, rcid, name, slug });
        return undefined;
      }),
  });
  return { file, rows };
}
