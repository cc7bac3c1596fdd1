import { BeforeHistory } from "../errors.js";

/** The SQLSTATE of the function standpoint_know_at for a moment before the history begins. */
const BEFORE_HISTORY = "SP001";

/**
 * The last microsecond of a moment, which is the argument of the function standpoint_know_at. A moment in milliseconds
 * includes the whole millisecond: responses have times in milliseconds, and a client that sends such a time back wants to see
 * what was written at it.
 */
export function inclusive(moment: string): string {
  return moment.replace(/(\.\d{3})Z$/, "$1999Z");
}

/** The error of a query at a moment, for its caller. */
export function knownAtError(error: unknown): unknown {
  const { code, message } = error as Partial<Error & { code: string }>; // both drivers' errors have Postgres' code
  return code === BEFORE_HISTORY && message !== undefined ? new BeforeHistory(message) : error;
}
