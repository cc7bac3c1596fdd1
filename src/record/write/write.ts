import { createHash } from "node:crypto";
import type { Database } from "../../db/database.js";
import { LockTimeout } from "../../db/errors.js";
import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { transact } from "../../db/writing/transact.js";
import { writesBusy } from "../../errors.js";
import { momentOfWriting, takeWriteLock } from "../lock.js";
import type { Authorship } from "../record.js";
import { type Outcome, refused } from "./outcome.js";

export interface Writing extends Authorship {
  /** The same key and request again, within a day, has the first answer and writes nothing. */
  readonly idempotencyKey?: string;
}

/**
 * Does one write in a transaction of its own, with the write lock: all of it or nothing, and after its answer it is on
 * disk. What it refuses has changed nothing.
 *
 * @param request the request, to which an idempotency key belongs
 * @throws {GraphQLError} UNAVAILABLE where others, such as an import, kept it waiting for too long
 * @throws what `transact` throws
 */
export function write(
  database: Database,
  by: Writing,
  request: readonly unknown[],
  work: (transaction: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  return inTurn(database, async (left) => {
    const written = await transact(database, left, async (transaction) => {
      await takeWriteLock(transaction);
      if (by.idempotencyKey === undefined) return work(transaction);
      const use = { author: by.author, key: by.idempotencyKey, request: digest(request) };
      const earlier = await earlierAnswer(transaction, use);
      if (earlier) return earlier;
      const outcome = await work(transaction);
      if ("id" in outcome) await remember(transaction, use, outcome.id);
      return outcome;
    }).catch((error: unknown) => {
      throw error instanceof LockTimeout ? writesBusy() : error;
    });
    await database.announceChanges();
    return written;
  });
}

/** The last write of each database that this process waits for, by what it writes through. */
const turns = new WeakMap<Database["prisma"], Promise<unknown>>();

/**
 * One after another: writes that wait for the lock would otherwise each hold a connection, and leave none to readers. A
 * write whose turn does not come in time is given up, and not begun later.
 *
 * @param work is given the milliseconds that are left to wait for others
 */
function inTurn<Result>({ prisma, limits }: Database, work: (left: number) => Promise<Result>): Promise<Result> {
  const until = performance.now() + limits.write;
  const before = turns.get(prisma) ?? Promise.resolve();
  return new Promise<Result>((resolve, reject) => {
    let isWaiting = true;
    const tooLate = setTimeout(() => {
      isWaiting = false;
      reject(writesBusy());
    }, limits.write);
    const turn = before.then(async () => {
      if (!isWaiting) return;
      clearTimeout(tooLate);
      await work(until - performance.now()).then(resolve, reject);
    });
    turns.set(prisma, turn);
  });
}

interface KeyUse {
  readonly author: string;
  readonly key: string;
  readonly request: string;
}

const digest = (request: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(request)).digest("hex");

async function earlierAnswer(transaction: Transaction, { author, key, request }: KeyUse): Promise<Outcome | undefined> {
  await transaction.$executeRaw(sql`delete from "IdempotencyKey" where "usedAt" < now() - interval '24 hours'`);
  const earlier = await transaction.idempotencyKey.findUnique({ where: { author_key: { author, key } } });
  if (!earlier) return undefined;
  if (earlier.request === request) return { id: earlier.entityId };
  const path = "input.idempotencyKey";
  return refused(
    "InvalidInput",
    path,
    `"${key}" was already used for another request. Use a new key for each new request`,
  );
}

async function remember(transaction: Transaction, { author, key, request }: KeyUse, entityId: string): Promise<void> {
  const usedAt = await momentOfWriting(transaction);
  await transaction.$executeRaw(
    sql`insert into "IdempotencyKey" (author, key, request, "entityId", "usedAt")
      values (${author}, ${key}, ${request}, ${entityId}::uuid, ${usedAt}::timestamptz)`,
  );
}
