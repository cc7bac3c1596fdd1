import { registerEnumType } from "type-graphql";
import { join, raw, type Sql, sql } from "../../../db/sql.js";
import type { Formula } from "../formula.type.js";
import { type VoteName, voteNames } from "../votes/vote.input.js";

export const AgreementMethod = { SAME: "SAME", VOETEN: "VOETEN", KAPPA: "KAPPA", PI: "PI" } as const;
export type AgreementMethod = (typeof AgreementMethod)[keyof typeof AgreementMethod];

registerEnumType(AgreementMethod, {
  name: "AgreementMethod",
  description:
    "The measure of agreement between two actors. Subjects on which one of them has no position never count.",
  valuesConfig: {
    SAME: { description: "The share of the shared subjects on which the stances are the same, from 0 to 1." },
    VOETEN: {
      description:
        "The mean of 1 − |a − b| / 2, where yes is 1, abstain 2 and no 3. A yes or no compared with an abstention counts as 0.5. From 0 to 1.",
    },
    KAPPA: {
      description:
        "Cohen's κ with squared distances: agreement beyond chance, where chance is computed from each actor's own distribution of votes. From −1 to 1; 0 is chance.",
    },
    PI: {
      description:
        "Scott's π with squared distances: agreement beyond chance, where chance is computed from both actors' combined distribution of votes. From −1 to 1; 0 is chance.",
    },
  },
});

const chanceCorrected = (name: string, expected: string, origin: string): Formula => ({
  name,
  version: "1",
  definition: `1 − D / E, where D is the mean of (a − b)² over the shared subjects with yes = 1, abstain = 0, no = −1, and E is ${expected}; undefined where E is 0.`,
  reference: `${origin}; for states' votes: Häge, F. M. (2011), Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement, Political Analysis 19(3), 287–305.`,
});

export const agreementFormulas: Record<AgreementMethod, Formula> = {
  SAME: {
    name: "Share of equal stances",
    version: "1",
    definition: "The number of shared subjects with equal stances, divided by the number of shared subjects.",
    reference:
      "The simple matching coefficient: Sokal, R. R. and Michener, C. D. (1958), A Statistical Method for Evaluating Systematic Relationships, University of Kansas Science Bulletin 38, 1409–1438.",
  },
  VOETEN: {
    name: "Voting similarity index",
    version: "1",
    definition:
      "The mean of 1 − |a − b| / 2 over the shared subjects, where yes = 1, abstain = 2, no = 3; absences are left out.",
    reference:
      "Voeten, E. (2013), Data and Analyses of Voting in the United Nations General Assembly, in: Reinalda, B. (ed.), Routledge Handbook of International Organization. It equals the index of agreement of Lijphart, A. (1963), The Analysis of Bloc Voting in the General Assembly, American Political Science Review 57(4), 902–917.",
  },
  KAPPA: chanceCorrected(
    "Cohen's kappa, squared distances",
    "the mean of (a − b)² over all pairs of a vote of the first actor and a vote of the second",
    "Cohen, J. (1960), A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20(1), 37–46",
  ),
  PI: chanceCorrected(
    "Scott's pi, squared distances",
    "the mean of (a − b)² over all pairs of two votes from the combined votes of both actors",
    "Scott, W. A. (1955), Reliability of Content Analysis: The Case of Nominal Scale Coding, Public Opinion Quarterly 19(3), 321–325",
  ),
};

/** The counts of the table of two actors' votes, as columns are named: `yesNo` is yes of the first and no of the second. */
export const tableColumns: readonly { name: string; mine: VoteName; theirs: VoteName }[] = voteNames.flatMap((mine) =>
  voteNames.map((theirs) => ({ name: countName(mine, theirs), mine, theirs })),
);

/** The column of one count of the table. */
export function countName(mine: VoteName, theirs: VoteName): string {
  return `${mine}${theirs.charAt(0).toUpperCase()}${theirs.slice(1)}`;
}

/**
 * The score of two actors; null where they share fewer subjects than `minimum`, and where the method is undefined.
 *
 * @param pair the row with the columns `shared` and `agreed` and those of the table
 */
export function scoreOf(method: AgreementMethod, minimum: number, pair: Sql): Sql {
  // A null number is no condition that holds.
  return sql`case when ${pair}."shared" >= ${minimum}::int then ${scores[method](pair)} end`;
}

const sum = (pair: Sql, ...names: string[]): Sql =>
  sql`(${join(
    names.map((name) => sql`${pair}.${raw(`"${name}"`)}`),
    " + ",
  )})::float8`;
const oneApart = (pair: Sql): Sql => sum(pair, "yesAbstain", "abstainYes", "abstainNo", "noAbstain");
const twoApart = (pair: Sql): Sql => sum(pair, "yesNo", "noYes");
const shared = (pair: Sql): Sql => sum(pair, "shared");

/** The counts in which the first actor, or the second, casts a vote. */
const mineOf = (vote: VoteName): string[] => voteNames.map((theirs) => countName(vote, theirs));
const theirsOf = (vote: VoteName): string[] => voteNames.map((mine) => countName(mine, vote));
/** The sum of the squares of all votes of both; below, the sums of the votes of the first and of the second. */
const squares = (pair: Sql): Sql => sum(pair, ...mineOf("yes"), ...mineOf("no"), ...theirsOf("yes"), ...theirsOf("no"));
const mySum = (pair: Sql): Sql => sql`(${sum(pair, ...mineOf("yes"))} - ${sum(pair, ...mineOf("no"))})`;
const theirSum = (pair: Sql): Sql => sql`(${sum(pair, ...theirsOf("yes"))} - ${sum(pair, ...theirsOf("no"))})`;

/**
 * 1 - D / E. With n shared subjects, n D is the sum of squared distances; n² E comes from the sums of the votes and of
 * their squares. Whole numbers until the division, so that an E of 0 is exactly 0.
 */
const beyondChance = (pair: Sql, expected: Sql): Sql =>
  sql`1 - ${shared(pair)} * (${oneApart(pair)} + 4 * ${twoApart(pair)}) / nullif(${expected}, 0)`;

const scores: Record<AgreementMethod, (pair: Sql) => Sql> = {
  SAME: (pair) => sql`${pair}."agreed"::float8 / nullif(${pair}."shared", 0)`,
  VOETEN: (pair) => sql`1 - (${oneApart(pair)} / 2 + ${twoApart(pair)}) / nullif(${shared(pair)}, 0)`,
  KAPPA: (pair) =>
    beyondChance(pair, sql`(${shared(pair)} * ${squares(pair)} - 2 * ${mySum(pair)} * ${theirSum(pair)})`),
  PI: (pair) =>
    beyondChance(pair, sql`(${shared(pair)} * ${squares(pair)} - (${mySum(pair)} + ${theirSum(pair)})^2 / 2)`),
};
