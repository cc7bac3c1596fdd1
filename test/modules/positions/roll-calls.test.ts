import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted } from "../../support/seed-kit.js";
import { positionKit } from "./position-kit.js";

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const [council, assembly] = [await kit.actor({ slug: "council" }), await kit.actor({ slug: "assembly" })];
  const record = await kit.source({ slug: "record" });
  const meeting = await kit.meeting({ slug: "sitting", body: council });
  const whole = await kit.proposal({ slug: "whole", kind: "RESOLUTION" });
  const part = await kit.proposal({ slug: "part", kind: "PARAGRAPH" });
  const counted = await kit.rollCall({
    ...{ slug: "counted", proposal: whole, body: council, meeting, heldOn: "2016-12-23", session: 71, number: 12 },
    ...{ statedYes: 14, statedNo: 0, statedAbstain: 1, countedAbsent: 2, note: "A note.", sources: [record] },
  });
  await kit.rollCall({ slug: "silent", proposal: part, body: assembly, heldOn: "1974-11", session: 29 });
  const wrong = await kit.rollCall({ slug: "wrong", proposal: whole, body: council });
  await database.prisma.rollCall.update({ where: { id: wrong.id }, data: retracted });
  const basis = "VOTE" as const;
  for (const stance of ["SUPPORTS", "SUPPORTS", "SUPPORTS", "OPPOSES", "ABSTAINS", "ABSTAINS"] as const) {
    await kit.position({ holder: await kit.actor(), proposal: whole, stance, basis, evidence: { rollCall: counted } });
  }
});

it("tells what was voted on, where, when and with what result", async () => {
  const query = /* GraphQL */ `
    {
      rollCall(slug: "counted") {
        slug version heldOn session number note
        proposal { slug } body { slug } meeting { slug } sources { slug }
        tally { stated { yes no abstain absent } counted { yes no abstain absent } }
        positions { totalCount }
      }
      silent: rollCall(slug: "silent") {
        heldOn number meeting { slug }
        tally { stated { yes } counted { yes no abstain absent } }
      }
      wrong: rollCall(slug: "wrong") { slug }
    }
  `;
  expect(await answer(database, query)).toEqual({
    rollCall: {
      ...{ slug: "counted", heldOn: "2016-12-23", session: 71, number: 12, note: "A note." },
      version: expect.any(Number),
      ...{
        proposal: { slug: "whole" },
        body: { slug: "council" },
        meeting: { slug: "sitting" },
        sources: [{ slug: "record" }],
      },
      tally: {
        stated: { yes: 14, no: 0, abstain: 1, absent: null },
        counted: { yes: 3, no: 1, abstain: 2, absent: 2 },
      },
      positions: { totalCount: 6 },
    },
    silent: {
      ...{ heldOn: "1974-11", number: null, meeting: null },
      tally: { stated: null, counted: { yes: 0, no: 0, abstain: 0, absent: null } },
    },
    wrong: null,
  });
});

it("is found from its proposal and its meeting", async () => {
  const query = /* GraphQL */ `
    {
      proposal(slug: "whole") { rollCalls { totalCount nodes { slug } } }
      meeting(slug: "sitting") { rollCalls(where: { session: 71 }) { nodes { slug } } }
    }
  `;
  expect(await answer(database, query)).toEqual({
    proposal: { rollCalls: { totalCount: 1, nodes: [{ slug: "counted" }] } },
    meeting: { rollCalls: { nodes: [{ slug: "counted" }] } },
  });
});

describe("rollCalls", () => {
  it.each<[string, object, string[]]>([
    ["slugs", { slugs: ["silent"] }, ["silent"]],
    ["proposal", { proposal: { kinds: ["PARAGRAPH"] } }, ["silent"]],
    ["body", { body: "council" }, ["counted"]],
    ["session", { session: 29 }, ["silent"]],
    ["the day, possibly", { heldOn: { from: "1974-11-20", to: "1974-12-31" } }, ["silent"]],
    ["the day, certainly", { heldOn: { from: "1974-11-20", to: "1974-12-31", match: "CERTAIN" } }, []],
    ["or", { or: [{ session: 29 }, { body: "council" }] }, ["silent", "counted"]],
    ["not", { not: { body: "council" } }, ["silent"]],
  ])("can be narrowed by %s", async (_name, where, expected) => {
    const query = "query ($where: RollCallFilter) { rollCalls(where: $where) { nodes { slug } } }";
    const { rollCalls } = await answer(database, query, { where });
    expect(rollCalls.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(expected);
  });
});
