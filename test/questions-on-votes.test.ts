import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../src/db/database.js";
import { ask } from "./support/ask.js";
import { askStandardQuestion, importAssemblySample } from "./support/assembly-sample.js";
import { testDatabase } from "./support/database.js";

/** With the dossiers that come with Standpoint; and with votes of the Assembly beside them. */
let seeds: Database;
let database: Database;
beforeAll(async () => {
  [seeds, database] = await Promise.all([testDatabase({ seeds: true }), testDatabase({ seeds: true })]);
  await importAssemblySample(database);
});

/** What their comments say to add once these votes are on record. */
const withVotes: Record<string, Record<string, readonly string[] | number>> = {
  "12": { topics: ["nuclear-disarmament", "nuclear-weapons-and-nuclear-material"] },
  "14": {
    subjects: ["un-ga-67-56", "un-ga-70-33", "un-ga-71-258", "tpnw", "un-ga-72-31", "un-ga-73-48", "un-ga-74-41"],
  },
  "15": {
    subjects: ["un-sc-2334", "paris-agreement", "un-ga-67-19", "un-ga-71-258", "tpnw", "un-ga-73-48", "un-ga-74-41"],
  },
  // Two of the resolutions that endorse it are among the votes.
  "17": { minimum: 2 },
};

const askQuestion = (on: Database, number: string, variables?: Record<string, unknown>) =>
  askStandardQuestion(on, number, variables ?? (on === database ? withVotes[number] : undefined));

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

  test("40: how everybody voted", async () => {
    const { positions } = await askQuestion(seeds, "40", { since: "2016-12-23", until: "2016-12-23", first: 500 });
    expect(positions.nodes).toHaveLength(15);
    expect(positions.nodes).toContainEqual({
      ...{ since: "2016-12-23", stance: "ABSTAINS", holder: { slug: "united-states", name: "United States" } },
      subject: expect.objectContaining({ slug: "un-sc-2334" }),
    });
    const subject = { proposals: { topics: ["nuclear-disarmament"] } };
    const onTopic = await askQuestion(seeds, "40", { subject });
    expect(onTopic.positions.nodes[0].subject.slug).toBe("tpnw");
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
      subject: { title: "General Assembly resolution 67/19: Status of Palestine in the United Nations" },
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

  test("17: which states lean towards the two-state solution, by their votes", async () => {
    const { proposal, statements } = await askQuestion(database, "17");
    const leanings = proposal.leanings.nodes.map(
      ({ holder, ...leaning }: Record<string, Record<string, unknown>>) =>
        `${holder?.name}: ${leaning.for} for, ${leaning.against} against, ${leaning.abstained} abstained: ${leaning.score}`,
    );
    expect(leanings).toEqual(
      expect.arrayContaining([
        "France: 2 for, 0 against, 0 abstained: 1",
        "United Kingdom: 1 for, 0 against, 1 abstained: 0.5",
        "United States: 0 for, 1 against, 1 abstained: -0.5",
        "Austria: 1 for, 0 against, 0 abstained: null",
      ]),
    );
    expect(statements).toBe(1);
  });

  test("18: how every state voted on one resolution", async () => {
    const { proposal, statements } = await askQuestion(database, "18", { proposal: "un-ga-71-258" });
    const [rollCall] = proposal.rollCalls.nodes;
    expect(rollCall).toMatchObject({ margin: 0, majority: "TIED", tally: { counted: { yes: 2, no: 2, absent: 1 } } });
    const cast = rollCall.positions.nodes.map(
      ({ stance, holder }: { stance: string; holder: { name: string } }) => `${holder.name} ${stance}`,
    );
    expect(cast).toEqual([
      ...["Austria SUPPORTS", "France OPPOSES", "Netherlands ABSTAINS", "Sweden SUPPORTS", "United States OPPOSES"],
    ]);
    expect(statements).toBe(1);
  });

  test("26: which votes of a year were the most contested, and which had a single opponent", async () => {
    const year = { body: "un-general-assembly", from: "2012-01-01", to: "2012-12-31" };
    const { mostContested, oneOpponent } = await askQuestion(database, "26", year);
    const slugs = (nodes: { proposal: { slug: string } }[]) => nodes.map(({ proposal }) => proposal.slug).sort();
    expect(slugs(mostContested.nodes)).toEqual(["un-ga-67-19", "un-ga-67-56"]);
    expect(mostContested.nodes.map(({ margin }: { margin: number }) => margin)).toEqual([2, 2]);
    expect(oneOpponent.nodes).toMatchObject([
      { proposal: { slug: "un-ga-67-19" }, positions: { nodes: [{ holder: { name: "United States" } }] } },
    ]);
  });

  test("27: who abstained on one resolution and supported its successor, as recorded", async () => {
    const idOf = async (slug: string) => (await database.prisma.proposal.findUniqueOrThrow({ where: { slug } })).id;
    const [proposalId, relatedId] = [await idOf("un-ga-71-258"), await idOf("un-ga-70-33")];
    const key = { proposalId, relatedId, kind: "SUPERSEDES" as const };
    await database.prisma.proposalRelation.create({ data: { ...key, ordinal: 9 } });
    const { stanceChanges } = await askQuestion(database, "27", { proposal: "un-ga-70-33" });
    await database.prisma.proposalRelation.delete({ where: { proposalId_relatedId_kind: key } });
    expect(stanceChanges.nodes).toMatchObject([
      { holder: { name: "Sweden" }, previous: { subject: { slug: "un-ga-70-33" } }, subject: { slug: "un-ga-71-258" } },
    ]);
  });

  test("28: what one state voted on a topic, the newest first, each with its source's address", async () => {
    const topics = ["nuclear-weapons-and-nuclear-material"];
    const asked = { actor: "united-states", topics, from: "2012-01-01", to: "2019-12-31" };
    const { actor, statements } = await askQuestion(database, "28", asked);
    const { nodes } = actor.positions;
    expect(nodes.map(({ subject }: { subject: { slug: string } }) => subject.slug)).toEqual([
      ...["un-ga-74-41", "un-ga-73-48", "un-ga-72-31", "un-ga-70-33", "un-ga-67-56"],
    ]);
    for (const { allSources } of nodes) expect(allSources[0].url).toMatch(/^https:/);
    expect(statements).toBe(1);
  });

  test("29: who changed its vote on a recurring question, found by its title", async () => {
    const { resolutions, stanceChanges } = await askQuestion(database, "29", { proposal: "un-ga-67-56" });
    expect(resolutions.nodes.map(({ slug, date }: { slug: string; date: string }) => `${slug} ${date}`)).toEqual([
      ...["un-ga-67-56 2012-12-03", "un-ga-70-33 2015-12-07", "un-ga-72-31 2017-12-04"],
    ]);
    const changed = stanceChanges.nodes.map(
      ({ holder, from, to, when }: { holder: { name: string }; from: string; to: string; when: string }) =>
        `${holder.name} ${from} ${to} ${when}`,
    );
    expect(changed.sort()).toEqual(["Netherlands ABSTAINS OPPOSES 2017-12-04", "Sweden ABSTAINS SUPPORTS 2017-12-04"]);
  });
});
