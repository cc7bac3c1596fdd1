import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const [state, cabinet, agency] = [
    await kit.actor({ slug: "state" }),
    await kit.actor({ slug: "cabinet", kind: "GOVERNMENT" }),
    await kit.actor({ slug: "agency", kind: "ORGANIZATION" }),
  ];
  const plan = await kit.proposal({ slug: "plan", kind: "PLAN", sponsors: [agency] });
  const talks = await kit.proposal({ slug: "talks", kind: "CONFERENCE" });
  await kit.policyAction({
    slug: "a-closes",
    title: "Closes the office",
    kind: "CLOSURE",
    announcedOn: "2018-09",
    during: "2018-10/2021-02-01",
    agent: state,
    through: cabinet,
    targets: [agency],
    bearsOn: [{ proposal: plan, bearing: "UNDERMINES" }],
  });
  await kit.policyAction({
    slug: "b-refuses",
    title: "Refuses",
    kind: "REFUSAL",
    summary: "No office for it.",
    during: "2017-12/..",
    agent: agency,
    targets: [state, cabinet],
    bearsOn: [
      { proposal: plan, bearing: "ADVANCES" },
      { proposal: talks, bearing: "ADVANCES" },
    ],
  });
  await kit.policyAction({ slug: "c-undated", title: "Undated", status: "ANNOUNCED", agent: state });
  const hidden = await kit.policyAction({ slug: "d-hidden", agent: state });
  await database.prisma.policyAction.update({ where: { id: hidden.id }, data: retracted });
});

const filters: [where: string, slugs: string[]][] = [
  ['slugs: ["a-closes", "d-hidden"]', ["a-closes"]],
  ["kinds: [CLOSURE, REFUSAL]", ["a-closes", "b-refuses"]],
  ["statuses: [ANNOUNCED]", ["c-undated"]],
  ['agent: { slugs: ["state"] }', ["a-closes", "c-undated"]],
  ['through: { slugs: ["cabinet"] }', ["a-closes"]],
  ['not: { through: { slugs: ["cabinet"] } }', ["b-refuses", "c-undated"]],
  ['agent: { slugs: ["cabinet"] }', []],
  ["target: { kinds: [GOVERNMENT, STATE] }", ["b-refuses"]],
  ['announcedOn: { from: "2018-09-30", to: "2018-10-30" }', ["a-closes"]],
  ['announcedOn: { from: "2018-09-30", match: CERTAIN }', []],
  ['during: { from: "2021-02-02" }', ["b-refuses"]],
  ['during: { from: "2018-10-15", to: "2018-10-16" }', ["a-closes", "b-refuses"]],
  ['during: { from: "2018-10-15", to: "2018-10-16", match: CERTAIN }', ["b-refuses"]],
  ['not: { during: { from: "2021-02-02" } }', ["a-closes", "c-undated"]],
  ["bearsOn: { kinds: [PLAN] }", ["a-closes", "b-refuses"]],
  ['bearsOn: { not: { slugs: ["plan"] } }', ["b-refuses"]],
  ['not: { bearsOn: { slugs: ["plan"] } }', ["c-undated"]],
  ['bearsOn: { sponsor: { slugs: ["agency"] } }, agent: { kinds: [STATE] }', ["a-closes"]],
  ['text: { contains: "OFFICE" }', ["a-closes", "b-refuses"]],
  ['text: { startsWith: "closes" }', ["a-closes"]],
  ["or: [{ statuses: [ANNOUNCED] }, { kinds: [CLOSURE] }]", ["a-closes", "c-undated"]],
  ["or: [{ or: [{ kinds: [CLOSURE] }], statuses: [ANNOUNCED] }]", []],
];

describe("PolicyActionFilter", () => {
  it.each(filters)("%s", async (where, slugs) => {
    const { policyActions } = await answer(
      database,
      `{ policyActions(where: { ${where} }) { totalCount nodes { slug } } }`,
    );
    expect(policyActions.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(slugs);
    expect(policyActions.totalCount).toBe(slugs.length);
  });
});

describe("PolicyActionOrder", () => {
  const orders: [orderBy: string, slugs: string[]][] = [
    ["", ["b-refuses", "a-closes", "c-undated"]],
    ["orderBy: { field: ANNOUNCED_ON, direction: DESC }", ["c-undated", "a-closes", "b-refuses"]],
    ["orderBy: { field: BEGAN }", ["b-refuses", "a-closes", "c-undated"]],
    ["orderBy: { field: TITLE }", ["a-closes", "b-refuses", "c-undated"]],
    ["orderBy: { field: RECORDED_AT, direction: DESC }", ["c-undated", "b-refuses", "a-closes"]],
  ];

  it.each(orders)("%s, whole and page by page from either end", async (orderBy, expected) => {
    const page = async (paging: string) =>
      (
        await answer(
          database,
          `{ policyActions(${orderBy} ${paging}) { nodes { slug } pageInfo { startCursor endCursor } } }`,
        )
      ).policyActions;
    const slugs = (nodes: { slug: string }[]) => nodes.map(({ slug }) => slug);
    const all = await page("first: 5");
    expect(slugs(all.nodes)).toEqual(expected);
    const head = await page("first: 1");
    const rest = await page(`first: 5, after: "${head.pageInfo.endCursor}"`);
    expect(slugs([...head.nodes, ...rest.nodes])).toEqual(expected);
    const tail = await page("last: 1");
    const before = await page(`last: 5, before: "${tail.pageInfo.startCursor}"`);
    expect(slugs([...before.nodes, ...tail.nodes])).toEqual(expected);
  });
});
