import { raw, type Sql, sql } from "./sql.js";

/** The GraphQL class of a type of entity, named as its table. */
interface EntityClass {
  readonly name: string;
  /** What its global ids begin with. */
  readonly prefix: string;
  new (): object;
}

/** How one type of entity is found in its table. */
export class EntityTable {
  readonly name: string;

  constructor(readonly type: EntityClass) {
    this.name = type.name;
  }

  /** The entity with an id, under an alias. */
  byId(alias: Sql, id: Sql): { from: Sql; where: Sql } {
    return { from: sql`${raw(`"${this.name}"`)} ${alias}`, where: sql`${alias}."id" = ${id}` };
  }

  /** The id of the entity that an id leads to: another one, where entities of the type can be merged. */
  currentId(id: Sql): Sql {
    return id;
  }

  /** The entity with a slug, under an alias, unless it is retracted. */
  bySlug(alias: Sql, slug: Sql): { from: Sql; where: Sql } {
    return {
      from: sql`${raw(`"${this.name}"`)} ${alias}`,
      where: sql`${alias}."slug" = ${slug} and ${alias}."retractedAt" is null`,
    };
  }
}
