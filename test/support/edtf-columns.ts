import { parseDate, parseSpan } from "../../src/edtf/edtf-date.js";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

type DayColumns<Name extends string, Text, Parts extends string> = { [Key in Name]: Text } & {
  [Key in `${Name}${Parts}`]: Text extends string ? Date : Date | undefined;
};

/** The columns of an imprecise date, as they are recorded. */
export function days<Name extends string, Text extends string | undefined>(
  name: Name,
  text: Text,
): DayColumns<Name, Text, "Earliest" | "Latest"> {
  const columns = text === undefined ? {} : parseDate(text);
  return toColumns(name, text, columns);
}

/** The columns of an imprecise span of time, as they are recorded. */
export function spanDays<Name extends string, Text extends string | undefined>(
  name: Name,
  text: Text,
): DayColumns<Name, Text, "Earliest" | "StartLatest" | "EndEarliest" | "Latest"> {
  return toColumns(name, text, text === undefined ? {} : parseSpan(text));
}

function toColumns<Columns>(name: string, text: string | undefined, parts: object): Columns {
  const columns = Object.entries(parts).map(([part, value]) => [
    `${name}${part.charAt(0).toUpperCase()}${part.slice(1)}`,
    day(value),
  ]);
  // The names are made of `name`, which TypeScript can spell in a type but not in a value.
  return { [name]: text, ...Object.fromEntries(columns) } as Columns;
}
