import { SpanKind } from "@opentelemetry/api";
import { inSpan } from "../../tracing.js";
import type { Database } from "../database.js";
import { DatabaseUnavailable, LockTimeout, OutcomeUnknown, QueryTimeout } from "../errors.js";
import { Prisma } from "../generated/client.js";
import { system } from "../observed.js";
import { raw, sql } from "../sql.js";

export type Transaction = Prisma.TransactionClient;

/** Milliseconds for all of a transaction's work. */
const longestWork = 30_000;

/** Prisma's code for a transaction that did not begin, or took too long. */
const TRANSACTION_FAILED = "P2028";

/**
 * Runs work in a transaction, which is committed when the work resolves.
 *
 * @param patience milliseconds for a connection, and for each lock that others hold
 * @throws LockTimeout when others held a lock, or all connections, for longer; nothing was written
 * @throws QueryTimeout when a query or all of the work took too long; nothing was written
 * @throws OutcomeUnknown when the connection broke at `COMMIT`
 * @throws DatabaseUnavailable when the database could not be used before that; nothing was written
 */
export function transact<Result>(
  database: Database,
  patience: number,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const options = { kind: SpanKind.CLIENT, attributes: { ...system, "db.operation.name": "TRANSACTION" } };
  return inSpan("TRANSACTION", options, () => committed(database, patience, work));
}

async function committed<Result>(
  database: Database,
  patience: number,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  // Clearly less than the query's own limit, so that the error names the lock as the cause.
  const forLocks = Math.max(1, Math.trunc(Math.min(patience, database.limits.statement * 0.8)));
  let isDone = false;
  try {
    return await database.prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRaw(sql`set local lock_timeout = ${raw(String(forLocks))}`);
        const result = await work(transaction);
        isDone = true;
        return result;
      },
      { maxWait: Math.max(1, patience), timeout: longestWork },
    );
  } catch (error) {
    if (isDone && error instanceof DatabaseUnavailable) throw new OutcomeUnknown(error.message, { cause: error });
    throw known(error, database);
  }
}

function known(error: unknown, database: Database): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== TRANSACTION_FAILED) return error;
  const cause = { cause: error };
  if (!error.message.includes("Unable to start")) return new QueryTimeout("A transaction took too long", cause);
  // A write whose turn comes late has little time left for a connection. That is not a fault of the database.
  return database.isAway?.()
    ? new DatabaseUnavailable("No connection was available for a transaction", cause)
    : new LockTimeout("All connections were in use", cause);
}
