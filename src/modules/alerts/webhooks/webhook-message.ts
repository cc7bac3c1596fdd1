import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { globalId } from "../../../record/global-id.js";
import { changeCursor } from "../../changes/index.js";
import { SavedQuestion } from "../questions/saved-question.type.js";

/** The message to a webhook, and the secret that signs it. */
export interface Told {
  /** The delivery's uuid: the same over all attempts. */
  readonly id: string;
  readonly savedQuestionId: string;
  readonly name: string;
  readonly upTo: number;
  readonly after: number;
  readonly changedAt: Date;
  /** JSON, in the order in which the question names its fields. */
  readonly answer: string;
  /** The newest first. */
  readonly secrets: readonly string[];
}

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The prefix of the global ids of deliveries. */
export const deliveryPrefix = "delivery";

/** What is posted, by Standard Webhooks (1.0.0). `at` is when: a receiver refuses what is too old. */
export function webhookMessage(told: Told, at: Date): Message {
  const id = globalId(deliveryPrefix, told.id);
  const body = bodyOf(told);
  const signatures = told.secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  return {
    headers: {
      "content-type": "application/json",
      "user-agent": "Standpoint",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": signatures.join(" "),
    },
    body,
  };
}

/** The answer goes in as the text that it is: parsed and written again, a number could change. */
function bodyOf({ savedQuestionId, name, upTo, after, changedAt, answer }: Told): string {
  const data = JSON.stringify({
    savedQuestion: { id: globalId(SavedQuestion.prefix, savedQuestionId), name },
    cursor: changeCursor(upTo),
    after: changeCursor(after),
    changedAt,
  });
  const whole = `${data.slice(0, -1)},"answer":${answer}}`;
  return `{"type":"question.changed","timestamp":${JSON.stringify(changedAt)},"data":${whole}}`;
}

/** A new secret to sign with, as Standard Webhooks writes one: "whsec_" and 32 random bytes in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
