import { Field, InputType, registerEnumType } from "type-graphql";
import type { KeyType, Sort, SortKey } from "../db/reading/page.js";
import { join, raw, type Sql, sql } from "../db/sql.js";
import { SaysOrder } from "./connection/paging-rules.js";

export const OrderDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type OrderDirection = (typeof OrderDirection)[keyof typeof OrderDirection];

registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "The direction of an order.",
  valuesConfig: {
    ASC: { description: "Ascending: smallest, earliest or alphabetically first comes first." },
    DESC: { description: "Descending: largest, latest or alphabetically last comes first." },
  },
});

/** What the input made by `orderType` holds. */
export interface Order<F extends string> {
  field: F;
  direction?: OrderDirection | null;
}

/** One way to order a list: what people read of it, and its keys on a table under an alias (see `SortKey`). */
export interface OrderField {
  description: string;
  keys(table: Sql): SortKey[];
}

/** A column as a sort key, or the first of several that is not null; a date that is null in all sorts last when ascending. */
export function columnKey(column: string | readonly string[], type: KeyType, { nullable = false } = {}) {
  return (table: Sql): SortKey[] => {
    const values = [column].flat().map((name) => sql`${table}.${raw(`"${name}"`)}`);
    const value = join(values);
    return [{ sql: nullable ? sql`coalesce(${value}, '9999-12-31'::date)` : value, type }];
  };
}

/**
 * A text of the entity whose id is in a column, as a sort key: of a position, the name of its holder.
 *
 * @param otherwise the text where there is no such entity; needed where the column may be null
 */
export function relatedKey(id: string, table: string, column: string, otherwise?: (table: Sql) => Sql) {
  return (row: Sql): SortKey[] => {
    const text = sql`(select related.${raw(`"${column}"`)} from ${raw(`"${table}"`)} related
      where related."id" = ${row}.${raw(`"${id}"`)})`;
    return [{ sql: otherwise ? sql`coalesce(${text}, ${otherwise(row)})` : text, type: "text" }];
  };
}

/** The orders that every entity's list has. */
export const recordingOrders = {
  RECORDED_AT: {
    description: "The time when the entity was first recorded here.",
    keys: columnKey("recordedAt", "timestamptz"),
  },
  UPDATED_AT: {
    description: "The time when the entity was last recorded or revised here.",
    keys: columnKey("updatedAt", "timestamptz"),
  },
} satisfies Record<string, OrderField>;

/**
 * The input type `<name>Order` with its enum `<name>OrderField`, and the sort that it stands for.
 * Rows that are equal in the field are ordered by id.
 *
 * @param fallback the order of a list whose `orderBy` is left out
 * @example export const actorOrder = orderType("Actor", { NAME: { … }, ...recordingOrders }, { field: "NAME", direction: "ASC" });
 */
export function orderType<F extends string>(name: string, fields: Record<F, OrderField>, fallback: NoInfer<Order<F>>) {
  const names = Object.keys(fields) as F[]; // the keys of a Record<F, …>
  const FieldEnum = Object.fromEntries(names.map((field) => [field, field]));
  registerEnumType(FieldEnum, {
    name: `${name}OrderField`,
    description: `The values by which a list of type ${name} can be sorted.`,
    valuesConfig: Object.fromEntries(names.map((field) => [field, { description: fields[field].description }])),
  });

  @InputType(`${name}Order`, {
    description: `How to sort the list. Default: \`${fallback.field}\`, \`${fallback.direction}\`. Rows that are equal in this order are sorted by id.`,
  })
  class OrderInput implements Order<F> {
    @Field(() => FieldEnum, { description: "The value to sort by." })
    field: F;

    @Field(() => OrderDirection, {
      nullable: true,
      defaultValue: OrderDirection.ASC,
      description: "The sort direction. Null means the default.",
    })
    direction?: OrderDirection | null;
  }

  const sort = (order: Order<F> | null | undefined, table: Sql): Sort => {
    const { field, direction } = order ?? fallback;
    const keys = [...fields[field].keys(table), { sql: sql`${table}."id"`, type: "uuid" as const }];
    return { name: `${name}.${field}`, keys, direction: direction ?? OrderDirection.ASC };
  };
  SaysOrder((order) => {
    const { keys, ...form } = sort(order, raw("sorted"));
    return { ...form, types: keys.map(({ type }) => type) };
  })(OrderInput);
  return {
    input: OrderInput,
    /** The sort on a table under an alias. */
    sort,
  };
}
