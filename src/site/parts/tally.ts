import type { Stance } from "../stance.js";

interface Tally {
  readonly yes?: number | null;
  readonly no?: number | null;
  readonly abstain?: number | null;
  readonly absent?: number | null;
}

/** A tally in words, without what is not on record: "14 yes, 0 no, 1 abstained". */
export function tallyText({ yes, no, abstain, absent }: Tally): string {
  const parts: readonly (readonly [number | null | undefined, string])[] = [
    [yes, "yes"],
    [no, "no"],
    [abstain, "abstained"],
    [absent || undefined, "absent"],
  ];
  return parts.flatMap(([count, vote]) => (count == null ? [] : [`${count} ${vote}`])).join(", ");
}

/** What the votes on record sum up to; what the source states where they are not on record. */
export const shownTally = ({ counted, stated }: { counted: Tally; stated?: Tally | null }): Tally =>
  stated && !hasVotes(counted) ? stated : counted;

/** Whether single votes are on record, apart from what the source states of their numbers. */
export const hasVotes = ({ yes, no, abstain }: Tally): boolean => (yes ?? 0) + (no ?? 0) + (abstain ?? 0) > 0;

/** A tally as a chart takes it. */
export const countsOf = ({ yes, no, abstain }: Tally): Partial<Record<Stance, number>> => ({
  SUPPORTS: yes ?? 0,
  ABSTAINS: abstain ?? 0,
  OPPOSES: no ?? 0,
});
