import type { RevisionAction } from "../db/generated/enums.js";
import type { Transaction } from "../db/writing/transact.js";
import type { Change, Changes, ListChanges } from "./changes.js";
import type { Ids } from "./entities/define.js";
import type { EntityOf } from "./entities/index.js";
import { entities, type ListName, listNames } from "./entities/index.js";
import { momentOfWriting } from "./lock.js";
import { newId } from "./new-id.js";
import type { Row } from "./store/bulk.js";
import { deleteLinks, insertRows, updateRows } from "./store/bulk.js";

export interface Authorship {
  /** Who makes the changes, as revisions name it. */
  readonly author: string;
  /** Why. */
  readonly reason?: string;
}

export interface ApprovedAuthorship extends Authorship {
  /** Who approved the changes, where their author may only make drafts. */
  readonly approvedBy?: string;
}

interface Recorded extends ApprovedAuthorship {
  /** When, as `momentOfWriting` returned it; now where it is left out. */
  readonly at?: string;
  /** Which changes get no revision of their own, since an `ImportBatch` stands for all of them. */
  readonly isBulk?: (change: Change) => boolean;
}

type Dated = Recorded & { readonly at: string };

/** Something that an import revises was revised by someone else while it ran. */
export class ConcurrentRevision extends Error {
  override readonly name = "ConcurrentRevision";

  constructor(list: ListName) {
    super(
      `Some of the ${list} were revised by someone else during the import. Nothing was recorded; run the import again`,
    );
  }
}

/** Writes new and changed entities with their links and revisions: a number of statements that does not grow with them. */
export async function record(transaction: Transaction, changes: Changes, ids: Ids, by: Recorded): Promise<void> {
  const at = by.at ?? (await momentOfWriting(transaction));
  for (const list of listNames) await recordList(transaction, list, changes[list], ids, { ...by, at });
}

async function recordList<List extends ListName>(
  transaction: Transaction,
  list: List,
  { recorded, revised }: ListChanges<List>,
  ids: Ids,
  by: Dated,
): Promise<void> {
  const storage: EntityOf<List> = entities[list];
  const rowOf = ({ id, item, stored }: Change<List>): Row => ({
    id,
    version: (stored?.version ?? 0) + 1,
    ...(stored ? {} : { recordedAt: by.at }),
    updatedAt: by.at,
    ...storage.row(item.entry, ids),
  });
  await insertRows(transaction, storage.table, earlierFirst(recorded).map(rowOf));
  if (!(await updateRows(transaction, storage.table, revised.map(rowOf)))) throw new ConcurrentRevision(list);
  await recordLinks(transaction, storage, [...recorded, ...revised], revised, ids);
  const told = by.isBulk ? recorded.filter((change) => !by.isBulk?.(change)) : recorded;
  const revisions = [...told, ...revised].map((change) => revisionOf(change, storage, by));
  await insertRows(transaction, "Revision", revisions);
}

async function recordLinks<List extends ListName>(
  transaction: Transaction,
  { links }: EntityOf<List>,
  changes: readonly Change<List>[],
  revised: readonly Change<List>[],
  ids: Ids,
): Promise<void> {
  for (const { table, owner, rows } of links) {
    if (revised.length > 0)
      await deleteLinks(
        transaction,
        table,
        owner,
        revised.map(({ id }) => id),
      );
    const linked = changes.flatMap(({ id, item }) =>
      rows(item.entry, ids).map((row, ordinal) => ({ [owner]: id, ordinal, ...row })),
    );
    await insertRows(transaction, table, linked);
  }
}

const revisionOf = <List extends ListName>(
  { id, item, stored }: Change<List>,
  { kind }: EntityOf<List>,
  { author, approvedBy, reason, at }: Dated,
): Row => ({
  id: newId(),
  entityKind: kind,
  entityId: id,
  version: (stored?.version ?? 0) + 1,
  action: (stored ? "REVISED" : "RECORDED") satisfies RevisionAction,
  recordedAt: at,
  author,
  approvedBy,
  importer: item.importer,
  reason,
  before: stored?.entry,
  after: item.entry,
});

/** A statement after the one that it answers: rows are inserted some thousand at a time, and each must find its reference. */
function earlierFirst<List extends ListName>(changes: readonly Change<List>[]): Change<List>[] {
  const bySlug = new Map(changes.map((change) => ["slug" in change.item.entry ? change.item.entry.slug : "", change]));
  const ordered = new Set<Change<List>>();
  for (const change of changes) {
    const chain: Change<List>[] = [];
    for (let next: Change<List> | undefined = change; next && !ordered.has(next); next = answered(next, bySlug)) {
      chain.push(next);
    }
    for (const earlier of chain.reverse()) ordered.add(earlier);
  }
  return [...ordered];
}

function answered<List extends ListName>({ item }: Change<List>, bySlug: Map<string, Change<List>>) {
  const { entry } = item;
  return "inReplyTo" in entry && entry.inReplyTo !== undefined ? bySlug.get(entry.inReplyTo) : undefined;
}
