import type { Database } from "../database.js";
import { type Sql, sql } from "../sql.js";
import { inclusive, knownAtError } from "./known-at.js";

/** The first query of a snapshot's transaction. */
export const beginSnapshot = "set transaction isolation level repeatable read read only";

/** Runs a query in a snapshot's transaction. */
interface Runs {
  readonly now: Database["query"];
  /** With another search path than the transaction's own. */
  readonly atAnother: Database["query"];
}

/** A database that reads in one transaction. */
export function snapshotOf(database: Database, { now, atAnother }: Runs): Database {
  let last: Promise<unknown> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  /** Runs queries one after another, since a connection runs one at a time. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined); // the caller of the query gets the error
    return turn;
  };

  const queryAt =
    (moment: string) =>
    <Row>(sqlQuery: Sql): Promise<Row[]> =>
      inTurn(async () => {
        // Its settings end with the savepoint, so the next query reads the present again.
        await atAnother(sql`savepoint known`);
        try {
          await atAnother(sql`select standpoint_know_at(${inclusive(moment)}::timestamptz)`);
          return await atAnother<Row>(sqlQuery);
        } catch (error) {
          throw knownAtError(error);
        } finally {
          await atAnother(sql`rollback to savepoint known`);
        }
      });

  /** After one query has failed, Postgres refuses all others of the transaction: they fail for the same reason. */
  const query = async <Row>(sqlQuery: Sql): Promise<Row[]> => {
    if (failure) throw failure.error;
    try {
      return await now<Row>(sqlQuery);
    } catch (error) {
      failure = { error };
      throw error;
    }
  };

  const snapshot: Database = {
    ...database,
    query: (sqlQuery) => inTurn(() => query(sqlQuery)),
    asKnownAt: (moment) => ({ ...snapshot, query: queryAt(moment) }),
    inSnapshot: (work) => work(snapshot),
  };
  return snapshot;
}
