import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { globalId } from "../../../src/record/global-id.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted } from "../../support/seed-kit.js";
import { positionKit } from "./position-kit.js";

let database: Database;
const ids: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const state = await kit.actor({ slug: "us", name: "United States" });
  const other = await kit.actor({ slug: "palestine", name: "Palestine" });
  const administration = await kit.actor({ slug: "biden", name: "Biden administration", kind: "GOVERNMENT" });
  const council = await kit.actor({ slug: "council", kind: "ORGANIZATION" });
  const [letter, report] = [await kit.source({ slug: "letter" }), await kit.source({ slug: "report" })];
  const topic = await kit.topic({ slug: "peace" });
  const settlement = await kit.proposal({ slug: "settlement", title: "Settlement", topics: [topic] });
  const resolution = await kit.proposal({ slug: "resolution", title: "Resolution" });
  const refusal = await kit.policyAction({ slug: "refusal", title: "Refusal", agent: other });
  const closure = await kit.policyAction({ slug: "closure", title: "Closure", agent: state });
  const meeting = await kit.meeting({ slug: "open-debate" });
  const speech = await kit.statement({ slug: "speech", meeting, sources: [letter] });
  const vote = await kit.rollCall({ slug: "vote", proposal: resolution, body: council, meeting });
  const record = async (name: string, ...seed: Parameters<typeof kit.position>) => {
    ids[name] = (await kit.position(...seed)).id;
  };
  await record(
    "spoken",
    {
      ...{ holder: state, through: administration, proposal: settlement, stance: "CONDITIONALLY_SUPPORTS" },
      ...{
        conditions: "Both sides agree.",
        note: "As reported.",
        since: "2021-01-26",
        evidence: { statement: speech },
      },
    },
    [report, letter],
  );
  const basis = "VOTE" as const;
  const evidence = { rollCall: vote };
  await record("voted", {
    holder: state,
    proposal: resolution,
    stance: "ABSTAINS",
    basis,
    since: "2016-12-23",
    evidence,
  });
  await record("done", {
    ...{ holder: other, policyAction: closure, stance: "OPPOSES", basis: "ACTION", since: "2018" },
    evidence: { policyAction: refusal },
  });
  await record("sponsored", {
    holder: other,
    proposal: settlement,
    stance: "SUPPORTS",
    basis: "SPONSORSHIP",
    since: "2020-09",
  });
  await record("wrong", { holder: other, proposal: resolution, stance: "SUPPORTS", retracted: true });
});

const slugs = async (where: object): Promise<string[]> => {
  const query = /* GraphQL */ `
    query ($where: PositionFilter) {
      positions(where: $where) {
        nodes { holder { slug } subject { ... on Proposal { slug } ... on PolicyAction { slug } } }
      }
    }
  `;
  const { positions } = await answer(database, query, { where });
  return positions.nodes.map(
    (row: Record<"holder" | "subject", { slug: string }>) => `${row.holder.slug} ${row.subject.slug}`,
  );
};

describe("position", () => {
  const query = /* GraphQL */ `
    query ($id: ID!) {
      position(id: $id) {
        id version holder { slug } through { slug } stance basis conditions since standing note
        subject { __typename ... on Proposal { slug } ... on PolicyAction { slug } }
        evidence {
          __typename ... on Statement { slug } ... on RollCall { slug heldOn } ... on PolicyAction { slug }
        }
        sources { slug }
      }
    }
  `;
  const find = async (name: string) =>
    (await answer(database, query, { id: globalId("position", ids[name] ?? "") })).position;

  it("tells all that is on record", async () => {
    expect(await find("spoken")).toEqual({
      id: globalId("position", ids.spoken ?? ""),
      version: 1,
      holder: { slug: "us" },
      through: { slug: "biden" },
      stance: "CONDITIONALLY_SUPPORTS",
      basis: "STATEMENT",
      conditions: "Both sides agree.",
      since: "2021-01-26",
      standing: true,
      note: "As reported.",
      subject: { __typename: "Proposal", slug: "settlement" },
      evidence: { __typename: "Statement", slug: "speech" },
      sources: [{ slug: "report" }, { slug: "letter" }],
    });
  });

  it("has the evidence of each type, or none", async () => {
    expect((await find("voted")).evidence).toEqual({ __typename: "RollCall", slug: "vote", heldOn: "2021-01-26" });
    expect(await find("done")).toMatchObject({
      through: null,
      subject: { __typename: "PolicyAction", slug: "closure" },
      evidence: { __typename: "PolicyAction", slug: "refusal" },
    });
    expect((await find("sponsored")).evidence).toBeNull();
  });

  it("is null for an unknown and a retracted one", async () => {
    expect(await find("wrong")).toBeNull();
    const unknown = globalId("position", "01890a5d-ac96-774b-bcce-b302099a8057");
    expect((await answer(database, query, { id: unknown })).position).toBeNull();
  });

  it.each(["nonsense", "", "position_zz", globalId("actor", "01890a5d-ac96-774b-bcce-b302099a8057")])(
    "refuses the id %j by name",
    async (id) => {
      const { errors } = await ask(database, query, { id });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "id" }] } }]);
    },
  );
});

