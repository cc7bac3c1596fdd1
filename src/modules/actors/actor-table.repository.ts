import type { Database } from "../../db/database.js";
import { EntityTable } from "../../db/entity-table.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import type { Actor } from "./actor.type.js";

type Key = "uuid" | "slug";
type Row = { [Name in Key]: string } & { mergedIntoId: string | null };

const unretracted = sql`t."retractedAt" is null`;

/**
 * Actors: those who ask by an id or a slug get, of one that was merged into another, that other. It takes a second
 * statement, which is asked only where somebody merged is named.
 */
export class ActorTable extends EntityTable<Actor> {
  override byUuids(database: Database, uuids: readonly string[]): Promise<(Actor | null)[]> {
    return this.#named(database, "uuid", uuids, sql`true`);
  }

  override unretractedByUuids(database: Database, uuids: readonly string[]): Promise<(Actor | null)[]> {
    return this.#named(database, "uuid", uuids, unretracted);
  }

  override bySlugs(database: Database, slugs: readonly string[]): Promise<(Actor | null)[]> {
    return this.#named(database, "slug", slugs, unretracted);
  }

  async #named(database: Database, key: Key, keys: readonly string[], inSight: Sql): Promise<(Actor | null)[]> {
    const column = key === "uuid" ? sql`t."id" = any(${keys}::uuid[])` : sql`t."slug" = any(${keys}::text[])`;
    // Who is merged is retracted as well.
    const rows = await database.query<Row>(
      sql`select ${this.select(raw("t"))}, t."mergedIntoId" from "Actor" t
        where ${column} and (${inSight} or t."mergedIntoId" is not null)`,
    );
    const merged = rows.flatMap(({ uuid, mergedIntoId }) => (mergedIntoId === null ? [] : [uuid]));
    const survivors = merged.length === 0 ? undefined : await this.#survivors(database, merged, inSight);
    const found = new Map(
      rows.map(({ mergedIntoId, ...row }) => [
        row[key],
        mergedIntoId === null ? this.instance(row) : survivors?.get(row.uuid),
      ]),
    );
    return keys.map((wanted) => found.get(wanted) ?? null);
  }

  /** The actors that these were merged into, by the uuids of these. */
  async #survivors(database: Database, merged: readonly string[], inSight: Sql): Promise<ReadonlyMap<string, Actor>> {
    const rows = await database.query<{ merged: string }>(
      sql`select merged."id" as "merged", ${this.select(raw("t"))} from "Actor" merged
        join "Actor" t on t."id" = merged."mergedIntoId" where merged."id" = any(${merged}::uuid[]) and ${inSight}`,
    );
    return new Map(rows.map(({ merged: uuid, ...row }) => [uuid, this.instance(row)]));
  }
}
