import { beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../../src/db/database.js";
import { PositionBasis, Stance } from "../../../src/db/generated/enums.js";
import { parseDate } from "../../../src/edtf/edtf-date.js";
import { globalId } from "../../../src/record/global-id.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, type Seeded } from "../../support/seed-kit.js";
import { Model, type ModelFilter, type ModelPosition, matches } from "./model.js";
import { positionKit, positionRow } from "./position-kit.js";

let database: Database;
const actors = new Map<string, Seeded>();
const proposals = new Map<string, Seeded>();
const actions = new Map<string, Seeded>();
const holders = ["a0", "a1", "a2", "a3"];
const subjects = ["p0", "p1", "x0"];

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const agent = await kit.actor({ slug: "z-agent" });
  for (const slug of holders) actors.set(slug, await kit.actor({ slug }));
  for (const slug of ["p0", "p1"]) proposals.set(slug, await kit.proposal({ slug }));
  actions.set("x0", await kit.policyAction({ slug: "x0", agent }));
});

const stances = Object.values(Stance);
const bases = Object.values(PositionBasis).slice(0, 3);
const days = ["2019", "2019-12", "2020-01-01", "2020-01-02", "2020-21", "2020", "2020-12-31", "2021-06"];

const anyPosition = fc.record({
  holder: fc.constantFrom(...holders),
  subject: fc.constantFrom(...subjects),
  stance: fc.constantFrom(...stances.slice(0, 3), Stance.OPPOSES),
  basis: fc.constantFrom(...bases),
  since: fc.constantFrom(...days),
  recorded: fc.integer({ min: 1, max: 3 }),
  retracted: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  id: fc.uuid({ version: 7 }),
});
const anyFilter: fc.Arbitrary<ModelFilter | undefined> = fc.option(
  fc.oneof(
    fc.record({ stances: fc.subarray(stances, { minLength: 1 }) }),
    fc.record({ bases: fc.subarray(bases, { minLength: 1 }), holders: fc.subarray(holders, { minLength: 1 }) }),
    fc.record({ not: fc.record({ stances: fc.subarray(stances, { minLength: 1 }) }) }),
  ),
  { nil: undefined },
);
const anyWorld = fc.record({
  positions: fc.uniqueArray(anyPosition, { maxLength: 30, selector: ({ id }) => id }),
  gone: fc.subarray([...holders.slice(2), "p1", "x0"], { maxLength: 2 }),
  asOf: fc.option(fc.constantFrom("2018-12-31", "2019-12-31", "2020-01-01", "2020-06-01", "2021-06-30"), {
    nil: undefined,
  }),
  filter: anyFilter,
});

async function record(positions: readonly ModelPosition[], gone: readonly string[]): Promise<void> {
  const { prisma } = database;
  await prisma.position.deleteMany();
  for (const table of [prisma.actor, prisma.proposal, prisma.policyAction] as unknown as (typeof prisma.actor)[]) {
    await table.updateMany({ data: { retractedAt: null, retractionReason: null } });
    await table.updateMany({ where: { slug: { in: [...gone] } }, data: retracted });
  }
  const rows = positions.map(({ holder, subject, recorded, ...position }) => ({
    ...position,
    holder: actors.get(holder) as Seeded,
    proposal: proposals.get(subject),
    policyAction: actions.get(subject),
    recordedAt: `2022-01-0${recorded}T00:00:00Z`,
  }));
  await prisma.position.createMany({ data: rows.map((row) => ({ ...positionRow(row), id: row.id })) });
}

