import type { Database } from "../../db/database.js";
import { sql } from "../../db/sql.js";
import type { BulkSession } from "../../db/writing/bulk-session.js";
import { applyCorrections } from "./plan/corrections.js";
import { reportDifferences } from "./plan/differences.js";
import { type Prepared, prepare } from "./plan/prepare.js";
import { type ReadOptions, readData, type VotingData } from "./read/read-data.js";
import { Report, type ReportGroup, type Sums } from "./report.js";
import { bodyThatVoted, type DataSource, dataSource, type SourceChoice } from "./sources.js";
import { recordStates } from "./states/state-facts.js";
import { recordCatalogue } from "./write/record-catalogue.js";
import { writeVotes } from "./write/write-votes.js";

export interface Progress {
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

export interface UnVotesOptions {
  /** Where the report of rejected rows, conflicts, corrections and remarks is written; nowhere when left out. */
  readonly reportPath?: string;
  /** How many positions one transaction records. */
  readonly batchSize?: number;
  /** The files' encoding, as WHATWG names it, where it is not UTF-8. */
  readonly encoding?: string;
  /** Records nothing where a row would be rejected. */
  readonly strict?: boolean;
  /** Records nothing, and says what would be done. */
  readonly dryRun?: boolean;
  /** Replaces also what the record has otherwise. */
  readonly overwrite?: boolean;
  /** Records countries that are neither known nor on record as new states. */
  readonly newStates?: boolean;
  /** To what the data is attributed. */
  readonly source?: SourceChoice | undefined;
  /** Called while the files are read. */
  readonly onCheck?: (progress: Progress) => void;
  /** Called while votes are recorded. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops after the batch under way; what is recorded stays, and another run goes on from there. */
  readonly signal?: AbortSignal;
}

export interface UnVotesResult {
  /** By file: read = recorded + unchanged + rejected. Of a run that was stopped, `read` counts the rows that it is done with. */
  readonly sums: ReadonlyMap<string, Readonly<Sums>>;
  /** Roll calls of these files whose stated and counted totals differ. */
  readonly differences: number;
  readonly rejected: number;
  readonly conflicts: number;
  readonly corrections: number;
  readonly notes: number;
  /** What was reported, by reason. */
  readonly groups: readonly ReportGroup[];
  readonly source: string;
  /** Whether the signal stopped it before the end. */
  readonly stopped: boolean;
}

/** Another import of the same data is under way on this database. */
export class ImportUnderWay extends Error {
  override readonly name = "ImportUnderWay";
}

/** Rows would be rejected, and a strict import records nothing then. */
export class RowsRejected extends Error {
  override readonly name = "RowsRejected";

