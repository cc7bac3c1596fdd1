import { flag, printable, rollCallNumber, shown, value, WrongValue, wholeNumber, withoutLost } from "./csv/cells.js";
import { repairText } from "./csv/text.js";
import { type HeldOn, heldOn } from "./held-on.js";

export const rollCallColumns = [
  "rcid",
  "session",
  "date",
  "unres",
  "amend",
  "para",
  "short",
  "descr",
  "stated_yes",
  "stated_no",
  "stated_abstain",
] as const;

type Column = (typeof rollCallColumns)[number];

/** What says which vote it was; the rest may be empty or missing. */
export const requiredRollCallColumns = ["rcid", "session", "date", "unres"] as const;

/** A line of the table of roll calls. */
export interface RollCallRow {
  readonly line: number;
  /** The data's number; of a table without numbers the row's key within the files alone. */
  readonly rcid: number;
  /** Whether `rcid` is a number of the data, by which a roll call on record is known again. */
  readonly numbered: boolean;
  readonly session: number | null;
  readonly date: string;
  readonly heldOn: HeldOn;
  readonly resolution: string;
  readonly amend: boolean;
  readonly para: boolean;
  readonly short: string;
  readonly text: string;
  readonly statedYes: number | null;
  readonly statedNo: number | null;
  readonly statedAbstain: number | null;
  readonly doubts: readonly string[];
}

export interface RollCallReading {
  /** Whether `rcid` is the data's own number; it is where this is left out. */
  readonly numbered?: boolean;
  /** Whether the days are right in all sessions, which they are not in the usual data. */
  readonly exactDays?: boolean;
}

/** Reads a row. Throws WrongValue. */
export function readRollCall(
  cells: readonly string[],
  line: number,
  { numbered = true, exactDays = false }: RollCallReading = {},
): RollCallRow {
  const cell = Object.fromEntries(rollCallColumns.map((name, place) => [name, cells[place] ?? ""])) as Record<
    Column,
    string
  >; // one cell for each column
  const rcid = rollCallNumber(cell.rcid);
  const session = wholeNumber("session", cell.session);
  const date = dayOf(value(cell.date));
  const held = heldOn(date, session, exactDays);
  if (!held) throw new WrongValue("date", `has no date: "${shown(cell.date)}" is not a date`);
  // Not the trimmed cells: what is repaired may end in a space.
  const [short, text] = (["short", "descr"] as const).map((column) =>
    repairText(withoutLost(column, value(cell[column]) === "" ? "" : cell[column])),
  ) as [ReturnType<typeof repairText>, ReturnType<typeof repairText>]; // one for each column
  return {
    line,
    rcid,
    numbered,
    session,
    date,
    heldOn: held,
    resolution: printable(withoutLost("unres", value(cell.unres))),
    amend: flag("amend", cell.amend),
    para: flag("para", cell.para),
    short: short.text,
    text: text.text,
    statedYes: wholeNumber("stated_yes", cell.stated_yes),
    statedNo: wholeNumber("stated_no", cell.stated_no),
    statedAbstain: wholeNumber("stated_abstain", cell.stated_abstain),
    doubts: [short.doubt, text.doubt].filter((doubt) => doubt !== undefined),
  };
}

/** A day that a spreadsheet or a database wrote with its midnight is that day. */
const dayOf = (text: string): string => text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, "");
