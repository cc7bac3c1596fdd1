import type { Stance } from "standpoint-client";

export { type Stance, stanceLabel, stances } from "standpoint-client";

/** The CSS class that gives an element the colours of a stance, such as "stance-conditionally-supports". */
export const stanceClass = (stance: Stance): string => `stance-${stance.toLowerCase().replaceAll("_", "-")}`;

const bases = {
  STATEMENT: "statement",
  VOTE: "vote",
  SPONSORSHIP: "sponsorship",
  ADOPTION: "adoption",
  ACTION: "action",
} as const;

export type Basis = keyof typeof bases;

/** What a position rests on, as one word. */
export const basisLabel = (basis: Basis): string => bases[basis];

/** The row of a time line in which positions of a basis stand. */
export const laneOf = (basis: Basis): string => {
  if (basis === "VOTE") return "Votes";
  return basis === "STATEMENT" ? "Statements" : "Sponsorships, adoptions and actions";
};

export const basisNames = Object.keys(bases) as Basis[]; // the keys of a constant
