import { basename } from "node:path";
import type { Report } from "../report.js";
import type { ByteOptions } from "./bytes.js";
import { printable, rejectionOf, rollCallNumber, shown, value, withoutLost } from "./cells.js";
import { CountryRows } from "./country-rows.js";
import { type Rejection, readTable } from "./table.js";

/** In the order of their numbers in the rows, from 1. */
const votes: readonly string[] = ["yes", "no", "abstain"];

export interface VoteTable {
  readonly file: string;
  readonly rows: CountryRows;
}

/** Set beside a vote where another row for the same country and roll call says something else. */
const contradicted = 0x80;

/** Reads the table of votes. Of two rows for one vote that say different things both are rejected. */
export async function readVotes(
  path: string,
  rcids: ReadonlySet<number>,
  report: Report,
  bytes: ByteOptions,
): Promise<VoteTable> {
  const rows = new CountryRows(basename(path));
  const doubtful: { rcid: number; place: number; line: number }[] = [];
  const file = await readTable(path, {
    ...bytes,
    columns: ["rcid", "country", "country_code", "vote"],
    optional: ["country_code"],
    report,
    onRow: ([rcidCell = "", name = "", code = "", voteCell = ""], line) =>
      rejectionOf((): Rejection | undefined => {
        const rcid = rollCallNumber(rcidCell);
        if (!rcids.has(rcid)) return noRollCall(rcid);
        const vote = 1 + votes.indexOf(voteCell.toLowerCase());
        if (vote === 0) return { kind: "vote", reason: `the vote is "${shown(voteCell)}", not yes, no or abstain` };
        const place = rows.place(printed(name, code));
        const earlier = rows.get(rcid, place);
        if (!earlier) {
          rows.set(rcid, place, vote, line);
          return undefined;
        }
        if ((earlier.value & ~contradicted) === vote) return again(name, rcid);
        if (earlier.value < contradicted) doubtful.push({ rcid, place, line });
        rows.set(rcid, place, earlier.value | contradicted, earlier.line);
        return otherVote(name, rcid, earlier.line);
      }),
  });
  for (const { rcid, place, line } of doubtful) {
    const first = rows.get(rcid, place);
    if (first)
      report.reject(file, first.line, "contradicted", otherVote(rows.countries[place]?.name ?? "", rcid, line).reason);
    rows.set(rcid, place, 0, 0);
  }
  return { file, rows };
}

/** Codes are upper-case letters. A name or code with U+FFFD cannot be told. */
export const printed = (name: string, code: string) => ({
  name: printable(withoutLost("country", name)),
  code: printable(withoutLost("country_code", code.toUpperCase())),
});

export const noRollCall = (rcid: number): Rejection => ({
  kind: "no roll call",
  reason: `no roll call ${rcid} is recorded`,
});

export const again = (country: string, rcid: number): Rejection => ({
  kind: "twice",
  reason: `${value(country)} voted in roll call ${rcid} on an earlier line`,
});

export const otherVote = (country: string, rcid: number, line: number): Rejection => ({
  kind: "contradicted",
  reason: `${country} has another vote in roll call ${rcid} on line ${line}: one of the two is wrong`,
});
