import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../src/db/database.js";
import { importSample } from "./import/un-votes/imported.js";
import { ask } from "./support/ask.js";
import { testDatabase } from "./support/database.js";
import { withoutUnknownSlugs } from "./support/known-slugs.js";

const folder = new URL("./questions/", import.meta.url);

const states = {
  austria: ["Austria", "AT"],
  france: ["France", "FR"],
  netherlands: ["Netherlands", "NL"],
  sweden: ["Sweden", "SE"],
  unitedKingdom: ["United Kingdom", "GB"],
  unitedStates: ["United States", "US"],
} as const;
const voters = Object.values(states);

type Vote = "yes" | "no" | "abstain" | undefined;

/** Roll calls with each voter's vote, in the order above: real resolutions, and most of these votes are too. */
const rollCalls: [rcid: number, session: number, date: string, unres: string, short: string, votes: Vote[]][] = [
  [1, 54, "1999-12-01", "R/54/54", "Nuclear disarmament", ["yes", "abstain", "yes", "yes", "no", "no"]],
  [2, 67, "2012-11-29", "R/67/19", "Status of Palestine", ["yes", "yes", "abstain", "yes", "abstain", "no"]],
  [3, 67, "2012-12-03", "R/67/56", "Negotiations on disarmament", ["yes", "no", "abstain", "abstain", "no", "no"]],
  [4, 70, "2015-12-07", "R/70/33", "Negotiations on disarmament", ["yes", "no", "abstain", "abstain", "no", "no"]],
  [5, 71, "2016-12-23", "R/71/258", "Negotiations on disarmament", ["yes", "no", "abstain", "yes", undefined, "no"]],
  [6, 72, "2017-12-04", "R/72/31", "Negotiations on disarmament", ["yes", "no", "no", "yes", "no", "no"]],
  [7, 73, "2018-12-05", "R/73/48", "Treaty on prohibition", ["yes", "no", "no", "abstain", "no", "no"]],
  [8, 74, "2019-12-12", "R/74/41", "Treaty on prohibition", ["yes", "no", "no", "abstain", "no", "no"]],
];

/** With the dossiers that come with Standpoint; and with votes of the Assembly beside them. */
let seeds: Database;
let database: Database;
beforeAll(async () => {
  [seeds, database] = await Promise.all([testDatabase({ seeds: true }), testDatabase({ seeds: true })]);
  const { rejected } = await importSample(
    database,
    {
      rollCalls: rollCalls.map(([rcid, session, date, unres, short, votes]) => {
        const stated = (wanted: Vote) => votes.filter((vote) => vote === wanted).length;
        const totals = { stated_yes: stated("yes"), stated_no: stated("no"), stated_abstain: stated("abstain") };
        return { rcid, session, date, unres, short, ...totals };
      }),
      votes: rollCalls.flatMap(([rcid, , , , , votes]) =>
        voters.flatMap((voter, index) => (votes[index] ? [[rcid, ...voter, votes[index]]] : [])),
      ),
      absences: [[5, ...states.unitedKingdom, "recorded"]],
      // Resolution 71/258 is in the dossiers, with a topic of its own.
      issues: [1, 3, 4, 6, 7, 8].map((rcid) => [rcid, "nu", "Nuclear weapons and nuclear material"]),
    },
    1000,
  );
  expect(rejected).toEqual([]);
});

async function askQuestion(on: Database, number: string) {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  const text = readFileSync(new URL(file, folder), "utf8");
  const { data, errors, statements } = await ask(
    on,
    await withoutUnknownSlugs(text, async (question) => (await ask(on, question)).errors),
  );
  expect(errors).toBeUndefined();
  return { ...data, statements: statements.length };
}

type Voted = { name: string; positions: { nodes: { stance: string }[] } };
const votesOf = (nodes: Voted[]) =>
  Object.fromEntries(nodes.map(({ name, positions }) => [name, positions.nodes.map(({ stance }) => stance)]));

