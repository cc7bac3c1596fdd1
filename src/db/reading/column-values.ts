import pg from "pg";

type Parse = (text: string) => unknown;

// The oids of Postgres' own types never change; those of a database's own types (here enums alone) start at 16384.
export const FIRST_USER_TYPE = 16_384;
const TEXT_ARRAY = 1009 as number; // @types/pg names no list's oid

const listOfText: Parse = pg.types.getTypeParser(TEXT_ARRAY, "text");

const listOf =
  (parse: Parse): Parse =>
  (text) =>
    (listOfText(text) as (string | null)[]).map((element) => (element === null ? null : parse(element)));

const boolean: Parse = (text) => text === "t";
// Every connection speaks ISO dates in UTC, so only the separator and the offset differ from what Date takes.
const timestamp: Parse = (text) => new Date(`${text.replace(" ", "T").replace(/\+00$/, "")}Z`);
const verbatim: Parse = (text) => text;

/** A label of an enum cannot start with a brace, a list of them always does: so a new enum needs no look at the catalogue. */
const userType: Parse = (text) => (text.startsWith("{") ? listOfText(text) : text);

/**
 * How the text form of a column becomes a value, by the oid of its type: whole and decimal numbers become numbers,
 * timestamps Dates, json what it says, lists arrays; days, uuids and labels stay text.
 */
export const columnParsers: Readonly<Record<number, Parse>> = {
  16: boolean,
  20: Number,
  21: Number,
  23: Number,
  26: Number,
  114: JSON.parse,
  199: listOf(JSON.parse),
  700: Number,
  701: Number,
  1000: listOf(boolean),
  1005: listOf(Number),
  1007: listOf(Number),
  1009: listOfText,
  1015: listOfText,
  1016: listOf(Number),
  1021: listOf(Number),
  1022: listOf(Number),
  1082: verbatim,
  1114: timestamp,
  1115: listOf(timestamp),
  1182: listOfText,
  1184: timestamp,
  1185: listOf(timestamp),
  1231: listOf(Number),
  1700: Number,
  2951: listOfText,
  3802: JSON.parse,
  3807: listOf(JSON.parse),
};

/** The parser for a type's oid; other types than the ones above stay text. */
export function columnParser(oid: number): Parse {
  return columnParsers[oid] ?? (oid >= FIRST_USER_TYPE ? userType : verbatim);
}
