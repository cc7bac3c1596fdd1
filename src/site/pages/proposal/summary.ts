import type { WhereDoesEveryoneStandQuery } from "standpoint-client/questions/where-does-everyone-stand";
import { countOf, dateText } from "../../dates.js";
import type { Stance } from "../../stance.js";

export type Proposal = NonNullable<WhereDoesEveryoneStandQuery["proposal"]>;
export type Holding = Proposal["positions"]["nodes"][number];

/** How many hold each stance, those that nobody holds left out. */
export const countsOf = ({
  stanceCounts,
}: Pick<Proposal, "stanceCounts">): readonly { readonly stance: Stance; readonly count: number }[] =>
  stanceCounts.filter(({ count }) => count > 0);

/** One sentence that says where everyone stands. */
export function summaryOf(proposal: Pick<Proposal, "stanceCounts">, asOf: string | undefined): string {
  const day = asOf === undefined ? "" : ` on ${dateText(asOf)}`;
  const parts = countsOf(proposal).map(({ stance, count }) => phrase(stance, count));
  if (parts.length === 0)
    return `No stance on it is on record${day}. That says nothing about what anyone thinks of it.`;
  const last = parts.pop();
  const list = parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
  return `On record${day}, ${list}.`;
}

const phrases: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  SUPPORTS: ["supports it", "support it"],
  CONDITIONALLY_SUPPORTS: ["supports it with conditions", "support it with conditions"],
  UNDECIDED: ["is undecided", "are undecided"],
  ABSTAINS: ["abstains", "abstain"],
  OPPOSES: ["opposes it", "oppose it"],
};

function phrase(stance: Stance, count: number): string {
  const [one, many] = phrases[stance];
  return `${countOf(count, "actor")} ${count === 1 ? one : many}`;
}
