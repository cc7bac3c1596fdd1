import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted } from "../../support/seed-kit.js";
import { positionKit } from "./position-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const [water, peace, gone] = [
    await kit.topic({ slug: "water", name: "Water" }),
    await kit.topic({ slug: "peace", name: "Peace" }),
    await kit.topic({ slug: "gone" }),
  ];
  await database.prisma.topic.update({ where: { id: gone.id }, data: retracted });
  const [chad, mali] = [
    await kit.actor({ slug: "chad", name: "Chad" }),
    await kit.actor({ slug: "mali", name: "Mali" }),
  ];
  const union = await kit.actor({ slug: "union", name: "Union", kind: "INTERNATIONAL_ORGANIZATION" });
  const treaty = await kit.proposal({ slug: "treaty", title: "Treaty", topics: [water, peace] });
  const plan = await kit.proposal({ slug: "plan", title: "Plan", topics: [gone] });
  const dam = await kit.policyAction({ slug: "dam", title: "Dam", agent: chad });
  await kit.position({ holder: chad, proposal: treaty, stance: "SUPPORTS", basis: "VOTE", since: "2020-12-31" });
  await kit.position({ holder: mali, proposal: treaty, stance: "SUPPORTS", basis: "VOTE", since: "2021-01" });
  await kit.position({ holder: union, proposal: treaty, stance: "OPPOSES", since: "2021" });
  await kit.position({ holder: chad, proposal: plan, stance: "UNDECIDED", since: "2020-24" });
  await kit.position({ holder: mali, policyAction: dam, stance: "OPPOSES", since: "2021-01-15" });
  await kit.position({ holder: mali, policyAction: dam, stance: "SUPPORTS", since: "2001" });
});

const count = async (groupBy: string[], where?: object, asOf?: string): Promise<unknown[][]> => {
  const query = /* GraphQL */ `
    query ($groupBy: [PositionGroup!]!, $where: PositionFilter, $asOf: Date) {
      positionCounts(groupBy: $groupBy, where: $where, asOf: $asOf) {
        stance basis holder { slug } holderKind
        subject { ... on Proposal { slug } ... on PolicyAction { slug } }
        topic { slug } year month count
      }
    }
  `;
  const { positionCounts } = await answer(database, query, { groupBy, where, asOf });
  const fields: Record<string, string> = { HOLDER_KIND: "holderKind" };
  return positionCounts.map((row: Record<string, { slug?: string } | string | null>) => [
    ...groupBy.map((group) => {
      const value = row[fields[group] ?? group.toLowerCase()];
      return typeof value === "object" ? (value?.slug ?? null) : value;
    }),
    row.count,
  ]);
};

