import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, afterEach } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../../../src/db/database.js";
import { sql } from "../../../../src/db/sql.js";
import {
  type Deliveries,
  type DeliveryOptions,
  startDeliveries,
} from "../../../../src/modules/alerts/webhooks/deliver.js";
import { newWebhookSecret } from "../../../../src/modules/alerts/webhooks/webhook-message.js";

export const networks = ["127.0.0.0/8"];

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server of this machine on a port of its own; gives the address of its hook. */
export async function serverOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resume) => server.listen(0, "127.0.0.1", resume));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${port}/hook`;
}

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A webhook that answers as it is told to, request by request and the last for ever, and keeps what it was sent. */
export async function receiver(...statuses: number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const url = await serverOf((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status ?? 204).end();
    });
  });
  return { url, received };
}

export interface Saved {
  readonly id: string;
  readonly questionId: string;
  readonly secret: string;
}

/** A saved question with a webhook. */
export async function save(
  database: Database,
  webhookUrl: string | null,
  {
    author = "key:contributor",
    name = "Who supports it?",
    oldSecret,
  }: { author?: string; name?: string; oldSecret?: { secret: string; to: string } } = {},
): Promise<Saved> {
  const [id, questionId, secret] = [crypto.randomUUID(), crypto.randomUUID(), newWebhookSecret()];
  await database.query(sql`insert into "Question" ("id", "digest", "document", "variables", "answer", "answerDigest",
      "answeredUpTo", "answeredAt")
    values (${questionId}::uuid, ${questionId}, '{ __typename }', '{}', '{}', '', 0, now())`);
  await database.query(sql`insert into "SavedQuestion" ("id", "questionId", "author", "name", "query", "recordedAt",
      "updatedAt", "webhookUrl", "webhookSecret", "oldWebhookSecret", "oldWebhookSecretTo")
    values (${id}::uuid, ${questionId}::uuid, ${author}, ${`${name} ${id}`}, '{ __typename }', now(), now(), ${webhookUrl},
      ${webhookUrl && secret}, ${oldSecret?.secret ?? null}, ${oldSecret?.to ?? null}::timestamptz)`);
  return { id, questionId, secret };
}

/** That the answer of a saved question changed, and the delivery of that, due now. Gives the delivery's uuid. */
export async function change(
  database: Database,
  { id, questionId }: Saved,
  { upTo = 7, answer = '{"b":1,"a":2}', age = "0" }: { upTo?: number; answer?: string; age?: string } = {},
): Promise<string> {
  const delivery = crypto.randomUUID();
  await database.query(sql`insert into "AnswerChange" ("questionId", "upTo", "after", "changedAt", "answer")
    values (${questionId}::uuid, ${upTo}, ${upTo - 1}, now() - ${age}::interval, ${answer}::json)`);
  await database.query(sql`insert into "WebhookDelivery" ("id", "savedQuestionId", "questionId", "upTo", "recordedAt",
      "nextAttemptAt")
    values (${delivery}::uuid, ${id}::uuid, ${questionId}::uuid, ${upTo}, now(), now())`);
  return delivery;
}

interface DeliveryRow {
  readonly status: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastFailure: string | null;
  /** Seconds. */
  readonly dueIn: number | null;
}

/** What became of a delivery. */
export async function deliveryRow(database: Database, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database.query<DeliveryRow>(sql`select "status", "attempts", "lastStatus", "lastFailure",
      extract(epoch from "nextAttemptAt" - now())::float8 as "dueIn" from "WebhookDelivery" where "id" = ${id}::uuid`);
  return row;
}

/** Makes a delivery that waits due now, as though its time had come. */
export const passTime = (database: Database, id: string) =>
  database.query(sql`update "WebhookDelivery" set "nextAttemptAt" = now() where "id" = ${id}::uuid`);

const running: Deliveries[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((deliveries) => deliveries.close()));
});

/** Delivers until the test has ended. */
export function deliver(database: Database, options: Partial<DeliveryOptions> = {}): Deliveries {
  const deliveries = startDeliveries({ database, log: pino({ level: "silent" }), networks, ...options });
  running.push(deliveries);
  return deliveries;
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await after(5);
}

/** Waits until a delivery has had so many attempts, and gives what became of it. */
export async function attempted(database: Database, id: string, attempts = 1): Promise<DeliveryRow | undefined> {
  await until(async () => (await deliveryRow(database, id))?.attempts === attempts);
  return deliveryRow(database, id);
}