const question = /* GraphQL */ `
  query ($asOf: Date, $where: PositionFilter, $holders: ActorFilter) {
    positions(asOf: $asOf, where: $where, first: 100) { totalCount nodes { id } }
    proposals { nodes { ...subject } }
    policyActions { nodes { ...action } }
    actors(where: { slugs: ["a0", "a1", "a2", "a3"] }) {
      nodes {
        slug
        positions(asOf: $asOf, where: $where, first: 100) { totalCount nodes { id } }
        positionHistory(where: $where, first: 100) { totalCount nodes { id } }
        contradictions(asOf: $asOf) {
          totalCount
          nodes { subject { ... on Proposal { slug } ... on PolicyAction { slug } } positions { id } }
        }
        agreementWith(slug: "a0", where: $where, asOf: $asOf) {
          shared
          agreed
          score
          subjects { totalCount nodes { agrees mine { id } theirs { id } } }
          agreedOn: subjects(agrees: true) { totalCount }
        }
      }
    }
    stanceMatrix(asOf: $asOf, holders: $holders) {
      rows { slug }
      columns { ... on Proposal { slug } ... on PolicyAction { slug } }
      cells { stance basis since position { id } }
    }
    positionCounts(asOf: $asOf, where: $where, groupBy: [HOLDER, STANCE]) { holder { slug } stance count }
    all: positionCounts(asOf: $asOf, where: $where, groupBy: []) { count }
    changes: stanceChanges(first: 100) { ...changes }
    voted: stanceChanges(first: 100, bases: [VOTE, ACTION]) { ...changes }
    across: stanceChanges(first: 100, across: { slugs: ["p0", "p1", "x0"] }) { ...changes }
    votedAcross: stanceChanges(first: 100, across: { slugs: ["p0", "p1", "x0"] }, bases: [VOTE, ACTION]) { ...changes }
    both: holders(
      where: { all: [{ subject: "p0", stances: [SUPPORTS] }], none: [{ subject: "x0" }] }
      asOf: $asOf
    ) { nodes { slug } }
    either: holders(
      where: { actor: { slugs: ["a0", "a1", "a2", "a3"] }, any: [{ subject: "p0", bases: [VOTE] }, { subject: "p1" }] }
      asOf: $asOf
    ) { totalCount nodes { slug } }
  }
  fragment changes on StanceChangeConnection {
    totalCount
    nodes { from to previous { id stance } position { id stance } }
  }
  fragment subject on Proposal {
    slug
    positions(asOf: $asOf, where: $where, first: 100) { nodes { id } }
    positionHistory(first: 100) { totalCount }
    supporters(asOf: $asOf) { totalCount nodes { slug } }
    opponents(asOf: $asOf) { nodes { slug } }
    stanceCounts(asOf: $asOf, where: $where) { stance count }
  }
  fragment action on PolicyAction {
    slug
    positions(asOf: $asOf, where: $where, first: 100) { nodes { id } }
    positionHistory(first: 100) { totalCount }
    supporters(asOf: $asOf) { totalCount nodes { slug } }
    opponents(asOf: $asOf) { nodes { slug } }
    stanceCounts(asOf: $asOf, where: $where) { stance count }
  }
`;

