import type { Days } from "../../edtf/edtf-date.js";

/** A roll call on record, with what a vote in it needs. */
export interface RecordedRollCall extends Days {
  /** Its place in the matrix of votes. */
  readonly index: number;
  readonly id: string;
  readonly proposalId: string;
  readonly heldOn: string;
}

/** The roll calls that votes can belong to, by the data's number. */
export type RollCalls = ReadonlyMap<number, RecordedRollCall>;
