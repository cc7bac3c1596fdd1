import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  isObjectType,
  Kind,
  type ValueNode,
} from "graphql";
import type { Context } from "../context.js";
import { empty, raw, type Sql, sql } from "../db/sql.js";
import { type Declaration, declarationOf } from "../graphql/declared-fields.js";
import {
  column,
  type EntityKey,
  type FieldSql,
  type Findable,
  type GlobalIdSql,
  type ItemSql,
  type Refusal,
  type Rows,
} from "../graphql/field-sql.js";
import { Moment } from "../graphql/scalars/moment.js";
import { connectionJson, cursorJson } from "./connection.js";
import { type Json, leaf, listed, objectText, orNull, type Row, textOf } from "./json.js";
import { beginMark, endMark } from "./marks.js";
import type { Output, Plan, PlannedField } from "./plan.js";

/** A field with another moment than its parent. One more query reads its JSON for all parents. */
export interface Aside {
  readonly field: PlannedField;
  readonly moment: string;
  readonly row: Row;
}

/** A field that Node computes from the content of a mark. */
export interface Computed {
  readonly field: PlannedField;
  value(input: unknown): unknown;
}

/** The JSON of a field, and whether it is the same in all requests with the same plan. */
interface Rendered {
  readonly json: Json;
  readonly isStatic: boolean;
}

/** The JSON of fields that depend only on the document. */
const rendered = new WeakMap<PlannedField, Rendered>();

/** Makes the SQL of one request from the declarations of its fields. */
export class Renderer {
  readonly asides: Aside[] = [];
  readonly computed: Computed[] = [];
  readonly refusals: (() => Error)[] = [];
  #isStatic = true;

  constructor(
    readonly plan: Plan,
    readonly variables: Record<string, unknown>,
    readonly context: Context,
  ) {}

  /** The query of a root field. */
  root(field: PlannedField, declared: FieldSql): Sql {
    return sql`select ${textOf(this.#json(field, field.output, declared, undefined))} as "json"`;
  }

  /** The JSON of a field of a row, or of a root field. */
  value(field: PlannedField, row: Row | undefined): Json {
    const cached = rendered.get(field);
    if (cached) return cached.json;
    const around = this.#isStatic;
    this.#isStatic = true;
    const json = this.#value(field, row);
    if (this.#isStatic && row && row.depth > 0) rendered.set(field, { json, isStatic: true });
    this.#isStatic &&= around;
    return json;
  }

  /** The JSON of a row's object, with the selected fields of its type. */
  object(field: PlannedField, type: GraphQLObjectType, row: Row): Json {
    return this.fields(this.plan.selection(field, type, this.variables), row);
  }

  fields(fields: readonly PlannedField[], row: Row): Json {
    const json = fields.flatMap((field, index) => [
      `${index > 0 ? "," : "{"}"${field.key}":`,
      ...this.value(field, row),
    ]);
    return [...(json.length > 0 ? json : ["{"]), "}"];
  }

  /** A row with a new alias, for a field nested under another row. */
  rowIn(field: PlannedField, row: Row | undefined, scope?: object): Row {
    const depth = (row?.depth ?? 0) + 1;
    return { alias: raw(`${field.name}_${depth}`), depth, scope };
  }

  argumentsOf(field: PlannedField): Record<string, unknown> {
    const { definition, nodes } = field;
    const [node] = nodes;
    if (!definition || !node) return {};
    if (node.arguments?.some(({ value }) => hasVariable(value))) this.#isStatic = false;
    return getArgumentValues(definition, node, this.variables);
  }

  #value(field: PlannedField, row: Row | undefined): Json {
    const { definition, parentType } = field;
    if (!definition) return [`"${parentType.name}"`];
    if (row) {
      const moment = this.#momentOf(field);
      if (moment !== undefined) return this.#setAside({ field, moment, row });
    }
    return this.#declared(field, row);
  }