  constructor(readonly groups: readonly ReportGroup[]) {
    const count = groups.reduce((sum, group) => sum + group.count, 0);
    super(`${count} rows would be rejected. Nothing was recorded, because of --strict`);
  }
}

/** Big enough that a transaction's own cost is small beside its rows', small enough for memory. */
const usualBatch = 10_000;

/** Reads files to their end, and reports what is wrong with rows by themselves. Throws UnusableFiles. */
type ReadVotes = (report: Report, options: ReadOptions) => Promise<VotingData>;

/**
 * Imports the General Assembly's roll calls, whatever form their files have. All files are read and checked before the
 * first write. Then everything but the votes is recorded in one transaction, and the votes in batches. A run that was
 * stopped at any point is finished by the next one, and one more changes nothing.
 *
 * @throws UnusableFiles where a file is missing, damaged or not of this form; nothing was recorded
 * @throws RowsRejected where `strict` and a row is rejected; nothing was recorded
 * @throws ImportUnderWay where another run has the database
 * @throws MergedMeanwhile where an actor with votes was merged into another while this ran
 */
export async function importVotes(
  database: Database,
  read: ReadVotes,
  options: UnVotesOptions,
): Promise<UnVotesResult> {
  const report = new Report();
  const writeReport = () => {
    if (options.reportPath !== undefined) report.write(options.reportPath);
  };
  // Now, so that a path that cannot be written is reported before the work.
  writeReport();
  try {
    const { encoding, onCheck } = options;
    const data = await read(report, { encoding, ...(onCheck && { onProgress: onCheck }) });
    return await database.withBulkSession(async (session) => {
      await takeTurn(session);
      return record(database, session, data, report, options);
    });
  } finally {
    writeReport();
  }
}

/** Imports a folder of the data's files: see `importVotes`. */
export const importUnVotes = (database: Database, folder: string, options: UnVotesOptions): Promise<UnVotesResult> =>
  importVotes(database, (report, reading) => readData(folder, report, reading), options);

async function record(
  database: Database,
  session: BulkSession,
  data: VotingData,
  report: Report,
  options: UnVotesOptions,
): Promise<UnVotesResult> {
  const signal = options.signal ?? new AbortController().signal;
  const { prepared, source } = await recordAllButVotes(session, data, report, options);
  const { file } = data.votes;
  const sums = report.of(file);
  const corrected = prepared.corrections.filter(({ field }) => field === "stance").length;
  const result = (differences: number): UnVotesResult => ({
    sums: report.sums,
    differences,
    rejected: report.count("rejected"),
    conflicts: report.count("conflict"),
    corrections: report.count("corrected"),
    notes: report.count("note"),
    groups: report.groups("rejected", "conflict", "corrected", "note"),
    source: source.title,
    stopped: signal.aborted,
  });
  if (options.dryRun) {
    sums.recorded = corrected + prepared.newVotes;
    return result(0);
  }
  await planAnew(session);
  const done = sums.rejected + sums.unchanged + corrected;
  const onRecorded = (votes: number) => {
    const rows = done + votes;
    options.onProgress?.({ rows, share: Math.min(1, rows / Math.max(1, sums.read)) });
  };
  const recorded = await withSecond(database, session, (sessions) =>
    writeVotes(sessions, prepared.rollCalls, prepared.matrix, {
      batchSize: options.batchSize ?? usualBatch,
      onRecorded,
      signal,
    }),
  );
  sums.recorded = corrected + recorded;
  if (signal.aborted) sums.read = done + recorded;
  await database.announceChanges();
  if (signal.aborted) return result(0);
  const ids = prepared.rollCalls.map(({ id }) => id);
  const differences = await reportDifferences(session, data.rollCalls.file, ids, report);
  await planAnew(session);
  return result(differences);
}

/** Thrown to undo what a dry run did. */
class DryRun extends Error {
  override readonly name = "DryRun";
}

async function recordAllButVotes(
  session: BulkSession,
  data: VotingData,
  report: Report,
  options: UnVotesOptions,
): Promise<{ prepared: Prepared; source: DataSource }> {
  const { strict = false, dryRun = false, overwrite = false, newStates = false } = options;
  let done: { prepared: Prepared; source: DataSource } | undefined;
  await withWriteLock(session, () =>
    session.transaction(async () => {
      const source = await dataSource(session, options.source ?? data.source);
      const bodyId = await bodyThatVoted(session);
      const prepared = await prepare(session, data, source, bodyId, report, { newStates, overwrite });
      if (strict && report.count("rejected") > 0) throw new RowsRejected(report.groups("rejected"));
      done = { prepared, source };
      if (dryRun) throw new DryRun();
      await recordStates(session, prepared.states, prepared.stateAdditions);
      const topics = prepared.topics ?? { added: [], links: [], revised: [] };
      const { proposals, newRollCalls: rollCalls, absences } = prepared;
      await recordCatalogue(session, { proposals, rollCalls, absences, topics, sourceId: source.id, bodyId });
      await applyCorrections(session, prepared.corrections);
    }),
  ).catch((error: unknown) => {
    if (!(error instanceof DryRun)) throw error;
  });
  if (!done) throw new Error("The transaction ended without a result");
  return done;
}

/** No editor may write between the comparison with the record and what follows from it. Writes wait for a few seconds. */
async function withWriteLock(session: BulkSession, work: () => Promise<void>): Promise<void> {
  // Of the session, not of the transaction, so that the transaction's moment is after that of the write before.
  await session.query(sql`select pg_advisory_lock(hashtext('standpoint'), hashtext('writes'))`);
  try {
    await work();
  } finally {
    await session
      .query(sql`select pg_advisory_unlock(hashtext('standpoint'), hashtext('writes'))`)
      .catch(() => undefined);
  }
}

/** A second session where the database is a server; the embedded one has a single connection. */
function withSecond<Result>(
  database: Database,
  first: BulkSession,
  work: (sessions: readonly [BulkSession, ...BulkSession[]]) => Promise<Result>,
): Promise<Result> {
  return database.kind === "postgres" ? database.withBulkSession((second) => work([first, second])) : work([first]);
}

/** Held until the session ends, with the process if that is killed. */
async function takeTurn(session: BulkSession): Promise<void> {
  const [turn] = await session.query<{ taken: boolean }>(
    sql`select pg_try_advisory_lock(hashtext('standpoint'), hashtext('un-votes')) as taken`,
  );
  if (!turn?.taken)
    throw new ImportUnderWay("Another import of the Assembly's votes is running on this database. Wait until it ends");
}

/** So that the planner knows of the rows at once, not when autovacuum comes by (the embedded database has none). */
async function planAnew(session: BulkSession): Promise<void> {
  for (const table of [sql`"Proposal"`, sql`"RollCall"`, sql`"RollCallAbsence"`, sql`"Position"`, sql`"Actor"`]) {
    await session.query(sql`analyze ${table}`);
  }
}
