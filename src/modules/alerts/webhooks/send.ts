import { STATUS_CODES } from "node:http";
import type { Dispatcher } from "undici";
import { NoAddress } from "./webhook-agent.js";

/** Why an attempt failed that was answered, for the webhook's owner. */
function statusReason(status: number): string {
  const answered = `The address responded with the status ${status}${STATUS_CODES[status] ? ` (${STATUS_CODES[status]})` : ""}`;
  return status >= 300 && status < 400 ? `${answered}; redirects are not followed.` : `${answered}.`;
}

/** What the codes of Node, OpenSSL and undici mean, and the names of errors that have none. */
const reasons: [codes: RegExp, reason: string][] = [
  [/^ECONNREFUSED$/, "The address refused the connection."],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, "The address closed the connection without a response."],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, "There is no network route to the address."],
  [/^(ETIMEDOUT|UND_ERR_\w*TIMEOUT|AbortError)$/, "The address did not respond in time."],
  [/^(HPE_|UND_ERR_|HTTPParserError$)/, "The response is not valid HTTP."],
  [/^ERR_SSL_/, "No secure connection could be established."],
  [/CERT|SIGNED|ALTNAME|^UNABLE_TO_/, "The certificate of the address is not valid"],
];

/** Why an attempt failed that was not answered, for the webhook's owner. It reveals nothing internal to this server. */
function failureReason(error: unknown): string {
  if (error instanceof NoAddress) return "The host name is unknown, or resolves to a private network.";
  const { name, code }: { name?: unknown; code?: unknown } = Object(error);
  const text = typeof code === "string" ? code : String(name);
  const reason = reasons.find(([codes]) => codes.test(text))?.[1] ?? "The address could not be reached.";
  return reason.endsWith(".") ? reason : `${reason} (${text}).`;
}

/** The result of one attempt. */
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
