import { join, raw, type Sql, sql } from "../../db/sql.js";
import type { FlatValue } from "./flat-row.js";

/** A line of CSV. */
export function lineOf(cells: readonly (readonly FlatValue[])[]): Sql {
  return sql`${join(cells.map(cellOf), " || ',' || ")} || E'\\r\\n'`;
}

/**
 * A cell of CSV, with quotes if RFC 4180 requires them. A text that a spreadsheet would run as a formula gets an apostrophe
 * before it.
 */
function cellOf(values: readonly FlatValue[]): Sql {
  const [first, ...others] = values;
  if (!first) return raw("''");
  const text = others.length > 0 ? sql`coalesce(${join(values.map((value) => value.text))})` : first.text;
  if (values.every(({ isPlain }) => isPlain)) return sql`coalesce(${text}, '')`;
  // Most texts match neither pattern, so most need one test only; texts that need quotes need a second one.
  const quotedText = sql`case when ${text} ~ ${formula} then ${harmless(text)} else ${inQuotes(text)} end`;
  return sql`coalesce(case when ${text} ~ ${special} then ${quotedText} else ${text} end, '')`;
}

const formula = raw("E'^[-=+@\\t\\r]'");
const special = raw("E'^[-=+@\\t\\r]|[\",\\r\\n]'");
const separating = raw("E'[\",\\r\\n]'");

const inQuotes = (text: Sql): Sql => sql`'"' || replace(${text}, '"', '""') || '"'`;

const harmless = (text: Sql): Sql =>
  sql`case when ${text} ~ ${separating} then ${inQuotes(sql`'''' || ${text}`)} else '''' || ${text} end`;
