import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { Stance } from "../../../src/db/generated/enums.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { positionKit } from "./position-kit.js";

let database: Database;
let kit: ReturnType<typeof positionKit>;

beforeAll(async () => {
  database = await testDatabase();
  kit = positionKit(database);
});

interface Case {
  name: string;
  /** In the order of their recording, a day apart, unless said otherwise. */
  held: { since: string; stance: Stance; recordedAt?: string; retracted?: boolean }[];
  /** What stands on each day; "now" without a day. */
  expected: Record<string, Stance | null>;
}

const cases: Case[] = [
  { name: "nothing", held: [], expected: { now: null, "2021-01-01": null } },
  {
    name: "one position, from its day on",
    held: [{ since: "2021-01-26", stance: "SUPPORTS" }],
    expected: { "2021-01-25": null, "2021-01-26": "SUPPORTS", "2030-01-01": "SUPPORTS", now: "SUPPORTS" },
  },
  {
    name: "the later of two, whichever was recorded first",
    held: [
      { since: "2020-06-01", stance: "OPPOSES" },
      { since: "2010-06-01", stance: "SUPPORTS" },
    ],
    expected: {
      "2010-05-31": null,
      "2015-01-01": "SUPPORTS",
      "2020-05-31": "SUPPORTS",
      "2020-06-01": "OPPOSES",
      now: "OPPOSES",
    },
  },
  {
    name: "an imprecise date counts from its latest day: only then it was certainly held",
    held: [
      { since: "2017", stance: "SUPPORTS" },
      { since: "2017-06", stance: "OPPOSES" },
      { since: "2018-21", stance: "UNDECIDED" },
    ],
    expected: {
      "2017-06-29": null,
      "2017-06-30": "OPPOSES",
      "2017-12-30": "OPPOSES",
      "2017-12-31": "SUPPORTS",
      "2018-03-01": "SUPPORTS",
      now: "UNDECIDED",
    },
  },
  {
    name: "on one day, the one that was recorded last",
    held: [
      { since: "2021-01-26", stance: "SUPPORTS", recordedAt: "2021-03-02T00:00:00Z" },
      { since: "2021-01-26", stance: "OPPOSES", recordedAt: "2021-03-01T00:00:00Z" },
    ],
    expected: { "2021-01-25": null, "2021-01-26": "SUPPORTS", now: "SUPPORTS" },
  },
  {
    name: "recorded at once, exactly one of them",
    held: [
      { since: "2021-01-26", stance: "SUPPORTS", recordedAt: "2021-03-01T00:00:00Z" },
      { since: "2021-01", stance: "SUPPORTS", recordedAt: "2021-03-01T00:00:00Z" },
      { since: "2021-01-31", stance: "SUPPORTS", recordedAt: "2021-03-01T00:00:00Z" },
    ],
    expected: { "2021-01-26": "SUPPORTS", "2021-01-31": "SUPPORTS", now: "SUPPORTS" },
  },
  {
    name: "a retracted position never stands, and what it had replaced stands on",
    held: [
      { since: "2010-01-01", stance: "SUPPORTS" },
      { since: "2015-01-01", stance: "OPPOSES", retracted: true },
      { since: "2020-01-01", stance: "ABSTAINS", retracted: true },
    ],
    expected: { "2014-01-01": "SUPPORTS", "2016-01-01": "SUPPORTS", "2021-01-01": "SUPPORTS", now: "SUPPORTS" },
  },
  {
    name: "retracted alone",
    held: [{ since: "2010-01-01", stance: "SUPPORTS", retracted: true }],
    expected: { "2014-01-01": null, now: null },
  },
];

const query = /* GraphQL */ `
  query ($slug: String!, $asOf: Date, $stances: [Stance!]!) {
    proposal(slug: $slug) {
      positions(asOf: $asOf) { totalCount nodes { stance } }
      filtered: positions(asOf: $asOf, where: { stances: $stances }) { totalCount }
      stanceCounts(asOf: $asOf) { stance count }
      supporters(asOf: $asOf) { totalCount }
      opponents(asOf: $asOf) { totalCount }
      positionHistory { totalCount }
    }
  }
`;

/** What the question tells of a proposal on which one actor's standing position is this, of `recorded` ones. */
function told(stance: Stance | null, recorded: number) {
  const count = (holds: boolean) => ({ totalCount: holds ? 1 : 0 });
  const held = stance !== null;
  return {
    positions: { ...count(held), nodes: held ? [{ stance }] : [] },
    filtered: count(held),
    stanceCounts: Object.values(Stance).map((each) => ({ stance: each, count: each === stance ? 1 : 0 })),
    supporters: count(stance === "SUPPORTS"),
    opponents: count(stance === "OPPOSES"),
    positionHistory: { totalCount: recorded },
  };
}

describe("the standing position", () => {
  it.each(cases)("is right for: $name", async ({ held, expected }) => {
    const [holder, proposal] = [await kit.actor(), await kit.proposal()];
    const positions = held.map((position, index) => ({ recordedAt: `2021-03-0${index + 1}T00:00:00Z`, ...position }));
    for (const position of positions) await kit.position({ ...position, holder, proposal });
    const recorded = held.filter((position) => !position.retracted).length;
    for (const [day, stance] of Object.entries(expected)) {
      const asOf = day === "now" ? undefined : day;
      const variables = { slug: proposal.slug, stances: [stance ?? "SUPPORTS"] };
      const byArgument = await answer(database, query, { ...variables, asOf });
      expect({ day, ...byArgument.proposal }).toEqual({ day, ...told(stance, recorded) });
      expect(await answer(database, query, variables, { asOf })).toEqual(byArgument);
    }
  });

  it("is asked for by the argument where the request names another day", async () => {
    const [holder, proposal] = [await kit.actor(), await kit.proposal()];
    await kit.position({ holder, proposal, stance: "SUPPORTS", since: "2010-01-01" });
    await kit.position({ holder, proposal, stance: "OPPOSES", since: "2020-01-01" });
    const variables = { slug: proposal.slug, stances: ["SUPPORTS"], asOf: "2015-01-01" };
    const data = await answer(database, query, variables, { asOf: "2021-01-01" });
    expect(data.proposal.positions.nodes).toEqual([{ stance: "SUPPORTS" }]);
  });

  it("is what a filter asks about: an older position never matches in its place", async () => {
    const [holder, proposal] = [await kit.actor(), await kit.proposal()];
    await kit.position({ holder, proposal, stance: "SUPPORTS", since: "2010-01-01" });
    await kit.position({ holder, proposal, stance: "OPPOSES", since: "2020-01-01" });
    const { proposal: found } = await answer(database, query, { slug: proposal.slug, stances: ["SUPPORTS"] });
    expect([found.filtered.totalCount, found.supporters.totalCount, found.opponents.totalCount]).toEqual([0, 0, 1]);
  });

  it("is told apart in the history", async () => {
    const [holder, proposal] = [await kit.actor(), await kit.proposal()];
    await kit.position({ holder, proposal, stance: "SUPPORTS", since: "2010-01-01" });
    await kit.position({ holder, proposal, stance: "OPPOSES", since: "2020-01-01" });
    const history = /* GraphQL */ `
      query ($slug: String!) { proposal(slug: $slug) { positionHistory { nodes { stance standing } } } }
    `;
    const data = await answer(database, history, { slug: proposal.slug }, { asOf: "2015-01-01" });
    expect(data.proposal.positionHistory.nodes).toEqual([
      { stance: "SUPPORTS", standing: false },
      { stance: "OPPOSES", standing: true },
    ]);
  });
});
