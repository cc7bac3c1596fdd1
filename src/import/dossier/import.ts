import type { Database } from "../../db/database.js";
import { DatabaseUnavailable, OutcomeUnknown } from "../../db/errors.js";
import { noTimeLimit } from "../../db/limits.js";
import type { Transaction } from "../../db/writing/transact.js";
import { takeWriteLock } from "../../record/lock.js";
import { checked } from "./check.js";
import { emptyCounts, type ImportCounts } from "./counts.js";
import { goOn, type ImportOptions } from "./options.js";
import { DossierProblems, type FileProblem, inReadingOrder, type Problems } from "./problem.js";
import { type ReadDossiers, readDossiers } from "./read/dossier-files.js";
import { located } from "./read/dossier-item.js";
import type { DossierFile } from "./read/source-file.js";
import { recordPositions, recordRest } from "./record.js";
import { Tally } from "./tally.js";

export interface ImportReport {
  readonly counts: ImportCounts;
  /** What may be right and is worth a look. */
  readonly warnings: readonly FileProblem[];
  /** What was left as it is, since somebody else wrote it: the first thousand. */
  readonly conflicts: readonly FileProblem[];
  readonly conflictCount: number;
}

const hours = 6 * 3_600_000;

/**
 * Records what dossiers say, all of it or nothing, in one transaction; all of it is checked before the first row is
 * written. An import adds what is missing and corrects what it recorded itself: see `reconcile`. What the files do not
 * name is left alone. Positions are read, checked and recorded some thousand at a time.
 *
 * @throws DossierProblems with what is wrong in any of the files
 * @throws ConcurrentRevision when someone else revised one of the entities meanwhile
 * @throws OutcomeUnknown when the connection broke at `COMMIT`
 */
export async function importDossiers(
  database: Database,
  files: readonly DossierFile[],
  options: ImportOptions,
): Promise<ImportReport> {
  const read = await readDossiers(files, {
    importer: options.importer,
    onProgress: (rows, share) => goOn(options, { what: "Reading", rows, share }),
  });
  let isDone = false;
  try {
    const paths = files.map(({ path }) => path);
    const report = await database.prisma.$transaction(
      async (transaction) => {
        const result = await importRead(transaction, read, paths, options);
        isDone = true;
        return result;
      },
      // A second import waits for the first at its start.
      { maxWait: hours, timeout: hours },
    );
    await database.announceChanges();
    return report;
  } catch (error) {
    if (isDone && error instanceof DatabaseUnavailable) throw new OutcomeUnknown(error.message, { cause: error });
    throw error;
  } finally {
    read.positions.close();
  }
}

async function importRead(
  transaction: Transaction,
  read: ReadDossiers,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  await transaction.$executeRaw(noTimeLimit);
  await takeWriteLock(transaction);
  const inOrder = async (problems: Problems) => inReadingOrder(await located(problems.kept), paths);
  const tally = new Tally();
  const found = await checked(transaction, read, tally, options);
  if (found.problems.count > 0) throw new DossierProblems(await inOrder(found.problems), found.problems.count);
  const counts = emptyCounts();
  const ids = await recordRest(transaction, found, counts, options);
  await recordPositions(transaction, found, ids, counts, options);
  return {
    counts,
    warnings: await inOrder(tally.warnings(found.known)),
    conflicts: await inOrder(found.conflicts),
    conflictCount: found.conflicts.count,
  };
}
