import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { positionKit } from "./position-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const group = await kit.actor({ slug: "group", kind: "COALITION" });
  const [egypt, israel, jordan, russia] = [
    await kit.actor({ slug: "egypt", name: "Egypt" }),
    await kit.actor({ slug: "israel", name: "Israel" }),
    await kit.actor({ slug: "jordan", name: "Jordan" }),
    await kit.actor({ slug: "russia", name: "Russia" }),
  ];
  await kit.affiliation({ member: russia, organization: group, kind: "MEMBERSHIP", during: "2002/.." });
  await kit.affiliation({ member: egypt, organization: group, kind: "MEMBERSHIP", during: "1990/2010" });
  const conference = await kit.proposal({
    slug: "conference",
    participants: [
      { actor: egypt, role: "INVITED" },
      { actor: jordan, role: "INVITED" },
      { actor: israel, role: "PARTY" },
      { actor: russia, role: "MEDIATOR" },
    ],
  });
  const mediation = await kit.proposal({ slug: "mediation" });
  const closure = await kit.policyAction({ slug: "closure", agent: israel });
  await kit.position({ holder: egypt, proposal: conference, stance: "SUPPORTS", since: "2020-01-01" });
  await kit.position({
    holder: russia,
    proposal: conference,
    stance: "SUPPORTS",
    basis: "SPONSORSHIP",
    since: "2005-01-01",
  });
  await kit.position({ holder: israel, proposal: conference, stance: "OPPOSES", since: "2020-01-01" });
  await kit.position({ holder: russia, proposal: mediation, stance: "OPPOSES", since: "2020-01-01" });
  await kit.position({ holder: egypt, policyAction: closure, stance: "OPPOSES", since: "2020-01-01" });
});

const find = async (where: object | null, asOf?: string): Promise<string[]> => {
  const query = /* GraphQL */ `
    query ($where: HolderFilter, $asOf: Date) { holders(where: $where, asOf: $asOf) { totalCount nodes { slug } } }
  `;
  const { holders } = await answer(database, query, { where, asOf });
  expect(holders.totalCount).toBe(holders.nodes.length);
  return holders.nodes.map(({ slug }: { slug: string }) => slug);
};

describe("holders", () => {
  it.each<[string, object, string[]]>([
    [
      "who support one thing and oppose another",
      {
        all: [
          { subject: "conference", stances: ["SUPPORTS"] },
          { subject: "mediation", stances: ["OPPOSES"] },
        ],
      },
      ["russia"],
    ],
    ["who hold any of several", { any: [{ subject: "closure" }, { subject: "mediation" }] }, ["egypt", "russia"]],
    ["who hold something on a basis", { any: [{ subject: "conference", bases: ["SPONSORSHIP"] }] }, ["russia"]],
    [
      "who were invited and are silent",
      { participantIn: "conference", participantRoles: ["INVITED"], none: [{ subject: "conference" }] },
      ["jordan"],
    ],
    [
      "who take part in any role",
      { participantIn: "conference", none: [{ subject: "conference", stances: ["SUPPORTS"] }] },
      ["israel", "jordan"],
    ],
    ["who match a filter", { actor: { name: { startsWith: "is" } }, any: [{ subject: "conference" }] }, ["israel"]],
  ])("finds those %s", async (_name, where, expected) => {
    expect(await find(where)).toEqual(expected);
  });

  it("finds every actor where the filter says nothing", async () => {
    const all = await find(null);
    expect(all.length).toBeGreaterThan(4);
    for (const where of [{}, { participantRoles: ["INVITED"] }, { actor: { not: {} } }])
      expect(await find(where)).toEqual(all);
  });

  it("finds what was held on a day, and who was a member then", async () => {
    const where = { actor: { memberOf: "group" }, any: [{ subject: "conference" }] };
    expect(await find(where)).toEqual(["russia"]);
    expect(await find(where, "2006-01-01")).toEqual(["russia"]);
    expect(await find({ actor: { memberOf: "group" }, none: [{ subject: "conference" }] }, "2006-01-01")).toEqual([
      "egypt",
    ]);
    expect(await find(where, "2004-12-31")).toEqual([]);
  });

  it.each([
    ["where.all[0].subject", { all: [{ subject: "unknown" }] }],
    ["where.participantIn", { participantIn: "unknown" }],
    ["where.all[0].subject", { all: [{ subject: "Not a slug" }] }],
    ["where.participantIn", { participantIn: "Not a slug" }],
    ["where.any", { any: [] }],
  ])("refuses a %s that could mean anything: %j", async (path, where) => {
    const query = "query ($where: HolderFilter) { holders(where: $where) { totalCount } }";
    const { errors } = await ask(database, query, { where });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path }] } }]);
  });
});

describe("supporters", () => {
  const query = /* GraphQL */ `
    query ($asOf: Date) {
      proposal(slug: "conference") {
        supporters(asOf: $asOf, where: { memberOf: "group" }) { totalCount nodes { slug } }
        all: supporters(asOf: $asOf, orderBy: { field: NAME, direction: DESC }, first: 1) {
          totalCount nodes { slug } pageInfo { hasNextPage }
        }
        stanceCounts(asOf: $asOf, where: { holder: { memberOf: "group" } }) { stance count }
      }
      policyAction(slug: "closure") { opponents { nodes { slug } } supporters { totalCount } }
    }
  `;

  it("are narrowed by what they were members of on the day", async () => {
    const now = await answer(database, query);
    expect(now.proposal.supporters).toEqual({ totalCount: 1, nodes: [{ slug: "russia" }] });
    expect(now.proposal.all).toEqual({ totalCount: 2, nodes: [{ slug: "russia" }], pageInfo: { hasNextPage: true } });
    expect(now.proposal.stanceCounts).toContainEqual({ stance: "SUPPORTS", count: 1 });
    expect(now.policyAction).toEqual({ opponents: { nodes: [{ slug: "egypt" }] }, supporters: { totalCount: 0 } });

    const then = await answer(database, query, {}, { asOf: "2004-01-01" });
    expect(then.proposal.supporters).toEqual({ totalCount: 0, nodes: [] });
    expect(then.proposal.stanceCounts).toEqual(
      ["SUPPORTS", "CONDITIONALLY_SUPPORTS", "UNDECIDED", "ABSTAINS", "OPPOSES"].map((stance) => ({
        stance,
        count: 0,
      })),
    );
  });
});
