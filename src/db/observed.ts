import { SpanKind } from "@opentelemetry/api";
import { inSpan } from "../tracing.js";
import type { Database } from "./database.js";
import type { Sql } from "./sql.js";

/** Runs a query, and does something before and after it. */
type Around = <Result>(sqlQuery: Sql, run: () => Promise<Result>) => Promise<Result>;

/** Characters of a query's text in a span: the queries of large operations have tens of thousands. */
const longestText = 2_000;

/**
 * The same database, with a span for each query. The span has the query's text, with placeholders instead of values.
 * Prisma's writes have spans only in transactions: see `transact`.
 */
export const traced = (database: Database): Database =>
  around(database, ({ text }, run) =>
    inSpan(operationOf(text), { kind: SpanKind.CLIENT, attributes: system }, (span) => {
      if (span.isRecording())
        span.setAttributes({ "db.operation.name": operationOf(text), "db.query.text": text.slice(0, longestText) });
      return run();
    }),
  );

/** The attributes of each span of the database, by OpenTelemetry's semantic conventions. */
export const system = { "db.system.name": "postgresql" } as const;

/** The same database, which reports the time of each query. */
export const timed = (database: Database, onQuery: (seconds: number, failed: boolean) => void): Database =>
  around(database, async (_, run) => {
    const began = performance.now();
    let failed = true;
    try {
      const result = await run();
      failed = false;
      return result;
    } finally {
      onQuery((performance.now() - began) / 1000, failed);
    }
  });

function around(database: Database, wrap: Around): Database {
  return {
    ...database,
    query: (sqlQuery, signal) => wrap(sqlQuery, () => database.query(sqlQuery, signal)),
    asKnownAt: (moment) => around(database.asKnownAt(moment), wrap),
    inSnapshot: (work, signal) => database.inSnapshot((snapshot) => work(around(snapshot, wrap)), signal),
  };
}

/** The first word of a query, such as SELECT. */
const operationOf = (text: string): string => /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? "QUERY";