describe("the questions on votes, on the dossiers alone", () => {
  test("11: how each of a group voted", async () => {
    const { proposal, members, byCode } = await askQuestion(seeds, "11");
    expect(proposal.rollCalls.nodes).toEqual([
      { heldOn: "2016-12-23", tally: { counted: { yes: 14, no: 0, abstain: 1 } } },
    ]);
    expect(members.totalCount).toBe(15);
    const votes = votesOf(members.nodes);
    expect(votes["United States"]).toEqual(["ABSTAINS"]);
    expect(Object.values(votes).filter(([stance]) => stance === "SUPPORTS")).toHaveLength(14);
    expect(votesOf(byCode.nodes)).toEqual({
      ...{ China: ["SUPPORTS"], France: ["SUPPORTS"], Germany: [], "United States": ["ABSTAINS"] },
    });
  });

  test("12: how many voted how on a topic", async () => {
    const { rollCalls, byYear } = await askQuestion(seeds, "12");
    expect(rollCalls.nodes).toContainEqual({
      ...{ heldOn: "2017-07-07", session: null },
      proposal: { slug: "tpnw", title: "Treaty on the Prohibition of Nuclear Weapons" },
      tally: { counted: { yes: 10, no: 1, abstain: 1, absent: null }, stated: { yes: 122, no: 1, abstain: 1 } },
    });
    expect(byYear).toContainEqual({ year: 2017, stance: "ABSTAINS", count: 1 });
  });

  test("13: how often two states agree", async () => {
    const { agreementWith } = (await askQuestion(seeds, "13")).actor;
    expect(agreementWith).toMatchObject({ actor: { name: "United Kingdom" }, shared: 4, agreed: 2, score: 0.5 });
    const titles = ({ nodes }: { nodes: { subject: { title: string } }[] }) =>
      nodes.map(({ subject }) => subject.title);
    expect(titles(agreementWith.agreedOn)).toEqual([
      "Nuclear disarmament step by step",
      "Treaty on the Prohibition of Nuclear Weapons",
    ]);
    expect(titles(agreementWith.disagreedOn)).toEqual(["Paris Agreement", "Security Council resolution 2334 (2016)"]);
  });

  test("14: who changed its vote is found where votes are on record", async () => {
    expect((await askQuestion(seeds, "14")).stanceChanges).toEqual({ totalCount: 0, nodes: [] });
  });

  test("15: the matrix has a row for each state and a column for each subject on record", async () => {
    const { rows, columns, cells } = (await askQuestion(seeds, "15")).stanceMatrix;
    expect(rows).toHaveLength(20);
    expect(columns.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
      "paris-agreement",
      "tpnw",
      "un-ga-71-258",
      "un-sc-2334",
    ]);
    const column = columns.findIndex(({ slug }: { slug: string }) => slug === "tpnw");
    const stances = rows.map(({ name }: { name: string }, row: number) => `${name} ${cells[row][column]?.stance}`);
    expect(stances).toEqual(expect.arrayContaining(["Austria SUPPORTS", "France OPPOSES", "Switzerland UNDECIDED"]));
  });
});

