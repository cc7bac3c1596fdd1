import type { BulkSession } from "../../db/bulk-session.js";
import type { Database } from "../../db/database.js";
import { sql } from "../../db/sql.js";
import { importCatalogue } from "./catalogue.js";
import { findDataFiles } from "./data-files.js";
import { reportDifferences } from "./differences.js";
import { Holders } from "./holders.js";
import { importVotes, type VoteProgress } from "./import-votes.js";
import { KnownStates } from "./known-states.js";
import { Report, type Sums } from "./report.js";

export interface UnVotesOptions {
  /** Where the report of rejected rows and remarks is written. */
  readonly reportPath: string;
  /** How many positions one transaction records. */
  readonly batchSize?: number;
  readonly onProgress?: (progress: VoteProgress) => void;
  /** Stops after the batch under way; what is recorded stays, and another run goes on from there. */
  readonly signal?: AbortSignal;
}

export interface UnVotesResult {
  /** By file: read = recorded + unchanged + rejected. */
  readonly sums: ReadonlyMap<string, Readonly<Sums>>;
  /** Roll calls whose stated and counted totals differ. */
  readonly differences: number;
  readonly notes: number;
  /** Whether the signal stopped it before the end. */
  readonly stopped: boolean;
}

/** Another import of the same data is under way on this database. */
export class ImportUnderWay extends Error {
  override readonly name = "ImportUnderWay";
}

/** Big enough that a transaction's own cost is small beside its rows', small enough for memory. */
const usualBatch = 10_000;

/**
 * Imports the General Assembly's roll calls from a folder of the data's files: first all but the votes in one transaction,
 * then the votes in batches. What is on record stays as it is, so a run that was stopped at any point is finished by the
 * next one, and one more changes nothing.
 *
 * @throws UnusableFiles where a file is missing, damaged or not of this form
 * @throws ImportUnderWay where another run has the database
 * @throws MergedMeanwhile where an actor with votes was merged into another while this ran
 */
export function importUnVotes(database: Database, folder: string, options: UnVotesOptions): Promise<UnVotesResult> {
  const files = findDataFiles(folder);
  return database.withBulkSession(async (session) => {
    await takeTurn(session);
    const report = new Report(options.reportPath);
    try {
      const holders = new Holders(await KnownStates.load(session));
      const rollCalls = await session.transaction(() => importCatalogue(session, files, holders, report));
      await planAnew(session);
      const signal = options.signal ?? new AbortController().signal;
      await withSecond(database, session, (sessions) =>
        importVotes(sessions, files.votes, rollCalls, holders, report, {
          batchSize: options.batchSize ?? usualBatch,
          onProgress: options.onProgress ?? (() => undefined),
          signal,
        }),
      );
      await database.announceChanges();
      const [file = ""] = report.sums.keys();
      const differences = signal.aborted ? 0 : await reportDifferences(session, file, report);
      if (!signal.aborted) await planAnew(session);
      return { sums: report.sums, differences, notes: report.notes, stopped: signal.aborted };
    } finally {
      report.close();
    }
  });
}

/** A second session where the database is a server; the embedded one has a single connection. */
function withSecond(
  database: Database,
  first: BulkSession,
  work: (sessions: readonly [BulkSession, ...BulkSession[]]) => Promise<void>,
): Promise<void> {
  return database.kind === "postgres" ? database.withBulkSession((second) => work([first, second])) : work([first]);
}

/** Held until the session ends, with the process if that is killed. */
async function takeTurn(session: BulkSession): Promise<void> {
  const [turn] = await session.query<{ taken: boolean }>(
    sql`select pg_try_advisory_lock(hashtext('standpoint'), hashtext('un-votes')) as taken`,
  );
  if (!turn?.taken) throw new ImportUnderWay("Another import of the Assembly's votes is under way on this database");
}

/** So that the planner knows of the rows at once, not when autovacuum comes by (the embedded database has none). */
async function planAnew(session: BulkSession): Promise<void> {
  for (const table of [sql`"Proposal"`, sql`"RollCall"`, sql`"Position"`, sql`"Actor"`]) {
    await session.query(sql`analyze ${table}`);
  }
}
