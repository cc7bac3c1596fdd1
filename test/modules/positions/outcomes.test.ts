import { beforeAll, expect, test } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { momentOf } from "../../known/random-history.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted } from "../../support/seed-kit.js";
import { positionKit } from "./position-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const body = await kit.actor({ slug: "council" });
  const proposal = (status: "ADOPTED" | "REJECTED" | "PROPOSED") => kit.proposal({ status });
  const stated = (statedYes: number, statedNo: number) => ({ body, statedYes, statedNo });

  await kit.rollCall({ slug: "vetoed", proposal: await proposal("REJECTED"), ...stated(14, 1), outcome: "VETOED" });
  await kit.rollCall({ slug: "adopted", proposal: await proposal("ADOPTED"), ...stated(9, 1) });
  await kit.rollCall({ slug: "too-few", proposal: await proposal("REJECTED"), ...stated(60, 50) });
  await kit.rollCall({ slug: "by-casting-vote", proposal: await proposal("ADOPTED"), ...stated(50, 50) });
  await kit.rollCall({ slug: "voted-down", proposal: await proposal("PROPOSED"), ...stated(3, 4) });
  await kit.rollCall({ slug: "unsure", proposal: await proposal("PROPOSED"), ...stated(4, 3) });
  await kit.rollCall({ slug: "tied", proposal: await proposal("PROPOSED"), ...stated(4, 4) });
  const twice = await proposal("ADOPTED");
  await kit.rollCall({ slug: "first-reading", proposal: twice, ...stated(1, 5) });
  await kit.rollCall({ slug: "second-reading", proposal: twice, ...stated(5, 1) });
  const corrected = await proposal("ADOPTED");
  await kit.rollCall({ slug: "right", proposal: corrected, ...stated(7, 1) });
  const wrong = await kit.rollCall({ slug: "wrong", proposal: corrected, ...stated(1, 7) });
  await database.prisma.rollCall.update({ where: { id: wrong.id }, data: retracted });
});

test.each([
  ["vetoed", "VETOED", "RECORDED"],
  ["adopted", "ADOPTED", "STATUS"],
  ["too-few", "REJECTED", "STATUS"],
  ["by-casting-vote", "ADOPTED", "STATUS"],
  ["voted-down", "REJECTED", "VOTES"],
  ["unsure", null, null],
  ["tied", null, null],
  ["first-reading", "REJECTED", "VOTES"],
  ["second-reading", null, null],
  ["right", "ADOPTED", "STATUS"],
])("%s: %s by %s", async (slug, outcome, outcomeBasis) => {
  const { rollCall } = await answer(database, `{ rollCall(slug: "${slug}") { outcome outcomeBasis } }`);
  expect(rollCall).toEqual({ outcome, outcomeBasis });
});

const slugsOf = async (where: string): Promise<string[]> => {
  const { rollCalls } = await answer(database, `{ rollCalls(where: ${where}) { nodes { slug } } }`);
  return rollCalls.nodes.map(({ slug }: { slug: string }) => slug).sort();
};

test("roll calls and proposals are filtered by outcome", async () => {
  expect(await slugsOf("{ outcomes: [VETOED] }")).toEqual(["vetoed"]);
  expect(await slugsOf("{ outcomes: [REJECTED], majorities: [FOR] }")).toEqual(["too-few"]);
  expect(await slugsOf("{ not: { outcomes: [ADOPTED, REJECTED, VETOED] } }")).toEqual([
    "second-reading",
    "tied",
    "unsure",
  ]);
  const { proposals } = await answer(
    database,
    "{ proposals(where: { vote: { outcomes: [VETOED] } }) { nodes { rollCalls { nodes { slug } } } } }",
  );
  expect(proposals.nodes).toEqual([{ rollCalls: { nodes: [{ slug: "vetoed" }] } }]);
});

test("an outcome is known from the moment at which it was recorded", async () => {
  const before = await momentOf(database);
  await database.prisma.rollCall.update({ where: { slug: "unsure" }, data: { outcome: "ADOPTED" } });
  const { now, then } = await answer(
    database,
    `{ now: rollCall(slug: "unsure") { outcome } then: rollCall(slug: "unsure", knownAt: "${before}") { outcome } }`,
  );
  expect([now, then]).toEqual([{ outcome: "ADOPTED" }, { outcome: null }]);
});
