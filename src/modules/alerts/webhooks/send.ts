import type { Dispatcher } from "undici";
import { failureReason, statusReason } from "./failure-reason.js";

/** What came of one attempt. */
export type Attempt =
  | { readonly kind: "delivered"; readonly status: number }
  | { readonly kind: "failed"; readonly status?: number; readonly reason: string }
  /** The receiver says that it wants no more (410). */
  | { readonly kind: "gone" };

interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Bytes and milliseconds: of an answer's body so much is waited for that a receiver may end it in peace. */
const mostOfBody = 16_384;
const waitForBody = 1_000;

/**
 * Posts a message once. Its status is all that counts: no redirect is followed, and the body of the answer is thrown away.
 * It never fails otherwise than by what it gives.
 *
 * @param signal ends it, for lack of time or because nobody waits for it any more
 */
export async function send(
  { url, headers, body }: Posted,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Attempt> {
  try {
    const { origin, pathname, search } = new URL(url);
    const path = `${pathname}${search}`;
    const answer = await dispatcher.request({ origin, path, method: "POST", headers, body, signal });
    // What becomes of the body changes nothing: the receiver has answered.
    await answer.body.dump({ limit: mostOfBody, signal: AbortSignal.timeout(waitForBody) }).catch(() => undefined);
    return attemptBy(answer.statusCode);
  } catch (error) {
    return { kind: "failed", reason: failureReason(error) };
  }
}

function attemptBy(status: number): Attempt {
  if (status >= 200 && status < 300) return { kind: "delivered", status };
  return status === 410 ? { kind: "gone" } : { kind: "failed", status, reason: statusReason(status) };
}
