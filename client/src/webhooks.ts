/** A webhook that was not sent by your server, or too long ago. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
}

export interface VerifyOptions {
  /** Seconds by which the time of a delivery may differ from this machine's; 300 by default. */
  readonly tolerance?: number;
  readonly now?: Date;
}

/** Headers as the request has them: of `fetch`, or of Node.js. */
type Headers = { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Checks that a webhook delivery comes from whoever has the secret, by the scheme of Standard Webhooks
 * (https://www.standardwebhooks.com), and returns its payload.
 *
 * @param body the body of the request as text, exactly as it came
 * @param secret as the server showed it when the question was saved: `whsec_…`
 * @throws {WebhookError} when a header is missing, the signature is wrong or the time too far off
 */
export async function verifyWebhook<Payload = unknown>(
  body: string,
  headers: Headers,
  secret: string,
  { tolerance = 300, now = new Date() }: VerifyOptions = {},
): Promise<Payload> {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const signatures = headerOf(headers, "webhook-signature");
  const seconds = Number(timestamp);
  if (!Number.isInteger(seconds) || Math.abs(now.getTime() / 1000 - seconds) > tolerance)
    throw new WebhookError("The delivery is too old, or the clock of this machine is wrong");
  const key = await crypto.subtle.importKey("raw", keyOf(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const signature of signatures.split(" ")) {
    const [version, value = ""] = signature.split(",");
    if (version === "v1" && (await crypto.subtle.verify("HMAC", key, bytesOf(value), signed))) return JSON.parse(body);
  }
  throw new WebhookError("The signature is not of this secret");
}

function headerOf(headers: Headers, name: string): string {
  const value = typeof headers.get === "function" ? headers.get(name) : (headers as Record<string, unknown>)[name];
  if (typeof value !== "string" || value === "") throw new WebhookError(`The header ${name} is missing`);
  return value;
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  const key = bytesOf(secret.replace(/^whsec_/, ""));
  if (key.length === 0) throw new WebhookError("The secret is not one: it begins with whsec_, and base64 follows");
  return key;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