describe("positions", () => {
  it.each<[string, object, string[]]>([
    ["holder", { holder: { slugs: ["us"] } }, ["us resolution", "us settlement"]],
    ["through", { through: { kinds: ["GOVERNMENT"] } }, ["us settlement"]],
    [
      "subject, a proposal or a policy action",
      { subject: { slugs: ["closure", "resolution"] } },
      ["us resolution", "palestine closure"],
    ],
    [
      "subject by its topic",
      { subject: { proposals: { topics: ["peace"] } } },
      ["palestine settlement", "us settlement"],
    ],
    ["stances", { stances: ["ABSTAINS", "OPPOSES"] }, ["us resolution", "palestine closure"]],
    ["bases", { bases: ["SPONSORSHIP"] }, ["palestine settlement"]],
    [
      "since, possibly",
      { since: { from: "2018-07-01", to: "2020-09-01" } },
      ["palestine closure", "palestine settlement"],
    ],
    ["since, certainly", { since: { from: "2018-01-01", to: "2020-09-29", match: "CERTAIN" } }, ["palestine closure"]],
    ["several at once", { holder: { slugs: ["palestine"] }, stances: ["SUPPORTS"] }, ["palestine settlement"]],
    ["or", { or: [{ bases: ["VOTE"] }, { stances: ["OPPOSES"] }] }, ["us resolution", "palestine closure"]],
    ["not", { not: { through: { slugs: ["biden"] } } }, ["us resolution", "palestine closure", "palestine settlement"]],
  ])("can be narrowed by %s", async (_name, where, expected) => {
    expect(await slugs(where)).toEqual(expected);
  });

  it("are found from the statement and the roll call that are their evidence", async () => {
    const query = /* GraphQL */ `
      {
        statement(slug: "speech") { positions { totalCount nodes { holder { slug } stance } } }
        rollCall(slug: "vote") { positions(where: { bases: [VOTE] }) { nodes { holder { slug } stance } } }
      }
    `;
    expect(await answer(database, query)).toEqual({
      statement: {
        positions: { totalCount: 1, nodes: [{ holder: { slug: "us" }, stance: "CONDITIONALLY_SUPPORTS" }] },
      },
      rollCall: { positions: { nodes: [{ holder: { slug: "us" }, stance: "ABSTAINS" }] } },
    });
  });

  it("take a filter with nothing in it for none, and refuse a day that does not exist", async () => {
    const nothing = "{ holder: {}, through: { name: {} }, subject: { proposals: {} }, since: { match: CERTAIN } }";
    const query = `{ all: positions { totalCount } same: positions(where: ${nothing}) { totalCount } }`;
    const { data } = await ask(database, query);
    expect(data.same).toEqual(data.all);
    const wrong = await ask(database, `{ positions(asOf: "2021-02-30") { totalCount } }`);
    expect(wrong.errors).toHaveLength(1);
  });
});

