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
  /** Whether no character in it has a meaning in CSV. */
  readonly isPlain: boolean;
}

/**
 * The selection of a row as columns. References become joins: Postgres reads a table of entities once for a page,
 * where the subquery that `Renderer` makes reads it once for each row.
 */
export class FlatRow {
  /** The joins that the values need, in their order. */
  readonly joins: Sql[] = [];
  readonly #values = new Map<string, FlatValue[]>();
  readonly #renderer: Renderer;

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
  }

  /** What is at a path of keys: several values where a union has the path in several types, of which one at most is not null. */
  at(path: readonly string[]): readonly FlatValue[] {
    return this.#values.get(path.join(" ")) ?? [];
  }

  /**
   * Adds what a row is.
   *
   * @param path the keys that lead to the row
   * @returns false where something in it is no column, such as a list
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
 * How scalars are written whose texts have no character that means something in CSV; all others may have any. Null for
 * those that JavaScript writes in another way than Postgres.
 */
const scalars: Readonly<Record<string, ((value: Sql) => Sql) | null>> = {
  Int: verbatim,
  Boolean: verbatim,
  Date: verbatim,
  DateTime: (value) => sql`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  Float: null,
  JSON: null,
};