  #momentOf(field: PlannedField): string | undefined {
    if (!field.definition?.args.some(({ name }) => name === "knownAt")) return undefined;
    const { knownAt } = this.argumentsOf(field);
    return knownAt instanceof Moment && knownAt.exact !== this.context.knownAt ? knownAt.exact : undefined;
  }

  #setAside(aside: Aside): Json {
    this.#isStatic = false;
    this.asides.push(aside);
    return [beginMark("k"), `${this.asides.length - 1} `, sql`${aside.row.alias}."id"`, endMark];
  }

  #declared(field: PlannedField, row: Row | undefined): Json {
    const { definition, output, name } = field;
    const declaration = definition && declarationOf(definition);
    if (!declaration) {
      if (!row || output.kind !== "leaf") throw new Error(`${field.parentType.name}.${name} says no SQL`);
      return this.#leaf(output, column(name)(row.alias));
    }
    const declared = this.#declare(field, declaration, row);
    return declared ? this.#json(field, output, declared, row) : ["null"];
  }

  #declare(field: PlannedField, declaration: Declaration, row: Row | undefined): FieldSql | null {
    if (!declaration.isStatic) this.#isStatic = false;
    const declared = declaration.declare(this.argumentsOf(field), this.context, row?.scope);
    if (declared?.kind === "entities") throw new Error("Only a field of the root finds entities by keys");
    if (declared && "refusal" in declared) this.#isStatic = false;
    return declared;
  }

  #leaf(output: Output, value: Sql, isPlain?: boolean): Json {
    return nullable(output, leaf(output.type, value, isPlain));
  }

  #json(field: PlannedField, output: Output, declared: FieldSql, row: Row | undefined): Json {
    const alias = row?.alias ?? empty;
    if (declared.kind === "value") return this.#leaf(output, declared.value(alias), declared.isPlain);
    if (declared.kind === "globalId") return globalIdJson(declared, output, alias);
    if (declared.kind === "cursor") {
      const keys = declared.keys(alias).map((key) => sql`(${key})::text`);
      return nullable(output, cursorJson(declared.sort, keys));
    }
    if (declared.kind === "computed") {
      this.#isStatic = false;
      this.computed.push({ field, value: declared.value as (input: unknown) => unknown });
      return [beginMark("j"), `${this.computed.length - 1} `, sql`(${declared.input(alias)})::text`, endMark];
    }
    if (declared.kind === "connection") return connectionJson(this, field, declared, row);
    if (declared.kind === "one") {
      const inside = this.rowIn(field, row, declared.scope);
      const selected = this.#selection(field, declared.type ? this.plan.schema.getType(declared.type) : output.type);
      const wants = (name: string): boolean => selected.some((one) => one.name === name);
      const rows = declared.rows(inside.alias, alias, wants);
      const json = objectText(field, this.fields(selected, inside));
      return nullable(output, [selectFrom(rows, this.#unlessRefused(declared.refusals ?? [], json))]);
    }
    return this.item(field, output, declared, row);
  }

  /** The JSON of an object or a list that a row, or a field of a row, declares. */
  item(field: PlannedField, output: Output, declared: ItemSql, row: Row | undefined): Json {
    const alias = row?.alias ?? empty;
    if (declared.kind === "list") {
      if (output.kind !== "list") throw new Error(`${field.name} is declared as a list`);
      const inside = this.rowIn(field, row, row?.scope);
      const rows = declared.rows(inside.alias, alias);
      const item = this.item(field, output.of, declared.item ?? { kind: "sameRow" }, inside);
      const list = this.#unlessRefused(declared.refusal ? [declared.refusal] : [], listed(field, item));
      return ["[", sql`coalesce(${selectFrom(inOrder(rows, inside.alias), list)}, '')`, "]"];
    }
    if (declared.kind === "sameRow") {
      if (!row || output.kind !== "object") throw new Error(`${field.name} is not made of a row`);
      const json = this.object(field, output.type, row);
      if (!declared.when) return json;
      return [sql`case when ${declared.when(alias)} then ${textOf(json)} else 'null' end`];
    }
    if (declared.kind === "reference")
      return nullable(output, [this.#reference(field, declared.table, declared.id(alias), row)]);
    const branches = declared.branches.map(({ when, of }) => {
      const json = this.#reference(field, of.table, of.id(alias), row);
      return sql`when ${when(alias)} then ${json}`;
    });
    const either = branches.reduce((before, branch) => sql`${before} ${branch}`);
    return nullable(output, [sql`case ${either} end`]);
  }

  /** An entity that a row refers to, as a text. */
  #reference(field: PlannedField, table: Findable, id: Sql, row: Row | undefined): Sql {
    return this.entity(field, { table, by: "id", unretracted: false }, id, this.rowIn(field, row));
  }

  /** The text of an entity by a key, as a subquery. */
  entity(
    field: PlannedField,
    { table, by, unretracted }: Omit<EntityKey, "value" | "knownAt">,
    key: Sql,
    row: Row,
  ): Sql {
    const type = this.plan.schema.getType(table.name);
    if (!isObjectType(type)) throw new Error(`There is no type ${table.name}`);
    const selected = this.plan.selection(field, type, this.variables);
    const { readsRow } = this.context;
    const isById = by === "id" && !unretracted; // an id from a client is looked up, since the entity may not exist
    const isIdEnough = isById && readsRow && !selected.some(({ name }) => readsRow(type.name, name));
    const rows = isIdEnough ? idAlone(key, row.alias) : rowsOf(table, by, row.alias, key, unretracted);
    return selectFrom(rows, objectText(field, this.fields(selected, row)));
  }

  /** The JSON; or a mark for which Node throws, if a refusal applies. */
  #unlessRefused(refusals: readonly Refusal[], json: Sql): Sql {
    return refusals.toReversed().reduce((otherwise, { when, error }) => {
      this.refusals.push(error);
      const mark = textOf([beginMark("e"), `${this.refusals.length - 1} `, endMark]);
      return sql`case when ${when} then ${mark} else ${otherwise} end`;
    }, json);
  }

  #selection(field: PlannedField, type: GraphQLNamedType | GraphQLOutputType | undefined): readonly PlannedField[] {
    if (!isObjectType(type)) throw new Error(`${field.name} is no object`);
    return this.plan.selection(field, type, this.variables);
  }
}

