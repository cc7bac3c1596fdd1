import { beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../../src/db/database.js";
import { Stance } from "../../../src/db/generated/enums.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";
import type { Seeded } from "../../support/seed-kit.js";
import { agreementOf, alignmentOf, type Ballot, cohesionOf } from "./measures.js";
import { positionKit, positionRow } from "./position-kit.js";

let database: Database;
const actors = new Map<string, Seeded>();
const proposals = new Map<string, Seeded>();

/** With the years in which each is a member of the club. */
const holders = {
  h0: "2000-01-01/..",
  h1: "2000-01-01/2003-06-30",
  h2: "2003-01-01/..",
  h3: undefined,
  h4: "2000-01-01/..",
};
const names = Object.keys(holders);
/** With the day of its vote and its topic. */
const subjects: Record<string, [day: string, topic: string | undefined]> = {
  ...{
    s0: ["2001-05-01", "peace"],
    s1: ["2003-02-01", "peace"],
    s2: ["2003-09-01", "trade"],
    s3: ["2004-01-01", undefined],
  },
  ...{
    s4: ["2011-07-07", "trade"],
    s5: ["2012-12-31", "peace"],
    s6: ["2012-03-01", undefined],
    s7: ["1999-01-01", "trade"],
  },
};
const isMember = ({ holder, since }: Ballot): boolean => {
  const [from, to] = holders[holder as keyof typeof holders]?.split("/") ?? [];
  return from !== undefined && from <= since && (to === ".." || (to ?? "") >= since);
};

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const club = await kit.actor({ slug: "club" });
  for (const [slug, during] of Object.entries(holders)) {
    const actor = await kit.actor({ slug, name: slug });
    actors.set(slug, actor);
    if (during) await kit.affiliation({ member: actor, organization: club, kind: "MEMBERSHIP", during });
  }
  const topics = {
    peace: await kit.topic({ slug: "peace", name: "Peace" }),
    trade: await kit.topic({ slug: "trade", name: "Trade" }),
  };
  for (const [slug, [, topic]] of Object.entries(subjects)) {
    const about = topic === undefined ? [] : [topics[topic as keyof typeof topics]];
    proposals.set(slug, await kit.proposal({ slug, title: slug, topics: about }));
  }
});

async function record(ballots: readonly Ballot[]): Promise<void> {
  await database.prisma.position.deleteMany();
  const rows = ballots.map(({ holder, subject, stance, since }) =>
    positionRow({
      ...{ since, stance: stance as Stance, basis: "VOTE" },
      holder: actors.get(holder) as Seeded,
      proposal: proposals.get(subject),
    }),
  );
  await database.prisma.position.createMany({ data: rows });
}

const cells = names.flatMap((holder) => Object.keys(subjects).map((subject) => ({ holder, subject })));
const anyBallots: fc.Arbitrary<Ballot[]> = fc
  .array(fc.option(fc.constantFrom(...Object.values(Stance)), { nil: undefined, freq: 4 }), {
    ...{ minLength: cells.length, maxLength: cells.length },
  })
  .map((stances) =>
    cells.flatMap(({ holder, subject }, index) => {
      const stance = stances[index];
      return stance ? [{ holder, subject, stance, since: subjects[subject]?.[0] ?? "" }] : [];
    }),
  );

const measures =
  "shared agreed score table { yes { yes abstain no } abstain { yes abstain no } no { yes abstain no } }";
const united = "subjects holders yes abstain no unanimous divided withAbstentions rice agreementIndex";
const question = /* GraphQL */ `
  query ($method: AgreementMethod, $minimum: Int, $where: PositionFilter) {
    actor(slug: "h0") {
      agreementWith(slug: "h1", method: $method, minimum: $minimum, where: $where) {
        method ${measures} years { year ${measures} }
      }
      agreements(method: $method, minimum: $minimum, where: $where) { totalCount nodes { actor { slug } ${measures} } }
      alignmentWith(with: { memberOf: "club" }, where: $where) { compared against aligned score }
    }
    agreementMatrix(holders: { slugs: ["h0", "h1", "h2", "h3", "h4"] }, method: $method, minimum: $minimum, where: $where) {
      method
      actors { slug }
      cells { ${measures} }
    }
    cohesion(of: { memberOf: "club" }, where: $where) { ${united} }
    byYear: cohesion(of: {}, by: [YEAR], minimum: 1, where: $where) { year ${united} }
    byDecade: cohesion(of: { actors: { slugs: ["h1", "h2", "h3"] } }, by: [DECADE], where: $where) { decade ${united} }
    byTopic: cohesion(of: { memberOf: "club" }, by: [TOPIC], where: $where) { topic { slug } ${united} }
    bySubject: cohesion(of: {}, by: [SUBJECT], where: $where) { subject { ... on Proposal { slug } } ${united} }
    club: alignments(with: { memberOf: "club" }, where: $where, orderBy: { field: NAME }) { ...alignments }
    all: alignments(with: {}, where: $where, orderBy: { field: NAME }) { ...alignments }
  }
  fragment alignments on AlignmentConnection {
    nodes { actor { slug } compared against aligned score dissents { nodes { subject { ... on Proposal { slug } } } } }
  }
`;

