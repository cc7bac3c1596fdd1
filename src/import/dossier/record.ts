import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { type Change, type Changes, changesOf, idsOf, type ListChanges, sorted } from "../../record/changes.js";
import type { Ids } from "../../record/entities/define.js";
import { type Entry, type ListName, listNames } from "../../record/entities/index.js";
import { momentOfWriting } from "../../record/lock.js";
import { newId } from "../../record/new-id.js";
import { record } from "../../record/record.js";
import { countingAtTheEnd } from "../../record/store/tallies.js";
import type { Checked } from "./check.js";
import type { ImportCounts } from "./counts.js";
import type { ImportOptions } from "./options.js";
import { goOn } from "./options.js";

/** What goes on from the entries that are recorded first to the positions. */
export interface Recording {
  readonly ids: Ids;
  /** When all of it is recorded, as Postgres writes it. */
  readonly at: string;
}

/** Records all but the positions. */
export async function recordRest(
  transaction: Transaction,
  { known }: Checked,
  counts: ImportCounts,
  options: ImportOptions,
): Promise<Recording> {
  const all = Object.fromEntries(listNames.map((list) => [list, changesOf(list, known)])) as Record<ListName, Change[]>; // every list is a key
  const changes: Record<ListName, ListChanges> = noChanges();
  for (const list of listNames) if (list !== "positions") changes[list] = counted(list, all[list], counts, options);
  const ids = idsOf(all, known);
  const at = await momentOfWriting(transaction);
  if (!options.dryRun) await record(transaction, changes as unknown as Changes, ids, { ...options, at }); // each under its list
  return { ids, at };
}

/** Records the positions, batch by batch, and counts the votes of roll calls when all are there. */
export async function recordPositions(
  transaction: Transaction,
  found: Checked,
  recording: Recording,
  counts: ImportCounts,
  options: ImportOptions,
): Promise<void> {
  if (options.dryRun) await recordBatches(transaction, found, recording, counts, options);
  else await countingAtTheEnd(transaction, () => recordBatches(transaction, found, recording, counts, options));
}

/** @returns the roll calls whose votes changed */
async function recordBatches(
  transaction: Transaction,
  { read, batches }: Checked,
  { ids, at }: Recording,
  counts: ImportCounts,
  options: ImportOptions,
): Promise<ReadonlySet<string>> {
  const voted = new Set<string>();
  const votes = new Map<string, { rollCalls: Set<string>; count: number }>();
  const isBulk = ({ stored, item: { entry } }: Change) =>
    !stored &&
    read.positions.count > (options.bulkFrom ?? 10_000) &&
    "evidence" in entry &&
    entry.evidence?.rollCall !== undefined;
  let rows = 0;
  for await (const known of batches()) {
    const changes = counted("positions", changesOf("positions", known), counts, options);
    for (const { item } of changes.recorded.filter(isBulk)) {
      const importer = item.importer ?? "";
      const sum = votes.get(importer) ?? { rollCalls: new Set(), count: 0 };
      sum.count++;
      addRollCall(sum.rollCalls, item.entry, ids);
      votes.set(importer, sum);
    }
    // Each list's changes are under its name.
    const all = { ...noChanges(), positions: changes } as unknown as Changes;
    if (!options.dryRun) {
      for (const { item } of [...changes.recorded, ...changes.revised]) addRollCall(voted, item.entry, ids);
      await record(transaction, all, ids, { ...options, at, isBulk });
    }
    rows += known.items.positions.size;
    goOn(options, { what: "Recording", rows, share: rows / read.positions.count });
  }
  if (options.dryRun) return voted;
  for (const [importer, { rollCalls, count }] of votes) {
    await recordBatch(transaction, [...rollCalls], importer, count, at, options);
  }
  return voted;
}

function addRollCall(to: Set<string>, entry: Entry, ids: Ids): void {
  if ("evidence" in entry && entry.evidence?.rollCall !== undefined) {
    to.add(ids.of("rollCalls", entry.evidence.rollCall));
  }
}

/** One change in the feed for all of them; the roll calls and the moment identify the positions. */
async function recordBatch(
  transaction: Transaction,
  rollCalls: readonly string[],
  importer: string,
  count: number,
  at: string,
  { author }: ImportOptions,
): Promise<void> {
  await transaction.$executeRaw(sql`
    insert into "ImportBatch" (id, "entityKind", "recordedAt", author, importer, "rollCallIds", count)
    values (${newId()}::uuid, 'POSITION', ${at}::timestamptz, ${author}, ${importer}, ${[...rollCalls]}::uuid[], ${count})`);
}

function counted(list: ListName, all: readonly Change[], counts: ImportCounts, { onChange }: ImportOptions) {
  const { recorded, revised, unchanged } = sorted(all);
  counts[list].recorded += recorded.length;
  counts[list].revised += revised.length;
  counts[list].unchanged += unchanged;
  if (onChange) for (const change of [...recorded, ...revised]) onChange(change);
  return { recorded, revised, unchanged };
}

const noChanges = () =>
  Object.fromEntries(listNames.map((list) => [list, sorted([])])) as Record<ListName, ListChanges>; // every list is a key
