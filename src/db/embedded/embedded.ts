import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { dataDir as emptyCluster } from "@electric-sql/pglite-prepopulatedfs";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Logger } from "pino";
import { FairQueue, oneAtATime } from "../admission/fair-queue.js";
import { embeddedSignal } from "../change-signal.js";
import type { Database } from "../database.js";
import { DatabaseUnavailable, DataFolderInUse, DiskFull } from "../errors.js";
import { defaultDatabaseLimits } from "../limits.js";
import { withEmbeddedMigrationAdapter } from "../migrations/migration-adapters.js";
import { prismaClient } from "../prisma-client.js";
import { columnParser, columnParsers, FIRST_USER_TYPE } from "../reading/column-values.js";
import { inclusive, knownAtError } from "../reading/known-at.js";
import { parameter } from "../reading/parameters.js";
import { beginSnapshot, snapshotOf } from "../reading/snapshot.js";
import { type Sql, sql } from "../sql.js";
import { embeddedBulkSession } from "../writing/bulk-session.js";
import { embeddedCopySource, embeddedCopyTarget } from "./copying.js";
import { takeDataFolder } from "./data-folder.js";
import { checkingDisk, diskCheck } from "./disk-space.js";

/**
 * Locks the data folder and opens its database, which the first run creates.
 *
 * @throws DataFolderInUse
 * @throws DiskFull
 * @throws DatabaseUnavailable when the folder cannot be made or written to, or its database is damaged
 */
export async function openEmbedded(dataDir: string, log: Logger): Promise<Database> {
  try {
    return await openFolder(dataDir, log);
  } catch (error) {
    if (error instanceof DataFolderInUse || error instanceof DiskFull) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`Cannot use the embedded database in ${dataDir}: ${reason}`, { cause: error });
  }
}

async function openFolder(dataDir: string, log: Logger): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const folder = await takeDataFolder(dataDir);
  try {
    const path = join(dataDir, "postgres");
    const check = diskCheck(dataDir, log);
    check();
    if (!existsSync(path)) await create(path, log);
    const pglite = checkingDisk(await PGlite.create(path), check);
    return { ...embeddedDatabase(pglite, folder.release), answerOthers: folder.answer };
  } catch (error) {
    await folder.release();
    throw error;
  }
}

/** Created in another place and then moved, so that a first run that is killed leaves no incomplete database. */
async function create(path: string, log: Logger): Promise<void> {
  log.info({ path }, "creating the embedded database: takes a few seconds, only once");
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  // The files that initdb would write, as PGlite ships them: 2 seconds of work instead of 7.
  const pglite = await PGlite.create(unfinished, { loadDataDir: await emptyCluster() });
  await pglite.close();
  await rename(unfinished, path);
}

/**
 * The embedded Postgres as a database. It runs inside this process, one query at a time, and has no statement
 * timeout: nothing can interrupt a running query.
 *
 * @param release called once, when it has closed
 */
export function embeddedDatabase(pglite: PGlite, release: () => Promise<void> = async () => undefined): Database {
  const prisma = prismaClient(new PrismaPGlite(pglite));

  const query = async <Row>(sqlQuery: Sql, signal?: AbortSignal): Promise<Row[]> => {
    signal?.throwIfAborted();
    return run<Row>(pglite, sqlQuery);
  };

  const run = async <Row>(on: Pick<PGlite, "query">, sqlQuery: Sql): Promise<Row[]> => {
    const { rows, fields } = await on.query<Row>(sqlQuery.text, sqlQuery.values.map(parameter), {
      parsers: columnParsers,
      serializers: unchanged,
    });
    // PGlite reads the types that exist when it starts, so it may not know the lists of an enum.
    const enums = fields.filter(({ dataTypeID }) => dataTypeID >= FIRST_USER_TYPE);
    for (const { name, dataTypeID } of enums) parseColumn(rows as Record<string, unknown>[], name, dataTypeID);
    return rows;
  };

  const queryAt =
    (moment: string) =>
    <Row>(sqlQuery: Sql, signal?: AbortSignal): Promise<Row[]> =>
      pglite
        .transaction(async (transaction) => {
          signal?.throwIfAborted();
          await transaction.exec("set transaction read only");
          await run(transaction, sql`select standpoint_know_at(${inclusive(moment)}::timestamptz)`);
          return run<Row>(transaction, sqlQuery);
        })
        .catch((error: unknown) => {
          throw knownAtError(error);
        });

  const inSnapshot = <Result>(work: (snapshot: Database) => Promise<Result>): Promise<Result> =>
    pglite.transaction(async (transaction) => {
      await transaction.exec(beginSnapshot);
      const inTransaction: Database["query"] = (sqlQuery) => run(transaction, sqlQuery);
      const result = await work(snapshotOf(database, { now: inTransaction, atAnother: inTransaction }));
      await transaction.rollback(); // PGlite fails to commit what a failed query has ended
      return result;
    });

  let closing: Promise<void> | undefined;
  const database: Database = {
    kind: "embedded",
    limits: defaultDatabaseLimits,
    prisma,
    turns: new FairQueue(oneAtATime),
    query,
    asKnownAt: (moment) => ({ ...database, query: queryAt(moment) }),
    inSnapshot,
    withMigrationAdapter: (work) => withEmbeddedMigrationAdapter(pglite, work),
    changes: embeddedSignal(pglite),
    announceChanges: async () => undefined, // no other process uses the database
    withBulkSession: (work) => work(embeddedBulkSession(pglite, query)),
    copyingOut: (work) =>
      pglite.transaction(async (transaction) => {
        await transaction.exec(beginSnapshot);
        return work(embeddedCopySource(transaction, (sqlQuery) => run(transaction, sqlQuery)));
      }),
    copyingIn: (work) =>
      pglite.transaction((transaction) =>
        work(embeddedCopyTarget(transaction, (sqlQuery) => run(transaction, sqlQuery))),
      ),
    close: () => {
      closing ??= prisma
        .$disconnect()
        .then(() => pglite.close())
        .finally(release);
      return closing;
    },
  };
  return database;
}

/** PGlite looks a serializer up by the oid of the place; the values are text already. */
const unchanged = new Proxy<Record<number, (text: string) => string>>({}, { get: () => (text: string) => text });

function parseColumn(rows: Record<string, unknown>[], name: string, oid: number): void {
  const parse = columnParser(oid);
  for (const row of rows) {
    const value = row[name];
    if (typeof value === "string") row[name] = parse(value);
  }
}
