import type { EntityKind } from "../db/generated/enums.js";
import { raw, type Sql, sql } from "../db/sql.js";
import { entities, type ListName, listsByKind } from "../record/entities/index.js";

/** How one type of entity is found in its table, by its row in the registry. */
export class EntityTable {
  /** Of the table, and of the type in the API. */
  readonly name: string;
  readonly kind: EntityKind;
  /** What its global ids begin with. */
  readonly prefix: string;
  /** The column with the id of the entity that one was merged into. */
  readonly #mergedInto: string | undefined;

  constructor(readonly list: ListName) {
    const { table, kind, prefix, mergedInto } = entities[list];
    this.name = table;
    this.kind = kind;
    this.prefix = prefix;
    this.#mergedInto = mergedInto;
  }

  /** The entity with an id, under an alias. By the id of one that was merged into another, that other is found. */
  byId(alias: Sql, id: Sql): { from: Sql; where: Sql } {
    if (this.#mergedInto) return { from: this.#survivor(alias, this.#mergedInto), where: sql`named."id" = ${id}` };
    return { from: sql`${raw(`"${this.name}"`)} ${alias}`, where: sql`${alias}."id" = ${id}` };
  }

  /** The id of the entity that an id leads to: another one, where it was merged. */
  currentId(id: Sql): Sql {
    if (!this.#mergedInto) return id;
    const mergedInto = raw(`merged."${this.#mergedInto}"`);
    return sql`coalesce((select ${mergedInto} from ${raw(`"${this.name}"`)} merged where merged."id" = ${id}), ${id})`;
  }

  /** The entity with a slug, under an alias, unless it is retracted; as `byId` where it was merged. */
  bySlug(alias: Sql, slug: Sql): { from: Sql; where: Sql } {
    const [from, named] = this.#mergedInto
      ? [this.#survivor(alias, this.#mergedInto), raw("named")]
      : [sql`${raw(`"${this.name}"`)} ${alias}`, alias];
    return { from, where: sql`${named}."slug" = ${slug} and ${alias}."retractedAt" is null` };
  }

  /** The entity that is named, or the one that it was merged into. */
  #survivor(alias: Sql, mergedInto: string): Sql {
    const table = raw(`"${this.name}"`);
    return sql`${table} named join ${table} ${alias} on ${alias}."id" = coalesce(${raw(`named."${mergedInto}"`)}, named."id")`;
  }
}

/** The table of every type of entity, in the order of their kinds. */
export const entityTables: readonly EntityTable[] = listsByKind.map((list) => new EntityTable(list));

/** The table of the entities of a list. */
export function tableOf(list: ListName): EntityTable {
  const table = entityTables.find((one) => one.list === list);
  if (!table) throw new Error(`No kind of entity stands in the list ${list}`);
  return table;
}
