import { empty, raw, type Sql, sql } from "../../../db/sql.js";
import { canonical } from "../../canonical.js";
import type { Entry, ListName } from "../../format/dossier.js";
import type { Stored, Transaction } from "../list-storage.js";
import { storages } from "../storages.js";

/**
 * The entities of a list with these keys: slugs; of affiliations their members', of positions their holders'. One
 * statement. Of one holder's positions on one subject, the later come later, by `since`, then by recording.
 */
export async function loadStored<List extends ListName>(
  transaction: Transaction,
  list: List,
  keys: readonly string[],
  condition: Sql = empty,
): Promise<Stored<List>[]> {
  const { table, entry } = storages[list];
  const order = list === "positions" ? sql`t."sinceLatest", t."recordedAt", t.id` : sql`t."recordedAt", t.id`;
  const found = await transaction.$queryRaw<Stored<List>[]>(
    sql`select t.id, t.version, t."retractedAt", ${entry} as entry from ${raw(`"${table}"`)} t
      where ${keyed(list, keys)} ${condition} order by ${order}`,
  );
  return found.map(withEntry);
}

/** What the database holds was checked when it came in; only what is empty differs from an entry. */
const withEntry = <List extends ListName>(stored: Stored<List>): Stored<List> => ({
  ...stored,
  entry: canonical<Entry>(stored.entry) as Entry<List>,
});

/** The entity of a list with this uuid, retracted or not. */
export async function loadById<List extends ListName>(
  transaction: Transaction,
  list: List,
  id: string,
): Promise<Stored<List> | undefined> {
  const { table, entry } = storages[list];
  const [stored] = await transaction.$queryRaw<Stored<List>[]>(
    sql`select t.id, t.version, t."retractedAt", ${entry} as entry from ${raw(`"${table}"`)} t where t.id = ${id}::uuid`,
  );
  return stored && withEntry(stored);
}

/** Positions of each of these holders on the subject beside it. */
export const loadPositions = (
  transaction: Transaction,
  pairs: readonly { readonly holder: string; readonly subject: string }[],
): Promise<Stored<"positions">[]> =>
  loadStored(
    transaction,
    "positions",
    [...new Set(pairs.map(({ holder }) => holder))],
    sql`and (t."holderId", t."subjectId") in (select h.id, s.id
      from unnest(${pairs.map(({ holder }) => holder)}::text[], ${pairs.map(({ subject }) => subject)}::text[]) wanted(holder, subject)
      join "Actor" h on h.slug = wanted.holder
      join (select id, slug from "Proposal" union all select id, slug from "PolicyAction") s on s.slug = wanted.subject)`,
  );

function keyed(list: ListName, keys: readonly string[]): Sql {
  const slugs = sql`any(${[...keys]}::text[])`;
  if (list === "affiliations") return sql`t."memberId" in (select id from "Actor" where slug = ${slugs})`;
  if (list === "positions") return sql`t."holderId" in (select id from "Actor" where slug = ${slugs})`;
  return sql`t.slug = ${slugs}`;
}
