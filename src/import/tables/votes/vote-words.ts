import { shown, WrongValue } from "../../votes/read/csv/cells.js";
import type { VoteColumns } from "./vote-columns.js";

/** What a row says: a vote, an absence, or that the country was not a member. */
export type VoteWord = "yes" | "no" | "abstain" | "absent" | "not a member";

const words: Record<VoteWord, readonly string[]> = {
  yes: ["yes", "y", "in favour", "in favor", "for"],
  no: ["no", "n", "against"],
  abstain: ["abstain", "abstains", "abstained", "abstention", "abstaining"],
  absent: ["absent", "non-voting", "nonvoting", "not voting", "did not vote", "x"],
  "not a member": ["not a member", "not member", "non-member"],
};

/** Words that mean something else in other tables. */
const ofShape: Record<VoteColumns["shape"], Readonly<Record<string, VoteWord>>> = {
  voeten: { "1": "yes", "2": "abstain", "3": "no", "8": "absent", "9": "not a member" },
  "un-digital-library": { a: "abstain" },
  other: {},
};

const usual = new Map(
  Object.entries(words).flatMap(([word, written]) => written.map((text) => [text, word as VoteWord] as const)), // its keys
);

/**
 * What a cell of a vote says.
 *
 * @throws WrongValue where it is not certain: "A" and numbers are read only where the table's columns show whose they are
 */
export function voteWord(cell: string, shape: VoteColumns["shape"]): VoteWord {
  const text = cell.toLowerCase().replace(/\.0+$/, "");
  const word = ofShape[shape][text] ?? usual.get(text);
  if (word) return word;
  const hint = shape === "other" ? ". A mapping file can map it" : "";
  throw new WrongValue("vote", `the vote is "${shown(cell)}", not yes, no, abstain or absent${hint}`);
}
