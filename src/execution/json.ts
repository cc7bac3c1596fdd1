import { type GraphQLOutputType, isEnumType, isNamedType } from "graphql";
import { empty, raw, type Sql, sql } from "../db/sql.js";
import { beginMark, endMark } from "./marks.js";
import type { PlannedField } from "./plan.js";

/** JSON text in pieces: a string is literal text, SQL is an expression for text. */
export type Json = readonly (string | Sql)[];

const literal = (text: string): Sql => raw(`'${text.replaceAll("'", "''")}'`);

/** One SQL expression of the type `text` for some JSON; null if one of its expressions is null. */
export function textOf(json: Json): Sql {
  const pieces: (string | Sql)[] = [];
  for (const piece of json) {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else if (piece !== "") pieces.push(piece);
  }
  const [first, ...rest] = pieces.map((piece) => (typeof piece === "string" ? literal(piece) : piece));
  return rest.reduce((text, piece) => sql`${text} || ${piece}`, first ?? raw("''"));
}

/** The JSON, or `null` if one of its expressions is null. */
export const orNull = (json: Json): Json => [sql`coalesce(${textOf(json)}, 'null')`];

/**
 * The text of a row's object. If a non-null field is null, the whole text becomes null, and then a mark,
 * which distinguishes it from a missing row. One test for each object costs less than one for each field.
 */
export function objectText({ parentType, name }: PlannedField, json: Json): Sql {
  const text = textOf(json);
  if (json.every((piece) => typeof piece === "string")) return text;
  return sql`coalesce(${text}, ${textOf([beginMark("n"), `${parentType.name}.${name}`, endMark])})`;
}

/** The items of a list, one for each row, separated by commas; null for an empty list. */
export function listed(field: PlannedField, item: Json, orderBy?: Sql): Sql {
  return sql`string_agg(${objectText(field, item)}, ','${orderBy ? sql` order by ${orderBy}` : empty})`;
}

type Write = (value: Sql) => Json;

const quoted: Write = (value) => ['"', value, '"'];
const escaped: Write = (value) => [sql`to_json(${value})::text`];
const verbatim: Write = (value) => [sql`(${value})::text`];

const scalars: Record<string, Write> = {
  Int: verbatim,
  Float: verbatim,
  Boolean: verbatim,
  JSON: verbatim,
  Date: quoted,
  DateTime: (value) => quoted(sql`to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
};

/** The JSON of a value of a scalar or an enum type; `isPlain` as in ValueSql. Sessions speak UTC and ISO dates. */
export function leaf(type: GraphQLOutputType, value: Sql, isPlain = false): Json {
  if (isPlain || isEnumType(type)) return quoted(value);
  return ((isNamedType(type) && scalars[type.name]) || escaped)(value);
}

/** The row that an object is made of. */
export interface Row {
  readonly alias: Sql;
  /** Its depth of nesting, which makes aliases unique. */
  readonly depth: number;
  /** The `@Root()` of the object's fields. */
  readonly scope?: object;
}
