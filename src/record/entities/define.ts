import type { z } from "zod";
import type { EntityKind } from "../../db/generated/enums.js";
import type { Sql } from "../../db/sql.js";
import type { Referred, SluggedList } from "../format/reference.js";
import type { Row, Table } from "../store/bulk.js";

/** What a statement's capacity is found by. */
export interface Capacitated {
  speaker?: string;
  capacity?: { organization: string; role?: string };
  madeOn: string;
}

/** The ids of what an entry names, once all of it is known to exist. */
export interface Ids {
  of(list: SluggedList, slug: string): string;
  optional(list: SluggedList, slug: string | undefined): string | null;
  /** A position's subject: one of the two is null. */
  subject(slug: string): { proposalId: string | null; policyActionId: string | null };
  /** The affiliation that a statement's capacity names. */
  capacity(statement: Capacitated): string | null;
}

/** A table whose rows belong to an entity: its names, sponsors, sources … */
export interface LinkTable<Entry> {
  readonly table: Table;
  /** The column that holds the entity's id. */
  readonly owner: string;
  /** In order; `ordinal` is added. */
  rows(entry: Entry, ids: Ids): Row[];
}

/** How an entity without a slug is named and loaded: by the actor that it belongs to, then by its key. */
interface Keyed<Entry> {
  /** The field of the entry with the actor's slug. */
  readonly field: string;
  /** The column with the actor's id. */
  readonly column: string;
  /** What makes an entry the same entity as one that is recorded. */
  key(entry: Entry): readonly unknown[];
  /** What the key is made of, as messages say it. */
  readonly keyNoun: string;
  /** In which order those of one actor are loaded; by recording when left out. */
  readonly order?: Sql;
  /** By what those of one actor are exported; by their key when left out. Those with the same stay as they were loaded. */
  exportKey?(entry: Entry): string;
}

/** All that dossiers and mutations know of a type of entity. */
export interface Entity<Format extends z.ZodObject = z.ZodObject, Entry = z.output<Format>> {
  /** The list of a dossier that holds its entries. */
  readonly list: string;
  readonly kind: EntityKind;
  /** Its table, and its type in the API. */
  readonly table: Table;
  /** What its global ids begin with: `actor` in `actor_01h2…`. */
  readonly prefix: string;
  /** What payloads of mutations call it. */
  readonly field: string;
  /** One of them, as messages call it. */
  readonly noun: string;
  /** The entities of one space have no slug twice. Null for entities without slugs, which are `keyed`. */
  readonly slugSpace: Referred | null;
  readonly keyed?: Keyed<Entry>;
  /** The column with the id of the entity that one was merged into; left out where entities are not merged. */
  readonly mergedInto?: string;
  /** What the list of a dossier holds. */
  readonly about: string;
  /** What search finds it by; left out where it is not searched. */
  readonly searchedBy?: string;
  /** What an entry may hold. */
  readonly format: Format;
  /** The entry of a row `t`, as JSON with its fields in the order of the format; what is empty is null. */
  readonly entry: Sql;
  /** All columns but id and version. */
  row(entry: Entry, ids: Ids): Row;
  readonly links: readonly LinkTable<Entry>[];
}

/** An entity, whose entries have the type that its format says. */
export const defineEntity = <Format extends z.ZodObject>(entity: Entity<Format>): Entity<Format> => entity;

/** The rows that link an entity to its sources. */
export const sourceRows = (entry: { sources?: string[] }, ids: Ids): Row[] =>
  (entry.sources ?? []).map((slug) => ({ sourceId: ids.of("sources", slug) }));
