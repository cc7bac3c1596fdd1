import type { Prisma } from "../../db/generated/client.js";
import type { EntityKind } from "../../db/generated/enums.js";
import type { Sql } from "../../db/sql.js";
import type { Entry, ListName, SluggedList } from "../format/dossier.js";

export type Transaction = Prisma.TransactionClient;
export type Table = Prisma.ModelName;
/** A row by column, each of its table's columns that is written present, dates as YYYY-MM-DD. */
export type Row = Record<string, unknown>;

/** An entity as it is in the database. */
export interface Stored<List extends ListName = ListName> {
  readonly id: string;
  readonly version: number;
  readonly retractedAt: Date | null;
  /** Canonical. */
  readonly entry: Entry<List>;
}

/** The ids of what an entry names, once all of it is known to exist. */
export interface Ids {
  of(list: SluggedList, slug: string): string;
  optional(list: SluggedList, slug: string | undefined): string | null;
  /** A position's subject: one of the two is null. */
  subject(slug: string): { proposalId: string | null; policyActionId: string | null };
  /** The affiliation that a statement's capacity names. */
  capacity(statement: Entry<"statements">): string | null;
}

/** A table whose rows belong to an entity: its names, sponsors, sources … */
export interface LinkTable<List extends ListName> {
  readonly table: Table;
  /** The column that holds the entity's id. */
  readonly owner: string;
  /** In order; `ordinal` is added. */
  rows(entry: Entry<List>, ids: Ids): Row[];
}

/** How the entries of one list are read from and written to their tables. */
export interface ListStorage<List extends ListName> {
  readonly kind: EntityKind;
  readonly table: Table;
  /** The entry of a row `t`, as JSON with its fields in the order of the format; what is empty is null. */
  readonly entry: Sql;
  /** All columns but id and version. */
  row(entry: Entry<List>, ids: Ids): Row;
  readonly links: readonly LinkTable<List>[];
}

/** The rows that link an entity to its sources. */
export const sourceRows = (entry: { sources?: string[] }, ids: Ids): Row[] =>
  (entry.sources ?? []).map((slug) => ({ sourceId: ids.of("sources", slug) }));