describe("the questions on votes, with votes of the Assembly", () => {
  test("11: how each of a group voted, who did not among them", async () => {
    const question = `{
      byCode: actors(where: { codes: [{ scheme: ISO_3166_1_ALPHA_2, values: ["AT", "GB", "US"] }] }) {
        nodes { name positions(where: { bases: [VOTE], subject: { slugs: ["un-ga-71-258"] } }) { nodes { stance } } }
      }
      council: actors(where: { memberOf: "un-security-council", memberAt: "2016-12-23" }) {
        nodes { name positions(where: { bases: [VOTE], subject: { slugs: ["un-ga-71-258"] } }) { nodes { stance } } }
      }
    }`;
    const { data, statements } = await ask(database, question);
    expect(votesOf(data.byCode.nodes)).toEqual({
      Austria: ["SUPPORTS"],
      "United Kingdom": [],
      "United States": ["OPPOSES"],
    });
    expect(votesOf(data.council.nodes)).toMatchObject({ France: ["OPPOSES"], Spain: [], "United Kingdom": [] });
    expect(statements).toHaveLength(2);
    // On the question's own resolution the import changes nothing.
    const { members, statements: taken } = await askQuestion(database, "11");
    expect(members.totalCount).toBe(15);
    expect(taken).toBe(3);
  });

  test("12: how many voted how on each resolution of a topic, by year", async () => {
    const { rollCalls: found, byYear, statements } = await askQuestion(database, "12");
    const tallies = found.nodes.map(
      ({ session, proposal, tally }: Record<string, Record<string, object>>) =>
        `${session} ${proposal?.slug} ${Object.values(tally?.counted ?? {})}`,
    );
    expect(tallies).toEqual([
      "74 un-ga-74-41 1,4,1,0",
      "null swiss-motion-17-4241 0,0,0,",
      "73 un-ga-73-48 1,4,1,0",
      "null swiss-motion-17-4241 0,0,0,",
      "72 un-ga-72-31 2,4,0,0",
      "null tpnw 10,1,1,",
      "71 un-ga-71-258 2,2,1,1",
      "70 un-ga-70-33 1,3,2,0",
      "67 un-ga-67-56 1,3,2,0",
      "54 un-ga-54-54 3,2,1,0",
    ]);
    const in2018 = byYear.filter(({ year }: { year: number }) => year === 2018);
    expect(in2018).toEqual([
      { year: 2018, stance: "SUPPORTS", count: 1 },
      { year: 2018, stance: "ABSTAINS", count: 1 },
      { year: 2018, stance: "OPPOSES", count: 4 },
    ]);
    expect(statements).toBe(2);
  });

  test("13: how often two states agreed since 2000, over which subjects", async () => {
    const { actor, statements } = await askQuestion(database, "13");
    // The four of the dossiers, of which they agree on two, and six votes; that of 1999 and an absence do not count.
    expect(actor.agreementWith).toMatchObject({ shared: 10, agreed: 7, score: 0.7 });
    const { agreedOn, disagreedOn } = actor.agreementWith;
    expect([agreedOn.totalCount, disagreedOn.totalCount]).toEqual([7, 3]);
    expect(disagreedOn.nodes).toContainEqual({
      subject: { title: "Status of Palestine" },
      mine: { stance: "OPPOSES", since: "2012-11-29" },
      theirs: { stance: "ABSTAINS", since: "2012-11-29" },
    });
    // Subjects and positions of the two lists may be read together, or as each list comes.
    expect(statements).toBeLessThanOrEqual(11);
  });

  test("14: which states changed their vote on a recurring question, from one session to the next", async () => {
    const { stanceChanges, statements } = await askQuestion(database, "14");
    const changes = stanceChanges.nodes.map(
      ({ holder, from, to, when, previous, subject }: Record<string, Record<string, Record<string, unknown>>>) =>
        `${holder?.name} ${previous?.subject?.slug} ${from} ${subject?.slug} ${to} ${when}`,
    );
    expect(changes.sort()).toEqual([
      "Netherlands un-ga-71-258 ABSTAINS tpnw OPPOSES 2017-07-07",
      "Sweden un-ga-70-33 ABSTAINS un-ga-71-258 SUPPORTS 2016-12-23",
      "Sweden un-ga-72-31 SUPPORTS un-ga-73-48 ABSTAINS 2018-12-05",
    ]);
    expect(stanceChanges.totalCount).toBe(3);
    expect(statements).toBeLessThanOrEqual(6);
  });

  test("15: a matrix of twenty states and eight resolutions, from one statement", async () => {
    const { stanceMatrix, statements } = await askQuestion(database, "15");
    const { rows, columns, cells } = stanceMatrix;
    expect([rows.length, columns.length, cells.length]).toEqual([20, 7, 20]);
    const row = rows.findIndex(({ name }: { name: string }) => name === "Sweden");
    const found = columns.map(({ slug }: { slug: string }, column: number) => [
      slug,
      cells[row][column]?.stance ?? null,
    ]);
    expect(Object.fromEntries(found)).toEqual({
      ...{ "paris-agreement": null, "un-sc-2334": null, "un-ga-67-19": "SUPPORTS", "un-ga-71-258": "SUPPORTS" },
      ...{ tpnw: "UNDECIDED", "un-ga-73-48": "ABSTAINS", "un-ga-74-41": "ABSTAINS" },
    });
    expect(statements).toBe(1);
  });
});