const ids = (positions: readonly { id: string }[]): string[] => positions.map(({ id }) => globalId("position", id));
const sorted = <T>(list: readonly T[]): T[] => [...list].sort();
/** The default order: by the earliest day, then by id. */
const listed = (positions: readonly ModelPosition[]): string[] =>
  ids([...positions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
const keyOf = ({ since, id }: ModelPosition): string => `${parseDate(since).earliest} ${id}`;

/** What the whole question must answer by the model, in the answer's shape. */
function expectedAnswer(model: Model, asOf: string | undefined, filter: ModelFilter | undefined) {
  const standing = model.standing(asOf);
  const found = standing.filter((position) => matches(filter, position));
  const page = (positions: ModelPosition[]) => ({
    totalCount: positions.length,
    nodes: listed(positions).map((id) => ({ id })),
  });
  const shown = (slugs: readonly string[]): string[] => slugs.filter((slug) => !model.gone.has(slug));
  const slugsOf = (positions: ModelPosition[]) =>
    sorted(positions.map(({ holder }) => holder)).map((slug) => ({ slug }));

  const subject = (slug: string) => {
    const on = standing.filter((position) => position.subject === slug);
    const counted = found.filter((position) => position.subject === slug);
    const supporters = slugsOf(on.filter(({ stance }) => stance === "SUPPORTS"));
    return {
      slug,
      positions: { nodes: page(counted).nodes },
      positionHistory: { totalCount: model.history().filter((position) => position.subject === slug).length },
      supporters: { totalCount: supporters.length, nodes: supporters },
      opponents: { nodes: slugsOf(on.filter(({ stance }) => stance === "OPPOSES")) },
      stanceCounts: stances.map((stance) => ({
        stance,
        count: counted.filter((position) => position.stance === stance).length,
      })),
    };
  };

  const actor = (slug: string) => {
    const mine = found.filter(({ holder }) => holder === slug);
    const pairs = mine.flatMap((one) => {
      const other = found.find((position) => position.holder === "a0" && position.subject === one.subject);
      return other ? [{ one, other, agrees: one.stance === other.stance }] : [];
    });
    const agreed = pairs.filter(({ agrees }) => agrees).length;
    const contradictions = model.contradictions(asOf).filter(({ holder }) => holder === slug);
    return {
      slug,
      positions: page(mine),
      positionHistory: page(
        model.history().filter((position) => position.holder === slug && matches(filter, position)),
      ),
      contradictions: {
        totalCount: contradictions.length,
        nodes: contradictions
          .sort((one, other) => (one.subject < other.subject ? -1 : 1))
          .map((found) => ({
            subject: { slug: found.subject },
            positions: found.positions.map((id) => ({ id: globalId("position", id) })),
          })),
      },
      agreementWith: {
        shared: pairs.length,
        agreed,
        score: pairs.length === 0 ? null : agreed / pairs.length,
        subjects: {
          totalCount: pairs.length,
          nodes: pairs
            .sort((a, b) => (a.one.subject < b.one.subject ? -1 : 1))
            .map(({ one, other, agrees }) => ({
              agrees,
              mine: { id: globalId("position", one.id) },
              theirs: { id: globalId("position", other.id) },
            })),
        },
        agreedOn: { totalCount: agreed },
      },
    };
  };

  const rows = shown(holders);
  const columns = shown(subjects);
  const holding = (slug: string, about: string) =>
    standing.find((position) => position.holder === slug && position.subject === about);
  return {
    positions: page(found),
    proposals: { nodes: shown(["p0", "p1"]).map(subject) },
    policyActions: { nodes: shown(["x0"]).map(subject) },
    actors: { nodes: rows.map(actor) },
    stanceMatrix: {
      rows: rows.map((slug) => ({ slug })),
      columns: columns.map((slug) => ({ slug })),
      cells: rows.map((row) =>
        columns.map((column) => {
          const held = holding(row, column);
          if (!held) return null;
          const { stance, basis, since, id } = held;
          return { stance, basis, since, position: { id: globalId("position", id) } };
        }),
      ),
    },
    positionCounts: rows.flatMap((slug) =>
      stances.flatMap((stance) => {
        const count = found.filter((position) => position.holder === slug && position.stance === stance).length;
        return count === 0 ? [] : [{ holder: { slug }, stance, count }];
      }),
    ),
    all: [{ count: found.length }],
    both: {
      nodes: rows
        .filter((slug) => holding(slug, "p0")?.stance === "SUPPORTS" && !holding(slug, "x0"))
        .map((slug) => ({ slug })),
    },
    either: (() => {
      const nodes = rows
        .filter((slug) => holding(slug, "p0")?.basis === "VOTE" || holding(slug, "p1"))
        .map((slug) => ({ slug }));
      return { totalCount: nodes.length, nodes };
    })(),
  };
}

function expectChanges(
  found: { totalCount: number; nodes: Record<"previous" | "position", { id: string }>[] },
  expected: readonly { from: string; to: string }[],
): void {
  const pairs = found.nodes.map(({ previous, position }) => `${previous.id} ${position.id}`);
  expect(sorted(pairs)).toEqual(sorted(expected.map(({ from, to }) => ids([{ id: from }, { id: to }]).join(" "))));
  expect(found.totalCount).toBe(expected.length);
}

it("answers every question about stances as the model does", async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async ({ positions, gone, asOf, filter }) => {
      await record(positions, gone);
      const model = new Model(positions, new Set(gone));
      const where = filter && {
        stances: filter.stances,
        bases: filter.bases,
        holder: filter.holders && { slugs: filter.holders },
        not: filter.not,
      };
      const variables = { where, asOf, holders: { slugs: holders } };
      const { changes, voted, across, votedAcross, ...answered } = await answer(database, question, variables);
      expect(answered).toEqual(expectedAnswer(model, asOf, filter));
      const subjects = ["p0", "p1", "x0"];
      const bases: PositionBasis[] = ["VOTE", "ACTION"];
      expectChanges(changes, model.changes());
      expectChanges(voted, model.changes({ bases }));
      expectChanges(across, model.changes({ across: subjects }));
      expectChanges(votedAcross, model.changes({ across: subjects, bases }));
    }),
    { numRuns: 40 },
  );
});
