import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import type { Stance } from "../../../src/db/generated/enums.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import type { Seeded } from "../../support/seed-kit.js";
import { type LeaningRecord, leaningRecord } from "./leaning-record.js";

let database: Database;
let record: LeaningRecord;

beforeAll(async () => {
  database = await testDatabase();
  record = await leaningRecord(database, 20210126);
});

const votes: Partial<Record<Stance, number>> = { SUPPORTS: 1, OPPOSES: -1 };

/** The leanings as the definition says, from what was put on record above. */
function expected(on: Seeded | undefined, asOf: string | undefined, minimum: number) {
  const { holders, ties, held, hidden } = record;
  const related = ties.filter((tie) => tie.on === on && !hidden.has(tie.subject.slug));
  return holders.flatMap((holder) => {
    const inputs = related.flatMap((tie) => {
      const candidates = held
        .filter((one) => one.holder === holder && one.subject === tie.subject && !one.retracted)
        .filter((one) => asOf === undefined || one.since <= asOf)
        .sort((a, b) => a.since.localeCompare(b.since) || a.recordedAt.localeCompare(b.recordedAt));
      const standing = candidates.at(-1);
      return standing ? [{ tie, stance: standing.stance }] : [];
    });
    if (inputs.length === 0 || hidden.has(holder.slug)) return [];
    const sideOf = ({ tie, stance }: (typeof inputs)[number]) => tie.side * (votes[stance] ?? 0);
    const count = (matches: (input: (typeof inputs)[number]) => boolean) => inputs.filter(matches).length;
    // In tenths, in which the weights are whole.
    const tenths = (number: number) => Math.round(number * 10);
    const weight = inputs.reduce((sum, { tie }) => sum + tenths(tie.weight), 0);
    const balance = inputs.reduce((sum, input) => sum + sideOf(input) * tenths(input.tie.weight), 0);
    return [
      {
        holder: { slug: holder.slug },
        for: count((input) => sideOf(input) === 1),
        against: count((input) => sideOf(input) === -1),
        abstained: count(({ stance }) => stance === "ABSTAINS"),
        other: count(({ stance }) => stance === "UNDECIDED" || stance === "CONDITIONALLY_SUPPORTS"),
        considered: inputs.length,
        enough: inputs.length >= minimum,
        score: inputs.length >= minimum ? expect.closeTo(balance / weight, 12) : null,
        positions: {
          nodes: expect.arrayContaining(
            inputs.map(({ tie, stance }) => ({
              stance,
              standing: expect.any(Boolean),
              subject: { slug: tie.subject.slug },
            })),
          ),
          totalCount: inputs.length,
        },
      },
    ];
  });
}

const fields = `for against abstained other considered enough score
  positions { totalCount nodes { stance standing subject { ... on Proposal { slug } ... on PolicyAction { slug } } } }`;

