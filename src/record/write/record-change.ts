import type { Transaction } from "../../db/writing/transact.js";
import { type Change, type Changes, idsOf, type ListChanges } from "../changes.js";
import { type ListName, listNames } from "../entities/index.js";
import type { Known } from "../known.js";
import { type ApprovedAuthorship, record } from "../record.js";
import type { Outcome } from "./outcome.js";

/** Writes one change with its links and its revision. */
export async function recordChange(
  transaction: Transaction,
  change: Change,
  known: Known,
  by: ApprovedAuthorship,
): Promise<Outcome> {
  const none: ListChanges = { recorded: [], revised: [], unchanged: 0 };
  const only: ListChanges = change.stored ? { ...none, revised: [change] } : { ...none, recorded: [change] };
  const changes = byList((list) => (list === change.item.list ? only : none));
  const ids = idsOf(
    byList((list) => (list === change.item.list ? [change] : [])),
    known,
  );
  await record(transaction, changes as unknown as Changes, ids, by); // the change stands under its own list
  return { id: change.id };
}

const byList = <T>(of: (list: ListName) => T): Record<ListName, T> =>
  Object.fromEntries(listNames.map((list) => [list, of(list)])) as Record<ListName, T>; // every list is a key
