import type { Transaction } from "../../db/writing/transact.js";
import { checkCycles } from "../../record/check/cycles.js";
import { checkPositions } from "../../record/check/positions.js";
import { checkReferences } from "../../record/check/references.js";
import { checkStatements } from "../../record/check/statements.js";
import { listNames } from "../../record/entities/index.js";
import type { Problem } from "../../record/entries.js";
import { type Known, lookUp, lookUpPositionsOf } from "../../record/known.js";
import { anyMerged } from "../../record/merge/survivors.js";
import { checkDeclarations, checkEntries, checkRepeats } from "./declarations.js";
import { namingSurvivors } from "./naming-survivors.js";
import type { ImportOptions } from "./options.js";
import { goOn } from "./options.js";
import { type FileProblem, Problems } from "./problem.js";
import type { ReadDossiers } from "./read/dossier-files.js";
import type { DossierItem, Place } from "./read/dossier-item.js";
import { hashOf, KeyHashes } from "./read/key-hashes.js";
import { reconciled } from "./reconciled.js";
import type { Tally } from "./tally.js";

type Position = DossierItem<"positions">;

/** An import that was checked. */
export interface Checked {
  readonly read: ReadDossiers;
  /** All that its entries but the positions name, and these entries as they are to be recorded. */
  readonly known: Known;
  readonly problems: Problems;
  readonly conflicts: Problems;
  /** The positions, some at a time, with those on record, as they are to be recorded. */
  batches(): AsyncGenerator<Known>;
}

/** Checks an import against itself and the record, and merges it with what is on record. Needs the write lock. */
export async function checked(
  transaction: Transaction,
  written: ReadDossiers,
  tally: Tally,
  options: ImportOptions,
): Promise<Checked> {
  const problems = written.problems;
  const conflicts = new Problems();
  const merges = await anyMerged(transaction);
  const items = merges ? await namingSurvivors(transaction, written.items, problems) : written.items;
  const read: ReadDossiers = { ...pick(written), items };
  const onRecord = await lookUp(transaction, read);
  problems.addAll(inFiles(await checkReferences(transaction, read, onRecord)));
  problems.addAll(checkDeclarations(read, onRecord));
  const known = await reconciled(transaction, onRecord, listNames, conflicts, options.overwrite);
  problems.addAll(inFiles([...checkStatements(read, known), ...(await checkCycles(transaction, known))]));

  const prepare = async (batch: readonly Position[], found: Problems, clashes: Problems) => {
    const named = merges ? await namingSurvivors(transaction, batch, found) : batch;
    const now = await lookUpPositionsOf(transaction, known, named);
    return { named, now, merged: await reconciled(transaction, now, ["positions"], clashes, options.overwrite) };
  };
  const first = await checkBatches(transaction, read, { prepare, problems, conflicts, tally, merges, options });
  return {
    ...{ read, known, problems, conflicts },
    async *batches() {
      // The first is often the only one: it is not looked up again.
      if (first && read.positions.count === first.items.positions.size) yield first;
      else {
        const ignored = new Problems();
        for await (const batch of read.positions.batches()) yield (await prepare(batch, ignored, ignored)).merged;
      }
    },
  };
}

/** The reader is an instance of a class: what is needed of it further on. */
const pick = ({ positions, declarations, declared, problems, invalid, complete, from }: ReadDossiers) => ({
  ...{ positions, declarations, declared, problems, invalid, complete, from },
});

interface Batches {
  readonly prepare: (
    batch: readonly Position[],
    problems: Problems,
    conflicts: Problems,
  ) => Promise<{ named: readonly Position[]; now: Known; merged: Known }>;
  readonly problems: Problems;
  readonly conflicts: Problems;
  readonly tally: Tally;
  readonly merges: boolean;
  readonly options: ImportOptions;
}

/** @returns the first batch, as it is to be recorded */
async function checkBatches(
  transaction: Transaction,
  read: ReadDossiers,
  { prepare, problems, conflicts, tally, merges, options }: Batches,
): Promise<Known | undefined> {
  // With survivors in them, positions can be the same that were not before.
  const hashes = merges ? new KeyHashes() : read.positions.hashes;
  let first: Known | undefined;
  let rows = 0;
  for await (const batch of read.positions.batches()) {
    if (problems.full) break;
    const { named, now, merged } = await prepare(batch, problems, conflicts);
    first ??= merged;
    problems.addAll(inFiles(await checkReferences(transaction, { ...read, items: named }, now)));
    problems.addAll(checkEntries(named, now));
    problems.addAll(inFiles(checkPositions(merged)));
    for (const { entry } of named) {
      if (merges) hashes.add(entry);
      tally.add(entry);
    }
    rows += batch.length;
    goOn(options, { what: "Checking", rows, share: rows / read.positions.count });
  }
  await checkRepeated(transaction, read, hashes.repeated(), problems, merges);
  return first;
}

/** Finds positions that are written twice among those of which others have the same hash. */
async function checkRepeated(
  transaction: Transaction,
  read: ReadDossiers,
  repeated: ReadonlySet<number>,
  problems: Problems,
  merges: boolean,
): Promise<void> {
  if (repeated.size === 0) return;
  const found = new Map<string, Place>();
  const toldBefore = new Problems();
  for await (const batch of read.positions.batches()) {
    if (problems.full) break;
    const named = merges ? await namingSurvivors(transaction, batch, toldBefore) : batch;
    problems.addAll(
      checkRepeats(
        named.filter(({ entry }) => repeated.has(hashOf(entry))),
        found,
      ),
    );
  }
}

/** Each was reported by an item of the files, which has its place. */
const inFiles = (problems: readonly Problem[]) => problems as readonly FileProblem[];