describe("Proposal.leanings", () => {
  it.each([
    [undefined, 3],
    [undefined, 1],
    ["2013-06-01", 3],
    ["2016-01-01", 8],
    ["2009-01-01", 1],
  ])("as of %s, from %d positions on, are what the definition says", async (asOf, minimum) => {
    for (const subject of record.aims) {
      const { proposal } = await answer(
        database,
        `query ($slug: String!, $asOf: Date, $minimum: Int) {
          proposal(slug: $slug) {
            leanings(asOf: $asOf, minimum: $minimum, orderBy: { field: HOLDER }) { nodes { holder { slug } ${fields} } totalCount }
          }
        }`,
        { slug: subject.slug, asOf, minimum },
      );
      const leanings = expected(subject, asOf, minimum).sort((a, b) =>
        a.holder.slug.localeCompare(b.holder.slug, "en", { numeric: true }),
      );
      const bySlug = (nodes: { holder: { slug: string } }[]) => new Map(nodes.map((node) => [node.holder.slug, node]));
      expect(bySlug(proposal.leanings.nodes)).toEqual(bySlug(leanings));
      expect(proposal.leanings.totalCount).toBe(leanings.length);
    }
  });

  it("are the same from the holder's side", async () => {
    const { actor } = await answer(
      database,
      `{ actor(slug: "state-3") { leanings(minimum: 2) { nodes { holder { slug } subject { slug } ${fields} } } } }`,
    );
    const own = record.aims.flatMap((subject) =>
      expected(subject, undefined, 2)
        .filter(({ holder }) => holder.slug === "state-3")
        .map((leaning) => ({ ...leaning, subject: { slug: subject.slug } })),
    );
    expect(actor.leanings.nodes).toEqual(own);
    expect(own.length).toBeGreaterThan(1);
  });

  it("are narrowed by holder, by subject and by whether there is enough", async () => {
    const { proposal, actor } = await answer(
      database,
      `{ proposal(slug: "aim-0") {
          some: leanings(where: { slugs: ["state-3", "state-4"] }) { totalCount }
          none: leanings(where: { kinds: [PERSON] }) { totalCount }
          all: leanings(minimum: 4, enough: null) { totalCount }
          many: leanings(minimum: 4, enough: true) { totalCount nodes { considered score } }
          few: leanings(minimum: 4, enough: false) { totalCount nodes { considered score } }
          atNull: leanings(minimum: null) { nodes { enough considered } }
        }
        actor(slug: "state-3") { leanings(where: { slugs: ["aim-1"] }) { nodes { subject { slug } } } } }`,
    );
    expect(proposal.some.totalCount).toBe(2);
    expect(proposal.none.totalCount).toBe(0);
    expect(proposal.many.totalCount + proposal.few.totalCount).toBe(proposal.all.totalCount);
    for (const { considered, score } of proposal.few.nodes) expect([considered < 4, score]).toEqual([true, null]);
    for (const { considered, score } of proposal.many.nodes) {
      expect([considered >= 4, typeof score]).toEqual([true, "number"]);
    }
    for (const { considered, enough } of proposal.atNull.nodes) expect(enough).toBe(considered >= 3);
    expect(actor.leanings.nodes).toEqual([{ subject: { slug: "aim-1" } }]);
  });

  it.each([
    ["SCORE", "score"],
    ["FOR", "for"],
    ["AGAINST", "against"],
    ["CONSIDERED", "considered"],
    ["HOLDER", undefined],
  ])("are paged by %s without a gap", async (field, shown) => {
    const page = `query ($after: String, $orderBy: LeaningOrder!) {
      proposal(slug: "aim-1") { leanings(first: 3, after: $after, orderBy: $orderBy) {
        nodes { holder { slug } score for against considered } pageInfo { hasNextPage endCursor } } } }`;
    for (const direction of ["ASC", "DESC"]) {
      const nodes: ({ holder: { slug: string } } & Record<string, number | null>)[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { proposal }: Awaited<ReturnType<typeof answer>> = await answer(database, page, {
          ...{ after, orderBy: { field, direction } },
        });
        nodes.push(...proposal.leanings.nodes);
        more = proposal.leanings.pageInfo.hasNextPage;
        after = proposal.leanings.pageInfo.endCursor;
      }
      const listed = new Set(nodes.map(({ holder }) => holder.slug));
      expect(listed).toEqual(new Set(expected(record.aims[1], undefined, 3).map(({ holder }) => holder.slug)));
      if (!shown) continue;
      const keys = nodes.map((node) => node[shown] ?? -2);
      expect(keys).toEqual([...keys].sort((a, b) => (direction === "ASC" ? a - b : b - a)));
    }
  });

  it("name their formula and take one query", async () => {
    const { data, statements } = await ask(
      database,
      `{ proposals(where: { slugs: ["aim-0", "aim-1", "aim-2"] }) { nodes { leanings(first: 2) {
        nodes { holder { name } positions { nodes { stance } } formula { name version definition reference } } } } } }`,
    );
    expect(statements.filter((text) => text.includes('as "json"'))).toHaveLength(1);
    expect(data?.proposals.nodes[0].leanings.nodes[0].formula).toEqual({
      name: "weighted S with an actor that is always for the subject",
      version: "1",
      definition: expect.stringContaining("Σw"),
      reference: expect.stringContaining("Signorino and Ritter"),
    });
  });

  it("refuse a minimum below one", async () => {
    const { errors } = await ask(database, `{ proposal(slug: "aim-0") { leanings(minimum: 0) { totalCount } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: expect.stringContaining("minimum") }],
    });
  });
});
