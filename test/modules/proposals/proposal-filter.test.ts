import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted, seedKit } from "../../support/seed-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = seedKit(database);
  const [union, france, poland, gone] = [
    await kit.actor({ slug: "union", kind: "INTERNATIONAL_ORGANIZATION" }),
    await kit.actor({ slug: "france", name: "France" }),
    await kit.actor({ slug: "poland", name: "Poland" }),
    await kit.actor({ slug: "gone" }),
  ];
  await kit.affiliation({ member: france, organization: union, kind: "MEMBERSHIP", during: "1958/.." });
  await kit.affiliation({ member: poland, organization: union, kind: "MEMBERSHIP", during: "2004-05-01/.." });
  const [climate, old] = [await kit.topic({ slug: "climate" }), await kit.topic({ slug: "old" })];
  await kit.proposal({
    slug: "a-tax",
    title: "A tax on carbon",
    kind: "PLAN",
    status: "ADOPTED",
    summary: "Émissions are 100% priced.",
    proposedOn: "2021-02",
    timeframe: "2022/2030",
    sponsors: [france],
    topics: [climate],
  });
  await kit.proposal({
    slug: "b-fund",
    title: "A fund",
    kind: "MECHANISM",
    proposedOn: "2021-02-10",
    timeframe: "2030/..",
    sponsors: [poland, gone],
    participants: [{ actor: france, role: "HOST" }],
    topics: [climate, old],
  });
  await kit.proposal({ slug: "c-undated", title: "Undated", kind: "CONFERENCE", topics: [old] });
  const hidden = await kit.proposal({ slug: "d-hidden", sponsors: [france], topics: [climate] });
  await database.prisma.proposal.update({ where: { id: hidden.id }, data: retracted });
  await database.prisma.actor.update({ where: { id: gone.id }, data: retracted });
  await database.prisma.topic.update({ where: { id: old.id }, data: retracted });
});

const all = ["a-tax", "b-fund", "c-undated"];
const filters: [where: string, slugs: string[]][] = [
  ['slugs: ["b-fund", "d-hidden"]', ["b-fund"]],
  ["kinds: [PLAN, CONFERENCE]", ["a-tax", "c-undated"]],
  ["statuses: [ADOPTED]", ["a-tax"]],
  ['topics: ["climate"]', ["a-tax", "b-fund"]],
  ['topics: ["old"]', []],
  ['sponsor: { slugs: ["france"] }', ["a-tax"]],
  ['sponsor: { slugs: ["gone"] }', []],
  ['sponsor: { memberOf: "union", memberAt: "2000-01-01" }', ["a-tax"]],
  ['sponsor: { memberOf: "union" }', ["a-tax", "b-fund"]],
  ['sponsor: { not: { slugs: ["france"] } }', ["b-fund"]],
  ['not: { sponsor: { slugs: ["france"] } }', ["b-fund", "c-undated"]],
  ['participant: { slugs: ["france"] }', ["b-fund"]],
  ['participant: { slugs: ["poland"] }', []],
  ['proposedOn: { from: "2021-02-20" }', ["a-tax"]],
  ['proposedOn: { from: "2021-02-01", to: "2021-02-28", match: CERTAIN }', ["a-tax", "b-fund"]],
  ['proposedOn: { from: "2021-02-02", match: CERTAIN }', ["b-fund"]],
  ['not: { proposedOn: { from: "2021-02-20" } }', ["b-fund", "c-undated"]],
  ['timeframe: { from: "2025-06-01", to: "2025-06-02" }', ["a-tax"]],
  ['timeframe: { from: "2030-01-01" }', ["a-tax", "b-fund"]],
  ['timeframe: { to: "2021-12-31" }', []],
  ['timeframe: { from: "2029-01-01", to: "2029-01-02", match: CERTAIN }', ["a-tax"]],
  ['text: { contains: "CARBON" }', ["a-tax"]],
  ['text: { contains: "emissions" }', ["a-tax"]],
  ['text: { contains: "100%" }', ["a-tax"]],
  ['text: { contains: "1%d" }', []],
  ['text: { contains: "_" }', []],
  ['text: { startsWith: "a " }', ["a-tax", "b-fund"]],
  ['text: { startsWith: "a", contains: "fund" }', ["b-fund"]],
  ['text: { startsWith: "A tax", contains: "priced" }', []],
  ['text: { equals: "undated" }', ["c-undated"]],
  ['not: { text: { contains: "priced" } }', ["b-fund", "c-undated"]],
  ['or: [{ kinds: [CONFERENCE] }, { slugs: ["a-tax"] }]', ["a-tax", "c-undated"]],
  ['kinds: [PLAN], or: [{ kinds: [CONFERENCE] }, { slugs: ["a-tax"] }]', ["a-tax"]],
  ["not: { not: { kinds: [PLAN] } }", ["a-tax"]],
  ["kinds: [PLAN], statuses: [PROPOSED]", []],
  ["kinds: null, statuses: [ADOPTED]", ["a-tax"]],
  ["", all],
  ["text: {}, sponsor: {}, participant: { name: { contains: null } }, timeframe: { match: CERTAIN }", all],
  ["not: {}", all],
  ["not: { or: [{}, { sponsor: {} }] }", all],
  ["or: null, not: null", all],
  ["or: [{}]", all],
  ["or: [{ kinds: [PLAN] }, {}]", ["a-tax"]],
  ["sponsor: { not: {}, or: [{ memberOf: null }] }, kinds: [PLAN]", ["a-tax"]],
];

describe("ProposalFilter", () => {
  it.each(filters)("%s", async (where, slugs) => {
    const { proposals } = await answer(
      database,
      `{ proposals(where: { ${where} }, orderBy: { field: TITLE }) { totalCount nodes { slug } } }`,
    );
    expect(proposals.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(slugs);
    expect(proposals.totalCount).toBe(slugs.length);
  });

  it("asks for members as of the day of the request", async () => {
    const question = `{ proposals(where: { sponsor: { memberOf: "union" } }) { nodes { slug } } }`;
    const { proposals } = await answer(database, question, {}, { asOf: "2003-01-01" });
    expect(proposals.nodes).toEqual([{ slug: "a-tax" }]);
  });

  it.each([
    ["{ slugs: [] }", "where.slugs"],
    ["{ or: [] }", "where.or"],
    ['{ slugs: ["b-fund", "no-such"] }', "where.slugs[1]"],
    ['{ not: { sponsor: { memberOf: "no-such" } } }', "where.not.sponsor.memberOf"],
    ['{ topics: ["old", "a-tax"] }', "where.topics[1]"],
    ['{ slugs: ["Not a slug"] }', "where.slugs[0]"],
    ['{ topics: ["Not a slug"] }', "where.topics[0]"],
  ])("refuses %s", async (where, path) => {
    const { errors } = await ask(database, `{ proposals(where: ${where}) { nodes { slug } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });
});