describe("paging through positions that are equal in the order", () => {
  const page = /* GraphQL */ `
    query ($first: Int, $after: String, $last: Int, $before: String, $direction: OrderDirection! = ASC) {
      proposal(slug: "crowded") {
        positions(
          first: $first, after: $after, last: $last, before: $before
          orderBy: { field: SINCE, direction: $direction }
        ) {
          nodes { holder { slug } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  `;
  type Paged = { nodes: { holder: { slug: string } }[]; pageInfo: Record<string, string> };
  const holdersOf = ({ nodes }: Paged): string[] => nodes.map(({ holder }) => holder.slug);
  const read = async (variables: object): Promise<Paged> =>
    (await answer(database, page, { ...variables })).proposal.positions;

  beforeAll(async () => {
    const kit = positionKit(database);
    const proposal = await kit.proposal({ slug: "crowded" });
    for (let number = 0; number < 11; number += 1) {
      const since = number < 8 ? "2021-01-26" : "2021-01-27";
      await kit.position({ holder: await kit.actor(), proposal, stance: "SUPPORTS", since });
    }
  });

  it.each(["ASC", "DESC"])("gives each once, forward and backward (%s)", async (direction) => {
    const whole = holdersOf(await read({ first: 100, direction }));
    expect(new Set(whole).size).toBe(11);
    const forward: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const paged = await read({ first: 4, after, direction });
      forward.push(...holdersOf(paged));
      after = paged.pageInfo.endCursor;
      more = Boolean(paged.pageInfo.hasNextPage);
    }
    expect(forward).toEqual(whole);
    const backward: string[] = [];
    for (let before: string | undefined, more = true; more; ) {
      const paged = await read({ last: 4, before, direction });
      backward.unshift(...holdersOf(paged));
      before = paged.pageInfo.startCursor;
      more = Boolean(paged.pageInfo.hasPreviousPage);
    }
    expect(backward).toEqual(whole);
  });

  it("stays right while positions are added", async () => {
    const first = await read({ first: 4 });
    const kit = positionKit(database);
    const proposal = await database.prisma.proposal.findUniqueOrThrow({ where: { slug: "crowded" } });
    await kit.position({ holder: await kit.actor({ slug: "early" }), proposal, stance: "SUPPORTS", since: "2001" });
    const second = await read({ first: 100, after: first.pageInfo.endCursor });
    expect(holdersOf(second)).toHaveLength(7);
    expect(holdersOf(second)).not.toContain("early");
  });
});

describe("what is retracted", () => {
  it("hides the positions of its holder and those on it", async () => {
    const kit = positionKit(database);
    const [gone, stays] = [await kit.actor({ slug: "gone" }), await kit.actor({ slug: "stays" })];
    const [dropped, kept] = [await kit.proposal({ slug: "dropped" }), await kit.proposal({ slug: "kept" })];
    for (const holder of [gone, stays]) {
      for (const proposal of [dropped, kept]) await kit.position({ holder, proposal, stance: "SUPPORTS" });
    }
    await database.prisma.actor.update({ where: { id: gone.id }, data: retracted });
    await database.prisma.proposal.update({ where: { id: dropped.id }, data: retracted });
    const query = /* GraphQL */ `
      {
        proposal(slug: "kept") {
          positions { nodes { holder { slug } } }
          positionHistory { totalCount }
          stanceCounts(where: { stances: [SUPPORTS] }) { count }
          supporters { nodes { slug } }
        }
        actor(slug: "stays") { positions { nodes { subject { ... on Proposal { slug } } } } }
        positionCounts(groupBy: [], where: { subject: { slugs: ["kept", "dropped"] } }) { count }
        holders(where: { actor: { slugs: ["stays"] }, any: [{ subject: "dropped" }] }) { totalCount }
      }
    `;
    expect(await answer(database, query)).toEqual({
      proposal: {
        positions: { nodes: [{ holder: { slug: "stays" } }] },
        positionHistory: { totalCount: 1 },
        stanceCounts: [1, 0, 0, 0, 0].map((count) => ({ count })),
        supporters: { nodes: [{ slug: "stays" }] },
      },
      actor: { positions: { nodes: [{ subject: { slug: "kept" } }] } },
      positionCounts: [{ count: 1 }],
      holders: { totalCount: 0 },
    });
  });
});