function globalIdJson({ prefix, uuid, withMoment }: GlobalIdSql, output: Output, row: Sql): Json {
  const type = typeof prefix === "string" ? [`${prefix} `] : [prefix(row), " "];
  const json = ['"', beginMark(withMoment ? "m" : "i"), ...type, uuid(row), endMark, '"'];
  return nullable(output, json);
}

const idAlone = (id: Sql, alias: Sql): Rows => ({
  from: sql`(select ${id} as "id") ${alias}`,
  where: sql`${alias}."id" is not null`,
});

function rowsOf(table: Findable, by: EntityKey["by"], alias: Sql, key: Sql, unretracted: boolean): Rows {
  if (by === "slug") return table.bySlug(alias, key);
  const { from, where } = table.byId(alias, key);
  return unretracted ? { from, where: sql`${where} and ${alias}."retractedAt" is null` } : { from, where };
}

/** Whether a literal contains a variable. */
function hasVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariable);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariable(field.value));
}

const nullable = (output: Output, json: Json): Json => (output.nullable ? orNull(json) : json);

/** Rows in their order. An `order by` in the aggregate would sort the texts that are made of the rows. */
function inOrder({ from, where, orderBy }: Rows, alias: Sql): Rows {
  if (!orderBy) return { from, where };
  return {
    from: sql`(select ${alias}.* from ${from}${where ? sql` where ${where}` : empty} order by ${orderBy}) ${alias}`,
  };
}

/** A subquery: an expression over some rows. */
export function selectFrom(rows: Rows, selected: Sql): Sql {
  return sql`(${rows.with ? sql`with ${rows.with} ` : empty}select ${selected} from ${rows.from}${
    rows.where ? sql` where ${rows.where}` : empty
  })`;
}