/** Floats as far as another order of sums leaves them the same. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, one) => (typeof one === "number" ? Number(one.toFixed(9)) + 0 : one));

function expected(ballots: readonly Ballot[], method: "SAME" | "VOETEN" | "KAPPA" | "PI", minimum: number) {
  const agreement = (one: string, other: string, of = ballots) => agreementOf(of, one, other, method, minimum);
  const nearest = names
    .filter((name) => name !== "h0")
    .map((slug) => ({ actor: { slug }, ...agreement("h0", slug) }))
    .filter(({ score }) => score !== null);
  const grouped = <Key>(of: readonly Ballot[], keys: readonly Key[], keyOf: (subject: string) => Key, least = 2) =>
    keys
      .map(
        (key) =>
          [
            key,
            cohesionOf(
              of.filter(({ subject }) => keyOf(subject) === key),
              least,
            ),
          ] as const,
      )
      .filter(([, { subjects }]) => subjects > 0);
  const yearOf = (subject: string) => Number(subjects[subject]?.[0].slice(0, 4));
  const decadeOf = (subject: string) => Math.floor(yearOf(subject) / 10) * 10;
  const years = [...new Set(Object.keys(subjects).map(yearOf))].sort();
  const club = ballots.filter(isMember);
  const alignments = (group: readonly Ballot[]) => ({
    nodes: names
      .map((slug) => ({ actor: { slug }, ...alignmentOf(ballots, group, slug) }))
      .filter(({ compared }) => compared > 0)
      .map(({ dissents, ...alignment }) => ({
        ...alignment,
        dissents: {
          nodes: dissents
            .toSorted((one, other) => ((subjects[one]?.[0] ?? "") < (subjects[other]?.[0] ?? "") ? -1 : 1))
            .map((slug) => ({ subject: { slug } })),
        },
      })),
  });
  const { dissents: _dissents, ...alignmentWith } = alignmentOf(ballots, club, "h0");
  return {
    actor: {
      agreementWith: {
        ...{ method, ...agreement("h0", "h1") },
        years: years
          .map((year) => ({
            year,
            ...agreement(
              "h0",
              "h1",
              ballots.filter(({ subject }) => yearOf(subject) === year),
            ),
          }))
          .filter(({ shared }) => shared > 0),
      },
      agreements: {
        totalCount: nearest.length,
        scores: nearest.map(({ score }) => score).sort((a, b) => Number(b) - Number(a)),
        nodes: nearest,
      },
      alignmentWith,
    },
    agreementMatrix: {
      ...{ method, actors: names.map((slug) => ({ slug })) },
      cells: names.map((one) => names.map((other) => agreement(one, other))),
    },
    cohesion: grouped(club, [0], () => 0).map(([, measured]) => measured),
    byYear: grouped(ballots, years, yearOf, 1).map(([year, measured]) => ({ year, ...measured })),
    byDecade: grouped(
      ballots.filter(({ holder }) => ["h1", "h2", "h3"].includes(holder)),
      [1990, 2000, 2010],
      decadeOf,
    ).map(([decade, measured]) => ({ decade, ...measured })),
    byTopic: grouped(club, ["peace", "trade", undefined], (subject) => subjects[subject]?.[1]).map(
      ([slug, measured]) => ({
        topic: slug ? { slug } : null,
        ...measured,
      }),
    ),
    bySubject: grouped(ballots, Object.keys(subjects), (subject) => subject).map(([slug, measured]) => ({
      subject: { slug },
      ...measured,
    })),
    ...{ club: alignments(club), all: alignments(ballots) },
  };
}

it("measures random votes as an independent implementation does", async () => {
  const method = fc.constantFrom("SAME", "VOETEN", "KAPPA", "PI");
  await fc.assert(
    fc.asyncProperty(anyBallots, method, fc.integer({ min: 1, max: 4 }), async (ballots, method, minimum) => {
      await record(ballots);
      const found = await answer(database, question, { method, minimum });
      const { nodes } = found.actor.agreements;
      found.actor.agreements.scores = nodes.map(({ score }: { score: number }) => score);
      nodes.sort((one: { actor: Seeded }, other: { actor: Seeded }) => (one.actor.slug < other.actor.slug ? -1 : 1));
      expect(rounded(found)).toEqual(rounded(expected(ballots, method, minimum)));
    }),
    { numRuns: runs(10) },
  );
});

it("agreements are ordered and paged, and refuse a minimum below 1", async () => {
  await record(
    cells.map(({ holder, subject }, index) => ({
      ...{ holder, subject, since: subjects[subject]?.[0] ?? "" },
      stance: holder === "h0" || index % (1 + names.indexOf(holder)) === 0 ? "SUPPORTS" : "OPPOSES",
    })),
  );
  const query = /* GraphQL */ `
    query ($after: String, $orderBy: AgreementOrder, $minimum: Int = 1) {
      actor(slug: "h0") {
        agreements(with: { slugs: ["h1", "h2", "h3", "h4"] }, minimum: $minimum, first: 2, after: $after, orderBy: $orderBy) {
          totalCount
          nodes { actor { slug } score subjects(agrees: true, first: 1) { totalCount nodes { mine { stance } theirs { stance } } } }
          pageInfo { endCursor hasNextPage }
        }
      }
    }
  `;
  const first = (await answer(database, query)).actor.agreements;
  const second = (await answer(database, query, { after: first.pageInfo.endCursor })).actor.agreements;
  const scores = [...first.nodes, ...second.nodes].map(({ score }: { score: number }) => score);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  expect(new Set([...first.nodes, ...second.nodes].map(({ actor }: { actor: Seeded }) => actor.slug)).size).toBe(4);
  expect([first.totalCount, second.pageInfo.hasNextPage]).toEqual([4, false]);
  for (const { score, subjects: agreed } of first.nodes) {
    expect(agreed.totalCount).toBe(Math.round(score * Object.keys(subjects).length));
    expect(agreed.nodes[0].mine).toEqual(agreed.nodes[0].theirs);
  }
  const furthest = (await answer(database, query, { orderBy: { field: "SCORE", direction: "ASC" } })).actor.agreements;
  expect(furthest.nodes[0].actor).toEqual(second.nodes[1].actor);
  const none = (await answer(database, query, { minimum: 9 })).actor.agreements;
  expect(none).toMatchObject({ totalCount: 0, nodes: [] });
  const { errors } = await ask(database, query, { minimum: 0 });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});

