import { STATUS_CODES } from "node:http";
import { NoAddress } from "./webhook-agent.js";

/** Why an attempt failed that was answered, for the webhook's owner. */
export function statusReason(status: number): string {
  const answered = `It answered with the status ${status}${STATUS_CODES[status] ? ` (${STATUS_CODES[status]})` : ""}`;
  return status >= 300 && status < 400 ? `${answered}; redirects are not followed.` : `${answered}.`;
}

/** What the codes of Node, OpenSSL and undici mean, and the names of errors that have none. */
const reasons: [codes: RegExp, reason: string][] = [
  [/^ECONNREFUSED$/, "It refused the connection."],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, "It closed the connection without an answer."],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, "There is no way to its address from here."],
  [/^(ETIMEDOUT|UND_ERR_\w*TIMEOUT|AbortError)$/, "It did not answer in time."],
  [/^(HPE_|UND_ERR_|HTTPParserError$)/, "What it answered is not HTTP as it should be."],
  [/^ERR_SSL_/, "No secure connection could be made with it."],
  [/CERT|SIGNED|ALTNAME|^UNABLE_TO_/, "Its certificate is not valid"],
];

/** Why an attempt failed that was not answered, for the webhook's owner: nothing of this server's inside is told. */
export function failureReason(error: unknown): string {
  if (error instanceof NoAddress)
    return "There is no address at which it may be asked: its name is unknown, or leads to a private network.";
  const { name, code }: { name?: unknown; code?: unknown } = Object(error);
  const text = typeof code === "string" ? code : String(name);
  const reason = reasons.find(([codes]) => codes.test(text))?.[1] ?? "It could not be reached.";
  return reason.endsWith(".") ? reason : `${reason} (${text}).`;
}