describe("positionCounts", () => {
  it.each<[string[], unknown[][]]>([
    [[], [[5]]],
    [
      ["STANCE"],
      [
        ["SUPPORTS", 2],
        ["UNDECIDED", 1],
        ["OPPOSES", 2],
      ],
    ],
    [
      ["BASIS"],
      [
        ["STATEMENT", 3],
        ["VOTE", 2],
      ],
    ],
    [
      ["HOLDER"],
      [
        ["chad", 2],
        ["mali", 2],
        ["union", 1],
      ],
    ],
    [
      ["HOLDER_KIND"],
      [
        ["STATE", 4],
        ["INTERNATIONAL_ORGANIZATION", 1],
      ],
    ],
    [
      ["SUBJECT"],
      [
        ["dam", 1],
        ["plan", 1],
        ["treaty", 3],
      ],
    ],
    [
      ["TOPIC"],
      [
        ["peace", 3],
        ["water", 3],
        [null, 2],
      ],
    ],
    [
      ["YEAR"],
      [
        [2020, 1],
        [2021, 3],
        [null, 1],
      ],
    ],
    [
      ["MONTH"],
      [
        ["2020-12", 1],
        ["2021-01", 2],
        [null, 2],
      ],
    ],
    [
      ["SUBJECT", "STANCE"],
      [
        ["dam", "OPPOSES", 1],
        ["plan", "UNDECIDED", 1],
        ["treaty", "SUPPORTS", 2],
        ["treaty", "OPPOSES", 1],
      ],
    ],
    [
      ["STANCE", "SUBJECT", "STANCE"],
      [
        ["SUPPORTS", "treaty", "SUPPORTS", 2],
        ["UNDECIDED", "plan", "UNDECIDED", 1],
        ["OPPOSES", "dam", "OPPOSES", 1],
        ["OPPOSES", "treaty", "OPPOSES", 1],
      ],
    ],
    [
      ["YEAR", "MONTH"],
      [
        [2020, "2020-12", 1],
        [2021, "2021-01", 2],
        [2021, null, 1],
        [null, null, 1],
      ],
    ],
  ])("counts by %j", async (groupBy, expected) => {
    expect(await count(groupBy)).toEqual(expected);
  });

  it("counts what a filter leaves, as of a day", async () => {
    expect(await count(["STANCE"], { subject: { slugs: ["dam"] } })).toEqual([["OPPOSES", 1]]);
    expect(await count(["STANCE"], { subject: { slugs: ["dam"] } }, "2010-01-01")).toEqual([["SUPPORTS", 1]]);
    expect(await count([], { bases: ["ADOPTION"] })).toEqual([[0]]);
    expect(await count(["STANCE"], { bases: ["ADOPTION"] })).toEqual([]);
  });

  it("leaves out what is not grouped by", async () => {
    const query = `{ positionCounts(groupBy: [STANCE], where: { stances: [UNDECIDED] }) {
      stance basis holder { slug } holderKind subject { __typename } topic { slug } year month count } }`;
    const nothing = {
      basis: null,
      holder: null,
      holderKind: null,
      subject: null,
      topic: null,
      year: null,
      month: null,
    };
    expect((await answer(database, query)).positionCounts).toEqual([{ stance: "UNDECIDED", ...nothing, count: 1 }]);
  });

  it("takes one statement", async () => {
    const query = `{ positionCounts(groupBy: [HOLDER, SUBJECT, TOPIC]) {
      holder { name } subject { ... on Proposal { title } ... on PolicyAction { title } } topic { name } count } }`;
    expect((await ask(database, query)).statements).toHaveLength(1);
    expect((await ask(database, "{ positionCounts(groupBy: [HOLDER]) { count } }")).statements).toHaveLength(1);
  });

  it("refuses more than 10,000 counts", async () => {
    const slugs = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}-${index}`);
    const { prisma } = database;
    await prisma.proposal.createMany({
      data: slugs("many", 101).map((slug) => ({ slug, title: slug, kind: "PLAN", status: "PROPOSED" })),
    });
    await prisma.actor.createMany({ data: slugs("crowd", 100).map((slug) => ({ slug, name: slug, kind: "STATE" })) });
    await prisma.$executeRaw`
      insert into "Position" ("id", "holderId", "proposalId", "subjectId", "stance", "basis", "since", "sinceEarliest", "sinceLatest")
      select gen_random_uuid(), actor."id", proposal."id", proposal."id", 'SUPPORTS', 'VOTE', '2021-01-26', '2021-01-26', '2021-01-26'
      from "Actor" actor cross join "Proposal" proposal where actor."slug" like 'crowd-%' and proposal."slug" like 'many-%'`;
    const where = { holder: { name: { startsWith: "crowd" } } };
    const query = /* GraphQL */ `
      query ($groupBy: [PositionGroup!]!, $where: PositionFilter) {
        positionCounts(groupBy: $groupBy, where: $where) { count }
      }
    `;
    const { errors } = await ask(database, query, { groupBy: ["HOLDER", "SUBJECT"], where });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "groupBy" }] } }]);
    expect((await answer(database, query, { groupBy: ["HOLDER"], where })).positionCounts).toHaveLength(100);
  });
});
