import type { Dispatcher } from "undici";
import type { Database } from "../../../db/database.js";
import { type Claim, giveUp, recordAttempt, recordGone, releaseDelivery, withJitter } from "./delivery.repository.js";
import { type Attempt, send } from "./send.js";
import { webhookMessage } from "./webhook-message.js";

export interface AttemptRules {
  /** Milliseconds from each failure to the next attempt; after the last it is given up. */
  readonly delays: readonly number[];
  /** Milliseconds for all of an attempt. */
  readonly timeout: number;
}

/**
 * Attempts a delivery and records its result. An interrupted one returns to the queue.
 *
 * @throws what the database throws: then its result is unknown, and it is attempted again
 */
export async function attemptDelivery(
  database: Database,
  dispatcher: Dispatcher,
  claim: Claim,
  rules: AttemptRules,
  breakOff: AbortSignal,
): Promise<void> {
  const { url } = claim;
  if (url === null) return giveUp(database, claim, "The saved question no longer has this webhook.");
  const attempt = await attemptOnce(dispatcher, url, claim, rules.timeout, breakOff);
  if (attempt.kind === "delivered") return recordAttempt(database, claim, delivered(attempt.status));
  if (breakOff.aborted && attempt.kind === "failed" && attempt.status === undefined)
    return releaseDelivery(database, claim);
  const gone = "The address responded with 410 Gone.";
  if (attempt.kind === "gone" && (await recordGone(database, claim, gone))) return;
  const failure = attempt.kind === "gone" ? { status: 410, reason: gone } : attempt;
  await recordAttempt(database, claim, failed(failure, rules.delays[claim.attempts]));
}

const delivered = (status: number) =>
  ({ status: "DELIVERED", nextIn: null, httpStatus: status, failure: undefined }) as const;

const failed = ({ status, reason }: { status?: number; reason: string }, delay: number | undefined) =>
  ({
    status: delay === undefined ? "DEAD" : "PENDING",
    nextIn: delay === undefined ? null : withJitter(delay),
    httpStatus: status,
    failure: reason,
  }) as const;

/** Ends in time, and at once when it is broken off. */
async function attemptOnce(
  dispatcher: Dispatcher,
  url: string,
  claim: Claim,
  timeout: number,
  breakOff: AbortSignal,
): Promise<Attempt> {
  // Not `AbortSignal.any`: what outlives an attempt would gather what was made for each.
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const timer = setTimeout(end, timeout);
  breakOff.addEventListener("abort", end, { once: true });
  try {
    return await send({ url, ...webhookMessage(claim, new Date()) }, dispatcher, ending.signal);
  } finally {
    clearTimeout(timer);
    breakOff.removeEventListener("abort", end);
  }
}
