/** The measures of voting as their definitions read, for tests: nothing of it is shared with the SQL. */

export type Ballot = { holder: string; subject: string; stance: string; since: string };
type Method = "SAME" | "VOETEN" | "KAPPA" | "PI";

const voteOf = (stance: string): number =>
  ({ SUPPORTS: 1, CONDITIONALLY_SUPPORTS: 1, ABSTAINS: 0, UNDECIDED: 0, OPPOSES: -1 })[stance] ?? Number.NaN;
const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
const distance = (a: number, b: number): number => (a - b) ** 2;

/** What two holders' ballots on the same subjects say: `null` where there is no score. */
export function agreementOf(ballots: readonly Ballot[], one: string, other: string, method: Method, minimum: number) {
  const pairs = ballots
    .filter(({ holder }) => holder === one)
    .flatMap((mine) => {
      const theirs = ballots.find(({ holder, subject }) => holder === other && subject === mine.subject);
      return theirs
        ? [{ mine: mine.stance, theirs: theirs.stance, a: voteOf(mine.stance), b: voteOf(theirs.stance) }]
        : [];
    });
  const count = (a: number, b: number) => pairs.filter((pair) => pair.a === a && pair.b === b).length;
  const row = (a: number) => ({ yes: count(a, 1), abstain: count(a, 0), no: count(a, -1) });
  return {
    shared: pairs.length,
    agreed: pairs.filter(({ mine, theirs }) => mine === theirs).length,
    score: pairs.length < minimum ? null : scores[method](pairs),
    table: { yes: row(1), abstain: row(0), no: row(-1) },
  };
}

type Pair = { mine: string; theirs: string; a: number; b: number };

const scores: Record<Method, (pairs: readonly Pair[]) => number | null> = {
  SAME: (pairs) => mean(pairs.map(({ mine, theirs }) => Number(mine === theirs))),
  VOETEN: (pairs) => mean(pairs.map(({ a, b }) => 1 - Math.abs(a - b) / 2)),
  KAPPA: (pairs) =>
    beyondChance(
      pairs,
      pairs.map(({ a }) => a),
      pairs.map(({ b }) => b),
    ),
  PI: (pairs) => {
    const all = pairs.flatMap(({ a, b }) => [a, b]);
    return beyondChance(pairs, all, all);
  },
};

/** Every vote of the ones beside every vote of the others is what chance would give. */
function beyondChance(pairs: readonly Pair[], ones: readonly number[], others: readonly number[]): number | null {
  const observed = mean(pairs.map(({ a, b }) => distance(a, b)));
  const expected = mean(ones.flatMap((a) => others.map((b) => distance(a, b))));
  return observed === null || !expected ? null : 1 - observed / expected;
}

/** The measures of a group's ballots, all of its own members. */
export function cohesionOf(ballots: readonly Ballot[], minimum: number) {
  const subjects = [...new Set(ballots.map(({ subject }) => subject))]
    .map((subject) => ballots.filter((ballot) => ballot.subject === subject))
    .filter((on) => on.length >= minimum);
  const tallies = subjects.map((on) => {
    const count = (value: number) => on.filter(({ stance }) => voteOf(stance) === value).length;
    return { yes: count(1), abstain: count(0), no: count(-1), total: on.length };
  });
  const total = (name: "yes" | "abstain" | "no") => tallies.reduce((sum, tally) => sum + tally[name], 0);
  const kinds = tallies.map(({ yes, abstain, no }) => [yes, abstain, no].filter((votes) => votes > 0).length);
  const divided = tallies.filter(({ yes, no }) => yes > 0 && no > 0).length;
  const unanimous = kinds.filter((different) => different === 1).length;
  return {
    ...{ subjects: subjects.length, yes: total("yes"), abstain: total("abstain"), no: total("no") },
    holders: new Set(subjects.flat().map(({ holder }) => holder)).size,
    ...{ unanimous, divided, withAbstentions: subjects.length - unanimous - divided },
    rice: mean(tallies.filter(({ yes, no }) => yes + no > 0).map(({ yes, no }) => Math.abs(yes - no) / (yes + no))),
    agreementIndex: mean(
      tallies.map(({ yes, abstain, no, total }) => {
        const most = Math.max(yes, abstain, no);
        return (most - (total - most) / 2) / total;
      }),
    ),
  };
}

/** How often a holder votes as more than half of the others in a group do. */
export function alignmentOf(ballots: readonly Ballot[], group: readonly Ballot[], holder: string) {
  const votes = ballots
    .filter((ballot) => ballot.holder === holder)
    .flatMap((mine) => {
      const others = group.filter((one) => one.subject === mine.subject && one.holder !== holder);
      const majority = [1, 0, -1].find(
        (value) => others.filter(({ stance }) => voteOf(stance) === value).length > others.length / 2,
      );
      return majority === undefined ? [] : [{ subject: mine.subject, against: voteOf(mine.stance) !== majority }];
    });
  const dissents = votes.filter(({ against }) => against).map(({ subject }) => subject);
  const score = mean(votes.map(({ against }) => Number(!against)));
  return { compared: votes.length, against: dissents.length, aligned: votes.length - dissents.length, score, dissents };
}
