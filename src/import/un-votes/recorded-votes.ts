import type { BulkSession } from "../../db/bulk-session.js";
import { sql } from "../../db/sql.js";
import type { RollCalls } from "./roll-calls.js";

export const stances = { yes: "SUPPORTS", no: "OPPOSES", abstain: "ABSTAINS" } as const;
export type Stance = (typeof stances)[keyof typeof stances];

const stanceNames = ["", "SUPPORTS", "OPPOSES", "ABSTAINS", "CONDITIONALLY_SUPPORTS", "UNDECIDED"];

/** Set beside the stance once a row of the file was read for it. */
const seen = 0x80;

/** How many roll calls one statement asks about: some 100,000 votes. */
const page = 500;

/**
 * The stance of each holder in each roll call, as far as it is recorded: one byte each. This is all that an import needs to
 * know of what is done, so an import that was stopped anywhere goes on from what the tables hold.
 */
export class RecordedVotes {
  readonly #holders = new Map<string, number>();
  readonly #byRollCall: Uint8Array[];

  constructor(rollCalls: number) {
    this.#byRollCall = Array.from({ length: rollCalls }, () => new Uint8Array(0));
  }

  static async load(session: BulkSession, rollCalls: RollCalls): Promise<RecordedVotes> {
    const votes = new RecordedVotes(rollCalls.size);
    const all = [...rollCalls.values()];
    for (let start = 0; start < all.length; start += page) {
      const part = all.slice(start, start + page);
      const indexes = new Map(part.map(({ id, index }) => [id, index]));
      const rows = await session.query<{ rollCallId: string; holders: string[]; stances: string[] }>(sql`
        select "evidenceRollCallId" as "rollCallId", array_agg("holderId") as holders, array_agg(stance::text) as stances
        from "Position" where "evidenceRollCallId" = any(${part.map(({ id }) => id)}::uuid[]) and basis = 'VOTE'
        group by "evidenceRollCallId"`);
      for (const { rollCallId, holders, stances: held } of rows) {
        const index = indexes.get(rollCallId) ?? 0;
        for (const [place, holder] of holders.entries()) votes.set(index, holder, held[place] ?? "");
      }
    }
    return votes;
  }

  /** Whether a row of this run was for this vote; marks it. So a file's second row for a vote is told from a second run. */
  seenHere(rollCall: number, holderId: string): boolean {
    const row = this.#byRollCall[rollCall];
    const holder = this.#holders.get(holderId);
    if (!row || holder === undefined) return false;
    const before = row[holder] ?? 0;
    row[holder] = before | seen;
    return (before & seen) !== 0;
  }

  /** A vote that a row of this run brings. */
  add(rollCall: number, holderId: string, stance: string): void {
    this.set(rollCall, holderId, stance);
    this.seenHere(rollCall, holderId);
  }

  /** Undefined where the holder has no vote in the roll call. */
  get(rollCall: number, holderId: string): string | undefined {
    const holder = this.#holders.get(holderId);
    if (holder === undefined) return undefined;
    return stanceNames[(this.#byRollCall[rollCall]?.[holder] ?? 0) & ~seen] || undefined;
  }

  set(rollCall: number, holderId: string, stance: string): void {
    let holder = this.#holders.get(holderId);
    if (holder === undefined) {
      holder = this.#holders.size;
      this.#holders.set(holderId, holder);
    }
    let row = this.#byRollCall[rollCall] ?? new Uint8Array(0);
    if (row.length <= holder) {
      const longer = new Uint8Array(Math.max(256, 2 * holder));
      longer.set(row);
      row = longer;
      this.#byRollCall[rollCall] = row;
    }
    row[holder] = Math.max(1, stanceNames.indexOf(stance));
  }
}
