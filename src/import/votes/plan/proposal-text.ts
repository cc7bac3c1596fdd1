import type { RollCallRow } from "../read/roll-call-row.js";
import { isAdoptedNumber } from "./resolution.js";
import type { Place } from "./wholes-and-parts.js";

const suffix = /\s*:\s*resolution\s*\/\s*adopted by the General Assembl?y\s*$/i;
const ordinal = "(?:\\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\\w+th)";
const paragraph = new RegExp(
  `(?:(?:${ordinal}|last)(?:,? and (?:${ordinal}|last))*\\s*preambular\\s*paragraphs?|operative\\s*paragraphs?\\s*\\d+(?:\\s*\\(\\w+\\))?)`,
  "gi",
);
const longestTitle = 200;
/** The data cuts texts at 243 to 245 characters. */
const cutAt = /^.{243,245}$/s;

/** The title of what was voted on, in the data's own words. */
export function titleOf(row: RollCallRow, place: Place, wholeTitle: string | undefined): string {
  const printed = [row.text, row.short].find((text) => suffix.test(text));
  if (printed) return shortened(printed.replace(suffix, ""));
  if (row.short) return shortened(row.short.replace(/\s*:\s*$/, ""));
  if (place.kind === "part" && wholeTitle) {
    const named = [...row.text.matchAll(paragraph)].at(-1)?.[0].replace(/\s*paragraph/i, " paragraph");
    return `${shortened(wholeTitle)}: ${named ?? `separate vote, roll call ${row.rcid}`}`;
  }
  if (row.text) return shortened(row.text);
  if (!row.numbered) return titleOfNumber(row.resolution);
  return `Roll call ${row.rcid}${row.session === null ? "" : ` of session ${row.session}`}`;
}

/** The title of a resolution of which the data has the number alone. */
export const titleOfNumber = (resolution: string): string =>
  isAdoptedNumber(resolution)
    ? `General Assembly resolution ${resolution.replace(/^(A\/RES|R)\//, "")}`
    : `What the data numbers ${resolution}`;

/** The other texts of the data, beside the title. */
export function summaryOf(row: RollCallRow, title: string): string | null {
  return row.text !== "" && row.text !== title ? row.text : null;
}

export function noteOf(row: RollCallRow, place: Place): string | null {
  const number = row.resolution === "" ? "The data names no resolution." : `Numbered ${row.resolution} in the data.`;
  const notes = [number];
  if (place.inferred) {
    notes.push(
      place.kind === "whole"
        ? "Several roll calls share this number; that this one was on the whole is inferred from their order or words."
        : "Several roll calls share this number; that this one was on a part is inferred from their order or words.",
    );
  }
  if (cutAt.test(row.text)) notes.push("The data may cut the text.");
  if (row.doubts.length > 0) notes.push(`The text is kept as the data has it: ${row.doubts.join(", ")}.`);
  if (statusOf(row, place).unsure) notes.push(twoThirds);
  return notes.join(" ");
}

const twoThirds = "More voted for it than against, but whether it needed two thirds is not in the data.";

/**
 * What became of it: rejected where no majority was for it, adopted where two thirds were, or where its number is one that
 * only adopted resolutions have. In between it depends on whether two thirds were needed, which the data does not tell.
 */
export function statusOf(
  row: RollCallRow,
  place: Place,
): { status: "ADOPTED" | "REJECTED" | "PROPOSED"; unsure: boolean } {
  const [yes, no] = [row.statedYes ?? 0, row.statedNo ?? 0];
  if (row.statedYes === null && row.statedNo === null) return { status: "PROPOSED", unsure: false };
  if (place.kind === "whole" && isAdoptedNumber(row.resolution)) return { status: "ADOPTED", unsure: false };
  if (yes <= no) return { status: "REJECTED", unsure: false };
  return yes >= 2 * no ? { status: "ADOPTED", unsure: false } : { status: "PROPOSED", unsure: true };
}

function shortened(text: string): string {
  const whole = text.trim();
  return whole.length <= longestTitle ? whole : `${whole.slice(0, longestTitle - 1).replace(/\s+\S*$/, "")}…`;
}
