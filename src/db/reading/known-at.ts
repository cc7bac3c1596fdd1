import { BeforeHistory } from "../errors.js";

/** What the function standpoint_know_at throws for a moment before there was a history. */
const BEFORE_HISTORY = "SP001";

/**
 * The last microsecond that a moment means, which the function standpoint_know_at takes. A moment that knows milliseconds
 * is all of one: answers tell in milliseconds when something was written, and who asks for such a moment means what was
 * written then to be seen.
 */
export function inclusive(moment: string): string {
  return moment.replace(/(\.\d{3})Z$/, "$1999Z");
}

/** The error of a statement that read the record as known at a moment, for whoever asked. */
export function knownAtError(error: unknown): unknown {
  const { code, message } = error as Partial<Error & { code: string }>; // both drivers' errors have Postgres' code
  return code === BEFORE_HISTORY && message !== undefined ? new BeforeHistory(message) : error;
}
