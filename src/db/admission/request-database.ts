import type { Database } from "../database.js";
import { DatabaseUnavailable, Overloaded } from "../errors.js";
import type { Sql } from "../sql.js";
import { Budget, type RequestLimits } from "./budget.js";

/** Who reads, and how much. */
export interface Reader {
  /** The name under which database time is shared out: see FairQueue. Undefined for what has connections of its own. */
  readonly client?: string;
  /** Aborted when the client no longer waits for any answer, in this request or a later one. */
  readonly signal?: AbortSignal;
  /** Aborted when the client no longer waits for this request's answer, and by the budget. Instead of `signal`, which costs more. */
  readonly ending?: AbortController;
  readonly limits: RequestLimits;
}

/**
 * A database as one request reads it: its queries wait for the client's turn, share one budget of time, and are cancelled
 * when that is used up or the client is gone. Writes go by `prisma`, on connections that reads leave free.
 *
 * @throws Overloaded from `query` and `inSnapshot`, when the turn did not come in time
 * @throws QueryTimeout from them, when the budget is used up
 * @throws the reason of `signal`, when it is aborted
 */
export function requestDatabase(database: Database, reader: Reader): Database {
  const { client, signal, ending, limits } = reader;
  const budget = new Budget(limits, ending, signal);

  const admitted = <Result>(kind: string, run: (signal: AbortSignal) => Promise<Result>): Promise<Result> =>
    budget.inTurn(() => {
      if (client === undefined) return budget.spend(run);
      const began = performance.now();
      const work = { client, kind, patience: budget.patience, signal: budget.signal };
      const result = database.turns.run(work, () => {
        budget.waited(performance.now() - began);
        return budget.spend(run);
      });
      return result.catch((error: unknown) => {
        // Its turn did not come because those before it wait for a database that does not answer.
        const isAway = error instanceof Overloaded && database.isAway?.();
        throw isAway ? new DatabaseUnavailable(error.message, { cause: error }) : error;
      });
    });

  const renewed = (): Database => requestDatabase(database, { client, signal: signal ?? ending?.signal, limits });
  const behind = database.replica?.primary ?? database;
  const request = { behind, source: database, renewed, spent: () => budget.spent, waited: () => budget.waitedFor };
  const reading = (base: Database, at: string): Database => ({
    ...base,
    request,
    query: <Row>(sqlQuery: Sql) => admitted(`${at}${sqlQuery.text}`, (end) => base.query<Row>(sqlQuery, end)),
    asKnownAt: (moment) => reading(base.asKnownAt(moment), "known at a moment: "),
    // All of it is one turn: it has one connection, which nothing else can use meanwhile.
    inSnapshot: (work) =>
      admitted("snapshot", (end) => base.inSnapshot((snapshot) => work(cancelledBy(snapshot, end)), end)),
  });
  return reading(database, "");
}

/** A database on which each query is cancelled by one signal. */
function cancelledBy(database: Database, signal: AbortSignal): Database {
  return {
    ...database,
    query: async (sqlQuery) => {
      signal.throwIfAborted(); // a snapshot's connection is cancelled once, and may have done nothing then
      return database.query(sqlQuery, signal);
    },
    asKnownAt: (moment) => cancelledBy(database.asKnownAt(moment), signal),
    inSnapshot: (work) => work(cancelledBy(database, signal)),
  };
}