it("measures are of the day, the roll calls and the standing that the arguments say, in one query", async () => {
  const kit = positionKit(database);
  await record([
    { holder: "h0", subject: "s0", stance: "SUPPORTS", since: "2001-05-01" },
    { holder: "h1", subject: "s0", stance: "SUPPORTS", since: "2001-05-01" },
    { holder: "h1", subject: "s0", stance: "OPPOSES", since: "2005-01-01" },
  ]);
  const [h0, h1] = [actors.get("h0") as Seeded, actors.get("h1") as Seeded];
  const proposal = await kit.proposal({ slug: "counted" });
  const rollCall = await kit.rollCall({ proposal, body: await kit.actor({ slug: "assembly" }), session: 7 });
  for (const [holder, stance] of [
    [h0, "OPPOSES"],
    [h1, "OPPOSES"],
  ] as const)
    await kit.position({ holder, proposal, stance, basis: "VOTE", since: "2002-01-01", evidence: { rollCall } });
  const query = /* GraphQL */ `
    query ($asOf: Date, $where: PositionFilter) {
      agreementMatrix(holders: { slugs: ["h0", "h1"] }, minimum: 1, asOf: $asOf, where: $where) { cells { shared score } }
      cohesion(of: {}, asOf: $asOf, where: $where) { subjects unanimous divided }
      alignments(with: {}, asOf: $asOf, where: $where, orderBy: { field: NAME }) { nodes { against compared } }
    }
  `;
  const of = async (variables: Record<string, unknown>) => {
    const { data, statements } = await ask(database, query, variables);
    expect(statements.filter((text) => text.includes('as "json"'))).toHaveLength(3);
    const { agreementMatrix, cohesion, alignments } = data;
    return [agreementMatrix.cells[0][1], cohesion[0], alignments.nodes];
  };
  const both = (against: number, compared: number) => [
    { against, compared },
    { against, compared },
  ];
  expect(await of({})).toEqual([{ shared: 2, score: 0.5 }, { subjects: 2, unanimous: 1, divided: 1 }, both(1, 2)]);
  expect(await of({ asOf: "2004-01-01" })).toEqual([
    { shared: 2, score: 1 },
    { subjects: 2, unanimous: 2, divided: 0 },
    both(0, 2),
  ]);
  expect(await of({ where: { rollCall: { body: "assembly", session: 7 } } })).toEqual([
    { shared: 1, score: 1 },
    { subjects: 1, unanimous: 1, divided: 0 },
    both(0, 1),
  ]);
});
