import { sql } from "../../db/sql.js";
import type { Transaction } from "../../db/writing/transact.js";
import { entities, type ListName, listNames } from "../entities/index.js";
import type { Table } from "../store/bulk.js";

/** The columns of an entity's own row that refer to actors. */
export interface EntityColumns {
  readonly list: ListName;
  readonly table: Table;
  readonly columns: readonly string[];
}

/** A table of links to actors: the sponsors of a proposal, the targets of a policy action … */
export interface ActorLink {
  readonly table: Table;
  /** The column with the id of the entity whose link it is. */
  readonly owner: string;
  /** The column with the actor's id. */
  readonly column: string;
  /** The other columns of the primary key but for the ordinal: two links of one owner that differ in them differ. */
  readonly told: readonly string[];
  /** Whether the primary key has the ordinal in it. */
  readonly ordered: boolean;
}

/** Everything that refers to an actor. */
export interface ActorColumns {
  readonly entities: readonly EntityColumns[];
  readonly links: readonly ActorLink[];
}

interface ForeignKey {
  readonly table: Table;
  readonly column: string;
  readonly primaryKey: readonly string[];
}

/**
 * Every column that refers to an actor, as the database's foreign keys tell: so none can be forgotten.
 *
 * @throws an error for a table that is neither an entity's nor linked to one
 */
export async function actorColumns(transaction: Transaction): Promise<ActorColumns> {
  const keys = (await foreignKeys(transaction)).filter((key) => !isOwn(key));
  const named = listNames.flatMap((list): EntityColumns[] => {
    const { table } = entities[list];
    const columns = keys.filter((key) => key.table === table).map(({ column }) => column);
    return columns.length > 0 ? [{ list, table, columns }] : [];
  });
  const others = keys.filter(({ table }) => !named.some((entity) => entity.table === table));
  return { entities: named, links: others.map(linkOf) };
}

const foreignKeys = (transaction: Transaction) =>
  transaction.$queryRaw<ForeignKey[]>(sql`
    select t.relname::text as "table", a.attname::text as "column",
      array(select k.attname::text from pg_constraint p join pg_attribute k
        on k.attrelid = p.conrelid and k.attnum = any(p.conkey)
        where p.conrelid = f.conrelid and p.contype = 'p' order by k.attnum) as "primaryKey"
    from pg_constraint f join pg_class t on t.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = '"Actor"'::regclass order by 1, 2`);

/** What is of an actor itself stays with it: its names and codes, and what is known of its merges. */
const isOwn = ({ table, column }: ForeignKey): boolean =>
  table === "Actor" ||
  table === "ActorMerge" ||
  entities.actors.links.some((link) => link.table === table && link.owner === column);

function linkOf({ table, column, primaryKey }: ForeignKey): ActorLink {
  const owners = listNames.flatMap((list) => {
    const links: readonly { table: Table; owner: string }[] = entities[list].links;
    return links.filter((link) => link.table === table).map((link) => link.owner);
  });
  const [owner] = owners;
  if (owner === undefined) throw new Error(`Nothing says how merging actors moves "${table}"."${column}"`);
  const told = primaryKey.filter((key) => key !== owner && key !== column && key !== "ordinal");
  return { table, owner, column, told, ordered: primaryKey.includes("ordinal") };
}
