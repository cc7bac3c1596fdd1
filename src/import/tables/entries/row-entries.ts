import { type Entry, entities, type ListName } from "../../../record/entities/index.js";
import { pathText } from "../../../record/entries.js";
import { explain } from "../../../record/explain.js";
import { WrongValue } from "../../votes/read/csv/cells.js";
import { cellValue, filled, type TableRow } from "../value.js";
import type { ActorsNamed } from "./actors-named.js";
import { type Condition, type EntryForm, type FieldForm, isActor, isValue } from "./entry-map.js";

/** An entry that a row makes. */
export interface RowEntry {
  readonly list: ListName;
  /** Told from others of its list by this: its slug, or all of it where it has none. */
  readonly key: string;
  /** As JSON. */
  readonly text: string;
}

export interface RowEntries {
  readonly entries: readonly RowEntry[];
  /** The slugs of the actors that it names by code or name. */
  readonly actors: readonly string[];
}

/**
 * The entries that a row makes.
 *
 * @throws WrongValue where a cell has no value that an entry may have, or names an unknown actor
 */
export function entriesOf(forms: readonly EntryForm[], row: TableRow, actors: ActorsNamed): RowEntries {
  const named: string[] = [];
  const value = (form: FieldForm): unknown => {
    if (isActor(form)) {
      const text = filled(form.actor, row);
      if (text === undefined) return undefined;
      const actor = actors.find(form.values?.[text] ?? text, form);
      named.push(actor.slug);
      return actor[form.give ?? "slug"];
    }
    if (isValue(form)) return cellValue(form, row);
    if (isList(form)) return form.map(value).filter((item) => item !== undefined);
    const fields = Object.entries(form).map(([field, inside]) => [field, value(inside)] as const);
    return fields.some(([, inside]) => inside === undefined) ? undefined : Object.fromEntries(fields);
  };
  const entries = forms
    .filter(({ when }) => holds(when, row))
    .map(({ list, fields }) => {
      const given = Object.entries(fields).map(([field, form]) => [field, value(form)] as const);
      return checkedEntry(list, Object.fromEntries(given.filter(([, inside]) => inside !== undefined)));
    });
  return { entries, actors: named };
}

const isList = (form: FieldForm): form is readonly FieldForm[] => Array.isArray(form);

function checkedEntry(list: ListName, entry: Record<string, unknown>): RowEntry {
  const type = entities[list].format;
  const result = type.safeParse(entry);
  if (!result.success) {
    const [first] = explain(type, entry, result.error.issues);
    const where = first && first.path.length > 0 ? `.${pathText(first.path)}` : "";
    const hint = first?.hint ? ` (${first.hint})` : "";
    throw new WrongValue(`${list}${where}`, `${list}${where}: ${first?.message ?? "is wrong"}${hint}`);
  }
  const checked: Entry = result.data;
  const text = JSON.stringify(entry);
  return { list, key: "slug" in checked ? checked.slug : text, text };
}

/** Whether a row meets a condition; any row meets one that is left out. */
export function holds(condition: Condition | undefined, row: TableRow): boolean {
  return Object.entries(condition ?? {}).every(([column, wanted]) => {
    const cell = row.get(column.trim().toLowerCase()) ?? "";
    if (typeof wanted === "boolean") return (cell !== "") === wanted;
    if (typeof wanted === "object" && "matching" in wanted) return new RegExp(wanted.matching).test(cell);
    return typeof wanted === "string" ? cell === wanted : wanted.includes(cell);
  });
}
