import { sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";

/** The stances in the order of their numbers in the matrix, from 1: first those of the words in `read/votes.ts`. */
export const stances = ["SUPPORTS", "OPPOSES", "ABSTAINS", "CONDITIONALLY_SUPPORTS", "UNDECIDED"] as const;
type Stance = (typeof stances)[number];

/** How many roll calls one query asks about: some 100,000 votes. */
const page = 500;

/**
 * The stance of each holder in each roll call, on record and in the files: one byte for both. This is all that an import
 * needs to know of what is done, so an import that was stopped anywhere goes on from what the tables hold.
 */
export class VoteMatrix {
  readonly holders: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #rows: Uint8Array[];

  /** @param rollCallIds in the order of their places */
  constructor(readonly rollCallIds: readonly string[]) {
    this.#rows = rollCallIds.map(() => new Uint8Array(0));
  }

  /** Reads the votes on record in these roll calls. */
  async load(session: BulkSession): Promise<void> {
    for (let start = 0; start < this.rollCallIds.length; start += page) {
      const ids = this.rollCallIds.slice(start, start + page);
      const places = new Map(ids.map((id, place) => [id, start + place]));
      const rows = await session.query<{ id: string; holders: string[]; stances: Stance[] }>(sql`
        select "evidenceRollCallId" as id, array_agg("holderId") as holders, array_agg(stance::text) as stances
        from "Position" where "evidenceRollCallId" = any(${ids}::uuid[]) and basis = 'VOTE'
        group by "evidenceRollCallId"`);
      for (const row of rows) {
        const rollCall = places.get(row.id) ?? 0;
        for (const [index, holder] of row.holders.entries()) {
          this.#put(rollCall, this.holder(holder), 1 + stances.indexOf(row.stances[index] ?? "SUPPORTS"), 0);
        }
      }
    }
  }

  /** The place of a holder. */
  holder(id: string): number {
    let place = this.#places.get(id);
    if (place === undefined) {
      place = this.holders.length;
      this.#places.set(id, place);
      this.holders.push(id);
    }
    return place;
  }

  /** The number of the stance that is on record; 0 where none is. */
  recorded(rollCall: number, holder: number): number {
    return (this.#rows[rollCall]?.[holder] ?? 0) & 0x0f;
  }

  /** The number of the stance that the files give; 0 where they give none. */
  incoming(rollCall: number, holder: number): number {
    return (this.#rows[rollCall]?.[holder] ?? 0) >> 4;
  }

  setIncoming(rollCall: number, holder: number, stance: number): void {
    this.#put(rollCall, holder, this.recorded(rollCall, holder), stance);
  }

  #put(rollCall: number, holder: number, recorded: number, incoming: number): void {
    let row = this.#rows[rollCall] ?? new Uint8Array(0);
    if (row.length <= holder) {
      const longer = new Uint8Array(Math.max(256, 2 * holder));
      longer.set(row);
      row = longer;
      this.#rows[rollCall] = row;
    }
    row[holder] = recorded | (incoming << 4);
  }
}
