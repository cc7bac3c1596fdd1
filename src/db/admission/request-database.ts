import type { Database } from "../database.js";
import { DatabaseUnavailable, Overloaded } from "../errors.js";
import type { Sql } from "../sql.js";
import { Budget, type RequestLimits } from "./budget.js";

/** The client of a request, and its limits. */
export interface Reader {
  /** The client's name for turns: see FairQueue. Undefined for work with its own connections. */
  readonly client?: string;
  /** Aborted when the client has disconnected. */
  readonly signal?: AbortSignal;
  /** Aborted when the client no longer waits for this response, and by the budget. Replaces `signal`, which costs more. */
  readonly ending?: AbortController;
  readonly limits: RequestLimits;
}

/**
 * A database as one request reads it: its queries wait for the client's turn, share one budget of time, and are cancelled
 * when the budget is used up or the client has disconnected. Writes use `prisma`, on connections that reads leave free.
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
        // The turn did not come because earlier queries wait for a database that does not answer.
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
    // The whole snapshot is one turn, since nothing else can use its connection.
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
