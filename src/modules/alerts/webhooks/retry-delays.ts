const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds from each failure to the next attempt, as Standard Webhooks recommends; then a delivery is given up. */
export const standardDelays: readonly number[] = [
  ...[5_000, 5 * minute, 30 * minute],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
];

/** A delay that is up to a tenth shorter or longer, so that what failed together is not tried again all at once. */
export const withJitter = (delay: number): number => delay * (0.9 + 0.2 * Math.random());
