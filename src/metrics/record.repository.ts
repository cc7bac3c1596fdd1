import type { Database } from "../db/database.js";
import { sql } from "../db/sql.js";

/** The state of the record, as far as an operator needs it. */
export interface RecordState {
  readonly bytes: number;
  readonly lastChange: number;
  /** Changes that the saved question furthest behind has not seen; 0 where there is none. */
  readonly lag: number;
  /** Webhook deliveries that wait, and that were given up. */
  readonly pending: number;
  readonly failed: number;
  /** Seconds for which the oldest delivery is overdue. */
  readonly overdue: number;
  /** Bulk imports under way. */
  readonly importing: number;
  /** Rows that bulk imports have recorded. */
  readonly imported: number;
}

/** Milliseconds for which a reading is used, so that one scrape reads once; and that a scrape waits for it. */
const freshFor = 1_000;
const patience = 2_000;

/**
 * Makes what reads the state of the record, once for all who ask within a second. Undefined where the database does not
 * answer in time: a scrape must not wait for it.
 */
export function recordState(database: Database): () => Promise<RecordState | undefined> {
  let reading: { at: number; state: Promise<RecordState | undefined> } | undefined;
  return () => {
    if (reading && performance.now() - reading.at < freshFor) return reading.state;
    reading = { at: performance.now(), state: read(database) };
    return reading.state;
  };
}

async function read(database: Database): Promise<RecordState | undefined> {
  const end = new AbortController();
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    late = setTimeout(() => {
      end.abort();
      resolve(undefined);
    }, patience);
  });
  const known = database.query<RecordState>(query, end.signal).then(
    ([row]) => row,
    () => undefined, // the database layer logs an outage
  );
  try {
    return await Promise.race([known, tooLate]);
  } finally {
    clearTimeout(late);
  }
}

/** Numbers only. An import holds the advisory lock whose first key is that of `standpoint`; see `takeTurn` of its importer. */
const query = sql`select pg_database_size(current_database())::float8 as "bytes",
  coalesce(last.number, 0) as "lastChange",
  coalesce(last.number - (select min("answeredUpTo") from "Question"), 0) as "lag",
  (select count(*)::int from "WebhookDelivery" where "status" = 'PENDING') as "pending",
  (select count(*)::int from "WebhookDelivery" where "status" = 'DEAD') as "failed",
  (select coalesce(extract(epoch from now() - min("nextAttemptAt")), 0)::float8 from "WebhookDelivery"
    where "status" = 'PENDING' and "nextAttemptAt" <= now()) as "overdue",
  (select count(*)::int from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())
    and classid::bigint = hashtext('standpoint') and objid::bigint = hashtext('un-votes')) as "importing",
  (select coalesce(sum("count"), 0)::float8 from "ImportBatch") as "imported"
  from (select max("sequence") as number from "Change") last`;
