import { type GraphQLObjectType, isEnumType, isNamedType, isObjectType } from "graphql";
import { raw, type Sql, sql } from "../../db/sql.js";
import { declarationOf } from "../../graphql/declared-fields.js";
import { column, type FieldSql, type ItemSql, type ReferenceSql } from "../../graphql/field-sql.js";
import { Moment } from "../../graphql/scalars/moment.js";
import type { Row } from "../json.js";
import { textOf } from "../json.js";
import { beginMark, endMark } from "../marks.js";
import type { Output, PlannedField } from "../plan.js";
import { type Renderer, selectFrom } from "../render.js";

/** A value of a row as an SQL expression of the type `text`. */
export interface FlatValue {
  readonly text: Sql;
  /** Whether it never contains a special character of CSV. */
  readonly isPlain: boolean;
}

/**
 * The selection of a row as columns. References become joins, so Postgres reads a table of entities once for a page.
 * The subqueries of `Renderer` would read it once for each row.
 */
export class FlatRow {
  /** The joins that the values need, in their order. */
  readonly joins: Sql[] = [];
  readonly #values = new Map<string, FlatValue[]>();
  readonly #renderer: Renderer;

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
  }

  /** The values at a path of keys. There are several if several types of a union have the path; at most one is not null. */
  at(path: readonly string[]): readonly FlatValue[] {
    return this.#values.get(path.join(" ")) ?? [];
  }

  /**
   * Adds the columns of a row.
   *
   * @param path the keys that lead to the row
   * @returns false if a part of it is not a column, such as a list
   */
  item(field: PlannedField, output: Output, item: ItemSql, row: Row, path: readonly string[]): boolean {
    if (item.kind === "list") return false;
    if (item.kind === "sameRow")
      return item.when === undefined && output.kind === "object" && this.#object(field, output.type, row, path);
    const branches = item.kind === "either" ? item.branches : [{ when: undefined, of: item }];
    const order = branches.map(
      ({ when }, index) => sql`when ${when?.(row.alias) ?? raw("true")} then ${raw(`${index}`)}`,
    );
    const chosen = sql`case ${order.reduce((before, branch) => sql`${before} ${branch}`)} end`;
    return branches.every(({ when, of }, index) =>
      this.#reference(field, of, row, path, when && sql`${chosen} = ${raw(`${index}`)}`),
    );
  }

  #reference(
    field: PlannedField,
    { table, id }: ReferenceSql,
    row: Row,
    path: readonly string[],
    condition: Sql | undefined,
  ): boolean {
    const type = this.#renderer.plan.schema.getType(table.name);
    if (!isObjectType(type)) return false;
    const alias = raw(`joined_${this.joins.length + 1}`);
    const rows = table.byId(alias, id(row.alias));
    this.joins.push(
      sql`left join lateral ${selectFrom(rows, sql`${alias}.*`)} ${alias} on ${condition ?? raw("true")}`,
    );
    return this.#object(field, type, { alias, depth: row.depth + 1 }, path);
  }

  #object(field: PlannedField, type: GraphQLObjectType, row: Row, path: readonly string[]): boolean {
    const { plan, variables } = this.#renderer;
    return plan.selection(field, type, variables).every((one) => this.#field(one, row, [...path, one.key]));
  }

  #field(field: PlannedField, row: Row, path: readonly string[]): boolean {
    const { definition, name, output } = field;
    if (!definition) return false; // `__typename`
    const declaration = declarationOf(definition);
    if (!declaration) return this.#leaf(path, output, column(name)(row.alias));
    const argumentValues = this.#renderer.argumentsOf(field);
    if (argumentValues.knownAt instanceof Moment) return false;
    const declared = declaration.declare(argumentValues, this.#renderer.context, row.scope);
    if (!declared) return true;
    return declared.kind !== "entities" && this.#declared(field, declared, row, path);
  }

  #declared(field: PlannedField, declared: FieldSql, row: Row, path: readonly string[]): boolean {
    if (declared.kind === "value") return this.#leaf(path, field.output, declared.value(row.alias), declared.isPlain);
    if (declared.kind === "globalId") {
      const { prefix, uuid, withMoment } = declared;
      if (withMoment) return false;
      const type = typeof prefix === "string" ? [`${prefix} `] : [prefix(row.alias), " "];
      return this.#add(path, textOf([beginMark("i"), ...type, uuid(row.alias), endMark]), true);
    }
    if (declared.kind === "reference" || declared.kind === "either" || declared.kind === "sameRow")
      return this.item(field, field.output, declared, row, path);
    return false;
  }

  #leaf(path: readonly string[], output: Output, value: Sql, isPlain = false): boolean {
    if (output.kind !== "leaf" || !isNamedType(output.type)) return false;
    const { type } = output;
    if (isEnumType(type)) return this.#add(path, sql`(${value})::text`, true);
    if (isPlain) return this.#add(path, value, true);
    const write = scalars[type.name];
    return write !== null && this.#add(path, write?.(value) ?? verbatim(value), write !== undefined);
  }

  #add(path: readonly string[], text: Sql, isPlain: boolean): true {
    const key = path.join(" ");
    this.#values.set(key, [...(this.#values.get(key) ?? []), { text, isPlain }]);
    return true;
  }
}

const verbatim = (value: Sql): Sql => sql`(${value})::text`;

/**
 * The scalars whose texts never contain a special character of CSV. Null for those that JavaScript and Postgres write
 * differently.
 */
const scalars: Readonly<Record<string, ((value: Sql) => Sql) | null>> = {
  Int: verbatim,
  Boolean: verbatim,
  Date: verbatim,
  DateTime: (value) => sql`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  Float: null,
  JSON: null,
};
