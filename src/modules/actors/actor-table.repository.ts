import { isAmong } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import { EntityTable } from "../../db/entity-table.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { Actor } from "./actor.type.js";

type Row = { uuid: string; key: string; mergedIntoId: string | null };

const unretracted = sql`t."retractedAt" is null`;

/**
 * Actors: those who ask by an id or a slug get, of one that was merged into another, that other. It takes a second
 * statement, which is asked only where somebody merged is named.
 */
export class ActorTable extends EntityTable<Actor> {
  override byId(alias: Sql, id: Sql): { from: Sql; where: Sql } {
    return { from: this.#survivor(alias), where: sql`named."id" = ${id}` };
  }

  override bySlug(alias: Sql, slug: Sql): { from: Sql; where: Sql } {
    return { from: this.#survivor(alias), where: sql`named."slug" = ${slug} and ${alias}."retractedAt" is null` };
  }

  /** The actor that is named, or the one that it was merged into. */
  #survivor(alias: Sql): Sql {
    return sql`"Actor" named join "Actor" ${alias} on ${alias}."id" = coalesce(named."mergedIntoId", named."id")`;
  }

  override byUuids(database: Database, uuids: readonly string[]): Promise<(Actor | null)[]> {
    return this.#named(database, "id", uuids, sql`true`);
  }

  override unretractedByUuids(database: Database, uuids: readonly string[]): Promise<(Actor | null)[]> {
    return this.#named(database, "id", uuids, unretracted);
  }

  override bySlugs(database: Database, slugs: readonly string[]): Promise<(Actor | null)[]> {
    return this.#named(database, "slug", slugs, unretracted);
  }

  async #named(
    database: Database,
    column: "id" | "slug",
    keys: readonly string[],
    inSight: Sql,
  ): Promise<(Actor | null)[]> {
    const key = raw(`t."${column}"`);
    // Who is merged is retracted as well.
    const rows = await database.query<Row>(
      sql`select ${this.select(raw("t"))}, ${key} as "key", t."mergedIntoId" from "Actor" t
        where ${isAmong(key, keys, column === "id" ? "uuid" : "text")} and (${inSight} or t."mergedIntoId" is not null)`,
    );
    const merged = rows.flatMap(({ uuid, mergedIntoId }) => (mergedIntoId === null ? [] : [uuid]));
    const survivors = merged.length === 0 ? undefined : await this.#survivors(database, merged, inSight);
    const found = new Map(
      rows.map((row) => [row.key, row.mergedIntoId === null ? this.instance(row) : survivors?.get(row.uuid)]),
    );
    return keys.map((wanted) => found.get(wanted) ?? null);
  }

  /** The actors that these were merged into, by the uuids of these. */
  async #survivors(database: Database, merged: readonly string[], inSight: Sql): Promise<ReadonlyMap<string, Actor>> {
    const rows = await database.query<{ merged: string }>(
      sql`select merged."id" as "merged", ${this.select(raw("t"))} from "Actor" merged
        join "Actor" t on t."id" = merged."mergedIntoId" where ${isAmong(raw('merged."id"'), merged)} and ${inSight}`,
    );
    return new Map(rows.map((row) => [row.merged, this.instance(row)]));
  }
}
