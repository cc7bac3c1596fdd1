/** The stances of the API, from support to opposition. */
export const stances = ["SUPPORTS", "CONDITIONALLY_SUPPORTS", "UNDECIDED", "ABSTAINS", "OPPOSES"] as const;

export type Stance = (typeof stances)[number];

const labels: Readonly<Record<Stance, string>> = {
  SUPPORTS: "Supports",
  CONDITIONALLY_SUPPORTS: "Supports with conditions",
  UNDECIDED: "Undecided",
  ABSTAINS: "Abstains",
  OPPOSES: "Opposes",
};

/** The English label of a stance, such as "Supports with conditions". */
export const stanceLabel = (stance: Stance): string => labels[stance];
