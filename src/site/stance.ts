/** The stances of the API, in the order in which pages show them. */
export const stances = ["SUPPORTS", "CONDITIONALLY_SUPPORTS", "UNDECIDED", "ABSTAINS", "OPPOSES"] as const;

export type Stance = (typeof stances)[number];

const labels: Readonly<Record<Stance, string>> = {
  SUPPORTS: "Supports",
  CONDITIONALLY_SUPPORTS: "Supports with conditions",
  UNDECIDED: "Undecided",
  ABSTAINS: "Abstains",
  OPPOSES: "Opposes",
};

export const stanceLabel = (stance: Stance): string => labels[stance];

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
