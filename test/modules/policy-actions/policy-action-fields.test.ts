import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const [state, cabinet, agency] = [
    await kit.actor({ slug: "state", name: "State" }),
    await kit.actor({ slug: "cabinet", kind: "GOVERNMENT" }),
    await kit.actor({ slug: "agency", kind: "ORGANIZATION" }),
  ];
  const source = await kit.source({ slug: "gazette" });
  const [plan, rival] = [await kit.proposal({ slug: "plan" }), await kit.proposal({ slug: "rival" })];
  const cut = await kit.policyAction({
    slug: "cut",
    title: "Ends its funding",
    kind: "FUNDING_CUT",
    status: "REVERSED",
    summary: "All of it.",
    announcedOn: "2018-08-31",
    during: "2018-08-31/2021",
    agent: state,
    through: cabinet,
    targets: [agency],
    bearsOn: [
      { proposal: rival, bearing: "ADVANCES" },
      { proposal: plan, bearing: "UNDERMINES" },
    ],
    sources: [source],
  });
  await kit.policyAction({
    slug: "restore",
    title: "A second one restores",
    agent: state,
    reverses: [cut],
    targets: [agency],
  });
  await kit.policyAction({
    slug: "raise",
    title: "A first one raises",
    agent: agency,
    reverses: [cut],
    targets: [state],
  });
  const wrong = await kit.policyAction({ slug: "wrong", agent: state, reverses: [cut] });
  await database.prisma.policyAction.update({ where: { id: wrong.id }, data: retracted });
  for (let number = 0; number < 50; number += 1) {
    await kit.policyAction({
      agent: await kit.actor(),
      through: await kit.actor(),
      targets: [agency],
      reverses: [cut],
      bearsOn: [{ proposal: await kit.proposal(), bearing: "ADVANCES" }],
      sources: [source],
    });
  }
});

describe("Query.policyAction", () => {
  it("tells everything on record of a policy action", async () => {
    const { policyAction } = await answer(
      database,
      `{ policyAction(slug: "cut") {
        __typename id slug version title kind status summary announcedOn during
        agent { slug } through { slug } targets { slug } reverses { slug }
        bearsOn { bearing proposal { slug } } sources { slug }
        reversedBy { slug }
      } }`,
    );
    const { reversedBy, ...rest } = policyAction;
    expect(rest).toEqual({
      __typename: "PolicyAction",
      id: expect.stringMatching(/^policy_action_[0-9a-z]{26}$/),
      slug: "cut",
      version: 1,
      title: "Ends its funding",
      kind: "FUNDING_CUT",
      status: "REVERSED",
      summary: "All of it.",
      announcedOn: "2018-08-31",
      during: "2018-08-31/2021",
      agent: { slug: "state" },
      through: { slug: "cabinet" },
      targets: [{ slug: "agency" }],
      reverses: [],
      bearsOn: [
        { bearing: "ADVANCES", proposal: { slug: "rival" } },
        { bearing: "UNDERMINES", proposal: { slug: "plan" } },
      ],
      sources: [{ slug: "gazette" }],
    });
    expect(reversedBy.slice(0, 2)).toEqual([{ slug: "raise" }, { slug: "restore" }]);
    expect(reversedBy).toHaveLength(52);
    expect(reversedBy).not.toContainEqual({ slug: "wrong" });
  });

  it("leaves empty what is not on record", async () => {
    const { policyAction } = await answer(
      database,
      `{ policyAction(slug: "restore") {
        summary announcedOn during through { slug } reverses { slug } bearsOn { bearing } sources { slug }
      } }`,
    );
    expect(policyAction).toEqual({
      ...{ summary: null, announcedOn: null, during: null, through: null },
      ...{ reverses: [{ slug: "cut" }], bearsOn: [], sources: [] },
    });
  });

  it.each(["no-such-action", "wrong", "plan"])("is null for %s", async (slug) => {
    expect(await answer(database, `{ policyAction(slug: "${slug}") { id } }`)).toEqual({ policyAction: null });
  });
});

describe("Actor.policyActions", () => {
  it.each([
    ["state", "", ["cut", "raise", "restore"]],
    ["state", "(role: AGENT)", ["cut", "restore"]],
    ["state", "(role: TARGET)", ["raise"]],
    ["cabinet", "(role: AGENT)", ["cut"]],
    ["cabinet", "(role: TARGET)", []],
    ["agency", '(role: TARGET, where: { agent: { slugs: ["state"] } })', ["cut", "restore"]],
    ["agency", "(role: AGENT)", ["raise"]],
  ])("of %s %s", async (slug, args, expected) => {
    const { actor } = await answer(
      database,
      `{ actor(slug: "${slug}") { policyActions${args} { totalCount nodes { slug } } } }`,
    );
    expect(actor.policyActions.nodes.map((node: { slug: string }) => node.slug).sort()).toEqual(expected);
    expect(actor.policyActions.totalCount).toBe(expected.length);
  });
});

describe("Proposal.policyActions", () => {
  it.each([
    ["plan", "", ["cut"]],
    ["plan", "(bearing: UNDERMINES)", ["cut"]],
    ["plan", "(bearing: ADVANCES)", []],
    ["rival", "(bearing: ADVANCES, where: { statuses: [ANNOUNCED] })", []],
  ])("of %s %s", async (slug, args, expected) => {
    const { proposal } = await answer(
      database,
      `{ proposal(slug: "${slug}") { policyActions${args} { nodes { slug } } } }`,
    );
    expect(proposal.policyActions.nodes.map((node: { slug: string }) => node.slug)).toEqual(expected);
  });
});

describe("the statements of nested fields", () => {
  it.each([
    "agent { name }",
    "through { name }",
    "targets { name }",
    "reverses { title }",
    "reversedBy { title }",
    "bearsOn { bearing proposal { title } }",
    "sources { title }",
  ])("%s takes one for one policy action and for fifty", async (field) => {
    const one = await ask(database, `{ policyActions(where: { slugs: ["cut"] }) { nodes { ${field} } } }`);
    const many = await ask(database, `{ policyActions(last: 50) { nodes { ${field} } } }`);
    expect([one.errors, many.errors]).toEqual([undefined, undefined]);
    expect(many.data.policyActions.nodes).toHaveLength(50);
    expect([one.statements.length, many.statements.length]).toEqual([1, 1]);
  });

  it.each([
    ["actors", "state"],
    ["proposals", "plan"],
  ])("%s take one for their policy actions with counts, whether one or fifty", async (list, slug) => {
    const fields = "policyActions(first: 2) { totalCount nodes { title } }";
    const one = await ask(database, `{ ${list}(where: { slugs: ["${slug}"] }) { nodes { ${fields} } } }`);
    const many = await ask(database, `{ ${list}(first: 50) { nodes { ${fields} } } }`);
    expect([one.errors, many.errors]).toEqual([undefined, undefined]);
    expect(many.data[list].nodes).toHaveLength(50);
    expect([one.statements.length, many.statements.length]).toEqual([1, 1]);
  });
});
