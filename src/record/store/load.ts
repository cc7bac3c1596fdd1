import { empty, raw, type Sql, sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { canonical } from "../canonical.js";
import type { Entry, ListName } from "../entities/index.js";
import { entities } from "../entities/index.js";

/** An entity as it is in the database. */
export interface Stored<List extends ListName = ListName> {
  readonly id: string;
  readonly version: number;
  readonly retractedAt: Date | null;
  /** Canonical. */
  readonly entry: Entry<List>;
}

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
  const { table, entry, keyed } = entities[list];
  const order = keyed?.order ?? sql`t."recordedAt", t.id`;
  const found = await transaction.$queryRaw<Stored<List>[]>(
    sql`select t.id, t.version, t."retractedAt", ${entry} as entry from ${raw(`"${table}"`)} t
      where ${hasKey(list, keys)} ${condition} order by ${order}`,
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
  const { table, entry } = entities[list];
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

function hasKey(list: ListName, keys: readonly string[]): Sql {
  const { keyed } = entities[list];
  const slugs = sql`any(${[...keys]}::text[])`;
  return keyed
    ? sql`t.${raw(`"${keyed.column}"`)} in (select id from "Actor" where slug = ${slugs})`
    : sql`t.slug = ${slugs}`;
}
