import type { Database } from "../../db/database.js";
import { noTimeLimit } from "../../db/time-limit.js";
import { type Changes, compare } from "../../record/changes.js";
import { checkCycles } from "../../record/check/cycles.js";
import { checkPositions, tallyWarnings } from "../../record/check/positions.js";
import { checkReferences } from "../../record/check/references.js";
import { checkStatements } from "../../record/check/statements.js";
import type { Problem } from "../../record/entries.js";
import { type ListName, listNames } from "../../record/format/dossier.js";
import { type Known, lookUp } from "../../record/known.js";
import { takeWriteLock } from "../../record/lock.js";
import { type Authorship, record } from "../../record/record.js";
import type { Transaction } from "../../record/store/list-storage.js";
import { checkDeclarations } from "./declarations.js";
import { namingSurvivors } from "./naming-survivors.js";
import { DossierProblems, type FileProblem, inReadingOrder } from "./problem.js";
import { type ReadDossiers, readDossiers } from "./read/dossier-files.js";
import type { DossierFile } from "./read/yaml-file.js";

export interface ImportOptions extends Authorship {
  /** Checks and compares, and records nothing. */
  readonly dryRun?: boolean;
}

export interface ImportReport {
  readonly counts: { readonly [List in ListName]: ImportCounts };
  /** What may be right and is worth a look. */
  readonly warnings: readonly FileProblem[];
}

export interface ImportCounts {
  readonly recorded: number;
  readonly revised: number;
  readonly unchanged: number;
}

const hour = 3_600_000;

/**
 * Records what dossiers say, all of it or nothing, in one transaction. What the database has already stays as it is;
 * what is different there is revised; what the files do not name is left alone.
 *
 * @throws DossierProblems with everything that is wrong in any of the files
 * @throws ConcurrentRevision when someone else revised one of the entities meanwhile
 */
export async function importDossiers(
  database: Database,
  files: readonly DossierFile[],
  options: ImportOptions,
): Promise<ImportReport> {
  const read = readDossiers(files);
  const report = await database.prisma.$transaction((transaction) => importRead(transaction, read, files, options), {
    // A second import waits for the first at its start.
    maxWait: hour,
    timeout: hour,
  });
  await database.announceChanges();
  return report;
}

async function importRead(
  transaction: Transaction,
  written: ReadDossiers,
  files: readonly DossierFile[],
  options: ImportOptions,
): Promise<ImportReport> {
  await transaction.$executeRaw(noTimeLimit);
  await takeWriteLock(transaction);
  const read = await namingSurvivors(transaction, written);
  const known = await lookUp(transaction, read);
  const paths = files.map(({ path }) => path);
  const problems = [...read.problems, ...(await check(transaction, read, known))];
  if (problems.length > 0) throw new DossierProblems(inReadingOrder(problems, paths));

  const { changes, ids } = compare(known);
  if (!options.dryRun) await record(transaction, changes, ids, options);
  return { counts: countsOf(changes), warnings: inReadingOrder(inFiles(tallyWarnings(known)), paths) };
}

async function check(transaction: Transaction, read: ReadDossiers, known: Known): Promise<FileProblem[]> {
  const problems: Problem[] = [
    ...(await checkReferences(transaction, read, known)),
    ...checkStatements(read, known),
    ...checkPositions(known),
    ...(await checkCycles(transaction, known)),
  ];
  return [...checkDeclarations(read, known), ...inFiles(problems)];
}

/** Each was told by an item of the files, which knows its place. */
const inFiles = (problems: readonly Problem[]) => problems as readonly FileProblem[];

function countsOf(changes: Changes): ImportReport["counts"] {
  const counts = listNames.map((list) => {
    const { recorded, revised, unchanged } = changes[list];
    return [list, { recorded: recorded.length, revised: revised.length, unchanged }];
  });
  return Object.fromEntries(counts);
}
