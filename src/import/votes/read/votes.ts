import { basename } from "node:path";
import type { Report } from "../report.js";
import { CountryRows, type PrintedCountry } from "./country-rows.js";
import type { ByteOptions } from "./csv/bytes.js";
import { printable, rejectionOf, rollCallNumber, shown, value, withoutLost } from "./csv/cells.js";
import { type Rejection, readTable } from "./csv/table.js";

/** In the order of their numbers in the rows, from 1. */
const votes: readonly string[] = ["yes", "no", "abstain"];

export interface VoteTable {
  readonly file: string;
  readonly rows: CountryRows;
}

/** Set beside a vote where another row for the same country and roll call says something else. */
const contradicted = 0x80;

/** The votes of a table. Of two rows for one vote that say different things both are rejected. */
export class VoteRows {
  readonly rows: CountryRows;
  readonly #doubtful: { rcid: number; place: number; line: number }[] = [];

  /** @param label what the rows are counted as in the report */
  constructor(readonly label: string) {
    this.rows = new CountryRows(label);
  }

  /** @param vote its number, from 1 */
  add(rcid: number, country: PrintedCountry, vote: number, line: number): Rejection | undefined {
    const { rows } = this;
    const name = country.name === "" ? country.code : country.name;
    const place = rows.place(country);
    const earlier = rows.get(rcid, place);
    if (!earlier) {
      rows.set(rcid, place, vote, line);
      return undefined;
    }
    if ((earlier.value & ~contradicted) === vote) return again(name, rcid);
    if (earlier.value < contradicted) this.#doubtful.push({ rcid, place, line });
    rows.set(rcid, place, earlier.value | contradicted, earlier.line);
    return otherVote(name, rcid, earlier.line);
  }

  /** Rejects the first of two rows that contradict each other too, once all are read. */
  finish(report: Report): void {
    for (const { rcid, place, line } of this.#doubtful) {
      const first = this.rows.get(rcid, place);
      const name = this.rows.countries[place]?.name ?? "";
      if (first) report.reject(this.label, first.line, "contradicted", otherVote(name, rcid, line).reason);
      this.rows.set(rcid, place, 0, 0);
    }
  }
}

/** Reads the table of votes. */
export async function readVotes(
  path: string,
  rcids: ReadonlySet<number>,
  report: Report,
  bytes: ByteOptions,
): Promise<VoteTable> {
  const votesRead = new VoteRows(basename(path));
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
        return votesRead.add(rcid, printed(name, code), vote, line);
      }),
  });
  votesRead.finish(report);
  return { file, rows: votesRead.rows };
}

/** Codes are upper-case letters. A name or code with U+FFFD cannot be identified. */
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
  reason: `${value(country)} already voted in roll call ${rcid} on an earlier line`,
});

export const otherVote = (country: string, rcid: number, line: number): Rejection => ({
  kind: "contradicted",
  reason: `${country} has another vote in roll call ${rcid} on line ${line}: one of the two is wrong`,
});
