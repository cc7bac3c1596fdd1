import type { WhatDoesAnActorHoldQuery } from "standpoint-client/questions/what-does-an-actor-hold";
import { countOf } from "../../dates.js";
import type { Basis, Stance } from "../../stance.js";

export type Actor = NonNullable<WhatDoesAnActorHoldQuery["actor"]>;
export type Counts = WhatDoesAnActorHoldQuery["counts"];
export type Held = Actor["positions"]["nodes"][number];

const total = (counts: Counts): number => counts.reduce((sum, { count }) => sum + count, 0);

/** One sentence on what is on record of an actor. */
export function summaryOf(name: string, { statements, policyActions }: Actor, counts: Counts): string {
  const held = total(counts);
  const votes = total(counts.filter(({ basis }) => basis === "VOTE"));
  const parts = [
    held > 0 &&
      `${countOf(held, "standing position")}${votes > 0 ? `, ${votes.toLocaleString("en")} of them by vote` : ""}`,
    statements.totalCount > 0 && countOf(statements.totalCount, "statement"),
    policyActions.totalCount > 0 && countOf(policyActions.totalCount, "policy action"),
  ].filter((part) => part !== false);
  if (parts.length === 0) return `Of ${name}, no stance, statement or action is on record.`;
  return `On record of ${name}: ${parts.join("; ")}.`;
}

/** How many positions are of each stance, by one basis or by all but one. */
export function byStance(counts: Counts, wanted: (basis: Basis) => boolean): Partial<Record<Stance, number>> {
  const sums: Partial<Record<Stance, number>> = {};
  for (const { stance, basis, count } of counts) {
    if (stance && basis && wanted(basis)) sums[stance] = (sums[stance] ?? 0) + count;
  }
  return sums;
}
