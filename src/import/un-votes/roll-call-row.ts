import { type HeldOn, heldOn } from "./held-on.js";
import type { TableRow } from "./tables.js";
import { repairText } from "./text.js";

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

/** What says which vote it was; the rest may be empty or missing. */
export const requiredRollCallColumns = ["rcid", "session", "date", "unres"] as const;

/** A line of the table of roll calls. */
export interface RollCallRow {
  readonly line: number;
  readonly rcid: number;
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

/** A row that cannot be recorded, and why. */
export class RejectedRow extends Error {
  override readonly name = "RejectedRow";
}

/** Reads a line. Throws RejectedRow. */
export function readRollCall({ line, cells }: TableRow): RollCallRow {
  const cell = Object.fromEntries(rollCallColumns.map((name, place) => [name, (cells[place] ?? "").trim()])) as Record<
    (typeof rollCallColumns)[number],
    string
  >; // one cell for each column
  const textOf = (column: (typeof rollCallColumns)[number]) => cells[rollCallColumns.indexOf(column)] ?? "";
  const rcid = wholeNumber("rcid", cell.rcid);
  if (rcid === null) throw new RejectedRow("has no rcid");
  const session = wholeNumber("session", cell.session);
  const held = heldOn(cell.date, session);
  if (!held) throw new RejectedRow(`has no date: "${cell.date}" is none`);
  // Not the trimmed cells: what is repaired may end in a space.
  const [short, text] = [repairText(textOf("short")), repairText(textOf("descr"))];
  if (`${short.text}${text.text}${cell.unres}`.includes("\0")) throw new RejectedRow("holds a NUL character");
  return {
    line,
    rcid,
    session,
    date: cell.date,
    heldOn: held,
    resolution: cell.unres,
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

function wholeNumber(column: string, text: string): number | null {
  if (text === "") return null;
  if (!/^\d{1,9}(\.0+)?$/.test(text)) throw new RejectedRow(`${column} is "${text}", not a whole number`);
  return Number(text);
}

function flag(column: string, text: string): boolean {
  const value = wholeNumber(column, text);
  if (value !== null && value > 1) throw new RejectedRow(`${column} is "${text}", neither 0 nor 1`);
  return value === 1;
}
