import { isAmong } from "./conditions.js";
import type { Database } from "./database.js";
import { empty, raw, type Sql, sql } from "./sql.js";

/** A row that came as JSON, in which timestamps are texts. */
export interface JsonRow {
  recordedAt: string;
  updatedAt: string;
  retractedAt: string | null;
}

const [uuid, slug, unretracted] = [raw('t."id"'), raw('t."slug"'), raw('t."retractedAt" is null')];

/** The columns that every entity has. */
const everyEntity = ["version", "recordedAt", "updatedAt", "retractedAt", "retractionReason"] as const;

/**
 * How one type of entity is read from its table: a row becomes an instance of its class, with the column `id` as `uuid`.
 * `columns` are the model's own field names but for those of every entity, checked against Prisma's where the table is declared.
 */
export class EntityTable<T extends { uuid: string } = { uuid: string }> {
  readonly name: string;
  readonly #columns: readonly string[];

  constructor(
    /** The GraphQL class, named as the table. */
    readonly type: new () => T,
    columns: readonly string[],
  ) {
    this.name = type.name;
    this.#columns = [...everyEntity, ...columns];
  }

  /** The select list of the entity, from a table in `from` under this alias. */
  select(alias: Sql): Sql {
    const columns = this.#columns.map((column) => `${alias.sql}."${column}"`);
    return raw(`${alias.sql}."id" as "uuid", ${columns.join(", ")}`);
  }

  /** A row of `select` as an instance. */
  readonly instance = (row: object): T => Object.assign(new this.type(), row);

  /** As `instance`, for a row that Postgres made into JSON. */
  jsonInstance(row: JsonRow): T {
    const [recordedAt, updatedAt] = [new Date(row.recordedAt), new Date(row.updatedAt)];
    return this.instance({
      ...row,
      recordedAt,
      updatedAt,
      retractedAt: row.retractedAt === null ? null : new Date(row.retractedAt),
    });
  }

  /** The entity with an id, under an alias. */
  byId(alias: Sql, id: Sql): { from: Sql; where: Sql } {
    return { from: sql`${raw(`"${this.name}"`)} ${alias}`, where: sql`${alias}."id" = ${id}` };
  }

  /** The entity with a slug, under an alias, unless it is retracted. */
  bySlug(alias: Sql, slug: Sql): { from: Sql; where: Sql } {
    return {
      from: sql`${raw(`"${this.name}"`)} ${alias}`,
      where: sql`${alias}."slug" = ${slug} and ${alias}."retractedAt" is null`,
    };
  }

  /** The entities with these ids, in their order, null for an unknown one: one statement. */
  byUuids(database: Database, uuids: readonly string[]): Promise<(T | null)[]> {
    return this.#find(database, "uuid", uuids, isAmong(uuid, uuids));
  }

  /** As `byUuids`, null for a retracted one too: for those who ask by an id, not by following a reference. */
  unretractedByUuids(database: Database, uuids: readonly string[]): Promise<(T | null)[]> {
    return this.#find(database, "uuid", uuids, sql`${isAmong(uuid, uuids)} and ${unretracted}`);
  }

  /** The entities with these slugs, in their order, null for an unknown or retracted one: one statement. */
  bySlugs(database: Database, slugs: readonly string[]): Promise<(T | null)[]> {
    return this.#find(database, "slug", slugs, sql`${isAmong(slug, slugs, "text")} and ${unretracted}`);
  }

  async #find(
    database: Database,
    key: "uuid" | "slug",
    keys: readonly string[],
    condition: Sql,
  ): Promise<(T | null)[]> {
    const columns = this.select(raw("t"));
    const rows = await database.query<Record<"uuid" | "key", string>>(
      sql`select ${columns}${key === "slug" ? raw(', t."slug" as "key"') : empty} from ${raw(`"${this.name}"`)} t where ${condition}`,
    );
    const found = new Map(rows.map((row) => [row.key ?? row.uuid, this.instance(row)]));
    return keys.map((wanted) => found.get(wanted) ?? null);
  }
}
