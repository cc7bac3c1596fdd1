import { registerEnumType } from "type-graphql";
import type { Stance } from "../../../db/generated/enums.js";
import { join, raw, type Sql, sql } from "../../../db/sql.js";

export const Vote = { YES: "YES", ABSTAIN: "ABSTAIN", NO: "NO" } as const;
export type Vote = (typeof Vote)[keyof typeof Vote];

registerEnumType(Vote, {
  name: "Vote",
  description: "A stance on the scale of a roll call. An absence is not a vote.",
  valuesConfig: {
    YES: { description: "`SUPPORTS` or `CONDITIONALLY_SUPPORTS`." },
    ABSTAIN: { description: "`ABSTAINS` or `UNDECIDED`." },
    NO: { description: "`OPPOSES`." },
  },
});

/** The votes as columns are named after them, from yes to no: neighbours are one step apart on the scale. */
export const voteNames = ["yes", "abstain", "no"] as const;
export type VoteName = (typeof voteNames)[number];

/** The stances that count as each vote. */
export const stancesOf: Record<VoteName, readonly Stance[]> = {
  yes: ["SUPPORTS", "CONDITIONALLY_SUPPORTS"],
  abstain: ["ABSTAINS", "UNDECIDED"],
  no: ["OPPOSES"],
};

/** What `Vote` says, for descriptions of fields that measure on its scale. */
export const voteScale =
  "`SUPPORTS` and `CONDITIONALLY_SUPPORTS` count as yes, `ABSTAINS` and `UNDECIDED` as abstain, `OPPOSES` as no.";

/** Whether a stance is this vote. */
export const isVote = (stance: Sql, vote: VoteName): Sql =>
  sql`${stance} in (${raw(stancesOf[vote].map((one) => `'${one}'`).join(", "))})`;

/** How many positions cast each vote: aggregates over rows of positions. */
export const voteCounts = (position: Sql): Sql =>
  join(
    voteNames.map(
      (vote) => sql`count(*) filter (where ${isVote(sql`${position}."stance"`, vote)}) as ${raw(`"${vote}"`)}`,
    ),
  );
