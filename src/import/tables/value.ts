import { z } from "zod";
import { shown, WrongValue } from "../votes/read/csv/cells.js";
import { folded } from "../votes/read/csv/folded.js";
import { type DateForm, dateForms, readDate } from "./dates.js";

/** The cells of a row, by the name of their column in lower case. */
export type TableRow = ReadonlyMap<string, string>;

const scalar = z.union([z.string(), z.int(), z.boolean()]);

/** How a mapping file says where a value comes from. */
export const valueForm = z.union([
  scalar.describe("A text in which a column name in braces after a dollar sign is replaced with the row's cell."),
  z
    .strictObject({ column: z.string(), date: z.enum(dateForms) })
    .describe("A date that the table writes in another format."),
  z
    .strictObject({ column: z.string(), values: z.record(z.string(), scalar.nullable()) })
    .describe("A cell's text and the value that it maps to. Null omits the field."),
  z.strictObject({ slug: z.string() }).describe("A text as a slug: Arab League becomes arab-league."),
  z
    .strictObject({ text: z.string(), matching: z.string() })
    .describe("The part of a text that matches a regular expression."),
  z.strictObject({ text: z.string(), digits: z.int().min(1).max(20) }).describe("A number with leading zeros."),
  z.strictObject({ number: z.string() }).describe("A text as a whole number."),
]);

export type ValueForm = z.output<typeof valueForm>;
type Scalar = z.output<typeof scalar>;

const placeholder = /\$\{([^}]*)\}/g;
const columnName = (name: string): string => name.trim().toLowerCase();

/** The columns that a value needs, in lower case. */
export function columnsOf(form: ValueForm): string[] {
  if (typeof form === "string") return [...form.matchAll(placeholder)].map(([, name = ""]) => columnName(name));
  if (typeof form !== "object") return [];
  if ("column" in form) return [columnName(form.column)];
  return columnsOf(textOf(form));
}

/**
 * The value of a row; undefined where a cell that it needs is empty.
 *
 * @throws WrongValue where a cell's text has no such value
 */
export function cellValue(form: ValueForm, row: TableRow): Scalar | undefined {
  if (typeof form === "string") return filled(form, row);
  if (typeof form !== "object") return form;
  if ("date" in form) return dateOf(form, row);
  if ("values" in form) return mapped(form, row);
  const text = filled(textOf(form), row);
  if (text === undefined) return undefined;
  if ("slug" in form) return slugOf(text);
  if ("matching" in form) return matching(text, form.matching);
  if ("digits" in form) return text.padStart(form.digits, "0");
  if (!/^-?\d{1,15}(\.0*)?$/.test(text)) throw new WrongValue("number", `"${shown(text)}" is not a whole number`);
  return Number(text);
}

type TextForm = Extract<ValueForm, { slug: string } | { text: string } | { number: string }>;

function textOf(form: TextForm): string {
  if ("slug" in form) return form.slug;
  return "text" in form ? form.text : form.number;
}

/** A text as a slug. */
export const slugOf = (text: string): string =>
  folded(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function matching(text: string, pattern: string): string {
  const [part] = new RegExp(pattern).exec(text) ?? [];
  if (part === undefined) throw new WrongValue("pattern", `"${shown(text)}" has no part that matches ${pattern}`);
  return part;
}

/** A template with the row's cells; undefined where one of them is empty. */
export function filled(template: string, row: TableRow): string | undefined {
  let isMissing = false;
  const text = template.replace(placeholder, (_, name: string) => {
    const cell = row.get(columnName(name)) ?? "";
    isMissing ||= cell === "";
    return cell;
  });
  return isMissing || text === "" ? undefined : text;
}

function dateOf({ column, date: form }: { column: string; date: DateForm }, row: TableRow): string | undefined {
  const cell = row.get(columnName(column)) ?? "";
  if (cell === "") return undefined;
  const date = readDate(cell, form);
  if (date === undefined) throw new WrongValue(`date ${column}`, `${column} is "${shown(cell)}", not a date ${form}`);
  return date;
}

function mapped(
  { column, values }: { column: string; values: Readonly<Record<string, Scalar | null>> },
  row: TableRow,
): Scalar | undefined {
  const cell = row.get(columnName(column)) ?? "";
  if (Object.hasOwn(values, cell)) return values[cell] ?? undefined;
  if (cell === "") return undefined;
  const known = Object.keys(values).join(", ");
  throw new WrongValue(
    `value ${column}`,
    `${column} is "${shown(cell)}", which the mapping file does not map: ${known}`,
  );
}
