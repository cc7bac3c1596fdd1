import { createHash } from "node:crypto";
import type { Database } from "../../db/database.js";
import { Prisma } from "../../db/generated/client.js";
import { sql } from "../../db/sql.js";
import { writesBusy } from "../../errors.js";
import { momentOfWriting, takeWriteLock } from "../lock.js";
import type { Authorship } from "../record.js";
import type { Transaction } from "../store/list-storage.js";
import { type Outcome, refused } from "./outcome.js";

export interface Writing extends Authorship {
  /** The same key and request again, within a day, has the first answer and writes nothing. */
  readonly idempotencyKey?: string;
}

/** Milliseconds: no longer than clients wait. */
const patience = 30_000;

/**
 * Does one write in a transaction of its own, with the write lock: all of it or nothing, and after its answer it is on
 * disk. What it refuses has changed nothing.
 *
 * @param request what is asked for, which an idempotency key belongs to
 * @throws {GraphQLError} SERVICE_UNAVAILABLE where others, such as an import, kept it waiting for too long
 */
export function write(
  database: Database,
  by: Writing,
  request: readonly unknown[],
  work: (transaction: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  const until = Date.now() + patience;
  return inTurn(database, async () => {
    if (Date.now() > until) throw writesBusy();
    const written = await database.prisma.$transaction(
      async (transaction) => {
        await waitForLock(transaction);
        if (by.idempotencyKey === undefined) return work(transaction);
        const use = { author: by.author, key: by.idempotencyKey, request: digest(request) };
        const earlier = await earlierAnswer(transaction, use);
        if (earlier) return earlier;
        const outcome = await work(transaction);
        if ("id" in outcome) await remember(transaction, use, outcome.id);
        return outcome;
      },
      { maxWait: patience, timeout: patience },
    );
    await database.announceChanges();
    return written;
  });
}

const QUERY_CANCELED = "57014";

/** For as long as a statement may take, which an import may be longer than. */
async function waitForLock(transaction: Transaction): Promise<void> {
  try {
    await takeWriteLock(transaction);
  } catch (error) {
    if (isCanceled(error)) throw writesBusy();
    throw error;
  }
}

/** Prisma tells the code of Postgres for a statement of our own in its message alone. */
const isCanceled = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes(`Code: \`${QUERY_CANCELED}\``);

/** The last write of each database that this process waits for, by what it writes through. */
const turns = new WeakMap<Database["prisma"], Promise<unknown>>();

/** One after another: writes that wait for the lock would otherwise each hold a connection, and leave none to readers. */
function inTurn<Result>({ prisma }: Database, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(prisma) ?? Promise.resolve()).then(work);
  turns.set(
    prisma,
    turn.catch(() => undefined), // whoever asked for it hears of it
  );
  return turn;
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
  return refused("InvalidInput", path, `"${key}" was used for another request. Take a new key for each new request`);
}

async function remember(transaction: Transaction, { author, key, request }: KeyUse, entityId: string): Promise<void> {
  const usedAt = await momentOfWriting(transaction);
  await transaction.$executeRaw(
    sql`insert into "IdempotencyKey" (author, key, request, "entityId", "usedAt")
      values (${author}, ${key}, ${request}, ${entityId}::uuid, ${usedAt}::timestamptz)`,
  );
}
