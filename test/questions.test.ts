import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "graphql";
import type { Database } from "../src/db/database.js";
import { answer, ask, askAs } from "./support/ask.js";
import { testDatabase } from "./support/database.js";

const folder = new URL("../questions/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".graphql"))
  .sort();
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

function askQuestion(number: string, variables: Record<string, unknown> = {}) {
  const file = files.find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  return answer(database, read(file), variables);
}

const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name).sort();
/** The title of the Council's letter. */
const record = expect.stringContaining("S/2021/91");
const slugs = (nodes: { slug: string }[]): string[] => nodes.map(({ slug }) => slug).sort();

describe("the questions", () => {
  test.each(files)("%s is answered on the dossiers alone, as the playground's tab asks it", async (file) => {
    expect((await ask(database, read(file))).errors).toBeUndefined();
  });

  test.each(files)("%s is one operation, and says what it asks", (file) => {
    const { definitions } = parse(read(file));
    expect(definitions.filter(({ kind }) => kind === "OperationDefinition")).toHaveLength(1);
    expect(read(file)).toMatch(/^# .+[?)y]\n/);
  });

  test("1: who supports the two-state solution, who said so, for whom, when, and where is it written", async () => {
    const { proposal } = await askQuestion("01");
    expect(proposal.title).toBe("Two-state solution");
    expect(proposal.stanceCounts).toEqual([
      { stance: "SUPPORTS", count: 2 },
      { stance: "CONDITIONALLY_SUPPORTS", count: 0 },
      { stance: "UNDECIDED", count: 0 },
      { stance: "ABSTAINS", count: 0 },
      { stance: "OPPOSES", count: 0 },
    ]);
    expect(proposal.supporters.totalCount).toBe(2);
    expect(names(proposal.supporters.nodes)).toEqual(["United Nations Security Council", "United States"]);
    const positions = proposal.positions.nodes;
    expect(positions).toHaveLength(2);
    const state = positions.find((position: { basis: string }) => position.basis === "STATEMENT");
    expect(state).toMatchObject({
      holder: { name: "United States" },
      through: { name: expect.stringContaining("Biden") },
      stance: "SUPPORTS",
      since: "2021-01-26",
      evidence: {
        __typename: "Statement",
        speaker: { name: "Richard Mills" },
        onBehalfOf: { name: expect.stringContaining("Biden") },
        madeOn: "2021-01-26",
        sources: expect.arrayContaining([{ title: record, url: "https://undocs.org/S/2021/91" }]),
      },
    });
    // Of the Council's three adoptions the latest stands.
    const body = positions.find((position: { basis: string }) => position.basis === "ADOPTION");
    expect(body).toMatchObject({
      holder: { name: "United Nations Security Council" },
      through: null,
      stance: "SUPPORTS",
      since: "2016-12-23",
      evidence: { __typename: "RollCall", heldOn: "2016-12-23", proposal: { title: expect.stringContaining("2334") } },
    });
  });

  test("2: who proposed the conference, in what office, building on whose initiative", async () => {
    const { proposal } = await askQuestion("02");
    expect(proposal.proposedOn).toBe("2021-01-26");
    expect(names(proposal.sponsors)).toEqual(["Russia"]);
    expect(proposal.statements.nodes).toEqual([
      {
        speaker: { name: "Sergei Lavrov" },
        capacity: { role: "Minister of Foreign Affairs", organization: { name: "Russia" } },
        madeOn: "2021-01-26",
        summary: expect.stringContaining("conference of ministers"),
        sources: expect.arrayContaining([{ title: record }]),
      },
    ]);
    expect(proposal.relations).toEqual([
      {
        kind: "BUILDS_ON",
        proposal: {
          slug: "abbas-conference-initiative",
          title: expect.stringContaining("Mahmoud Abbas"),
          proposedOn: "2020-09",
          sponsors: [{ name: "Palestine" }],
          positions: {
            nodes: [
              {
                holder: { name: "Palestine" },
                through: { name: "Mahmoud Abbas" },
                stance: "SUPPORTS",
                since: "2020-09",
              },
            ],
          },
        },
      },
    ]);
  });

  test("3: who was to take part, by which right, and who of them is in the Quartet", async () => {
    const { proposal } = await askQuestion("03");
    const participants: { role: string; actor: { slug: string; affiliations: { nodes: unknown[] } } }[] =
      proposal.participants;
    const inRole = (wanted: string): string[] =>
      slugs(participants.filter(({ role }) => role === wanted).map(({ actor }) => actor));
    expect(inRole("PARTY")).toEqual(["israel", "palestine"]);
    expect(inRole("MEDIATOR")).toEqual(["european-union", "russia", "united-nations", "united-states"]);
    expect(inRole("INVITED")).toEqual(["bahrain", "egypt", "jordan", "saudi-arabia", "united-arab-emirates"]);
    expect(inRole("HOST")).toEqual([]);
    const quartet = participants.filter(({ actor }) => actor.affiliations.nodes.length > 0);
    expect(slugs(quartet.map(({ actor }) => actor))).toEqual(inRole("MEDIATOR"));
    expect(quartet[0]?.actor.affiliations.nodes).toEqual([
      { organization: { name: "Quartet on the Middle East" }, during: "2002/.." },
    ]);
  });

  test("4: when it was to be held", async () => {
    const { onFirstOfJune, in2022 } = await askQuestion("04");
    expect(onFirstOfJune.nodes).toEqual([
      {
        title: expect.any(String),
        timeframe: "[2021-21, 2021-22]",
        venue: null,
        note: expect.stringContaining("Moscow"),
      },
    ]);
    expect(in2022.nodes).toEqual([]);
  });

  test("5: what the spokesman said, and that it is no support", async () => {
    const { statement, proposal } = await askQuestion("05");
    expect(statement).toMatchObject({
      delivery: "THROUGH_SPOKESPERSON",
      speaker: { name: "Stéphane Dujarric" },
      speakerAsPrinted: "Stefana Dijaric",
      capacity: { role: "Spokesman of the Secretary-General" },
      onBehalfOf: { name: "António Guterres" },
      madeOn: "2021-01-26",
      summary: expect.stringContaining("examine"),
    });
    expect(statement.positions.nodes).toHaveLength(2);
    expect(statement.positions.nodes).toEqual(
      expect.arrayContaining([
        {
          holder: { name: "United Nations" },
          stance: "UNDECIDED",
          basis: "STATEMENT",
          subject: { slug: "ministerial-conference-2021" },
        },
        {
          holder: { name: "United Nations" },
          stance: "SUPPORTS",
          basis: "STATEMENT",
          subject: { slug: "quartet-resumption" },
        },
      ]),
    );
    expect(slugs(proposal.supporters.nodes)).toEqual(["russia"]);
    expect(proposal.positions.nodes).toEqual([{ holder: { slug: "united-nations" } }]);
  });

  test("6: who was invited and is silent", async () => {
    const { holders } = await askQuestion("06");
    expect(holders.totalCount).toBe(5);
    expect(slugs(holders.nodes)).toEqual(["bahrain", "egypt", "jordan", "saudi-arabia", "united-arab-emirates"]);
  });

  test("7: what the announced actions reverse, and who took those", async () => {
    const { policyActions } = await askQuestion("07");
    const middleEast = policyActions.nodes.filter(
      ({ announcedOn }: { announcedOn: string }) => announcedOn === "2021-01-26",
    );
    expect(slugs(middleEast)).toEqual([
      "us-reopens-missions",
      "us-restores-palestinian-aid",
      "us-restores-palestinian-relations",
    ]);
    const reversed = Object.fromEntries(
      middleEast.map((action: { slug: string; reverses: object[] }) => [action.slug, action.reverses]),
    );
    const taken = { agent: { name: "United States" }, through: { name: expect.stringContaining("Trump") } };
    expect(reversed).toEqual({
      "us-reopens-missions": [
        { slug: "us-closes-plo-office", title: expect.any(String), announcedOn: "2018-09-10", ...taken },
      ],
      "us-restores-palestinian-aid": [
        { slug: "us-ends-unrwa-funding", title: expect.any(String), announcedOn: "2018-08-31", ...taken },
      ],
      "us-restores-palestinian-relations": [],
    });
  });

  test("8: what the Palestinian side opposed, on what basis, with what evidence", async () => {
    const { actor } = await askQuestion("08");
    const { totalCount, nodes } = actor.positions;
    expect(totalCount).toBe(6);
    expect(slugs(nodes.map(({ subject }: { subject: { slug: string } }) => subject))).toEqual([
      "us-closes-plo-office",
      "us-embassy-to-jerusalem",
      "us-ends-unrwa-funding",
      "us-led-mediation",
      "us-recognises-jerusalem",
      "us-settlements-not-unlawful",
    ]);
    for (const { subject, basis, evidence } of nodes) {
      const byDeed = subject.slug === "us-led-mediation";
      expect(basis).toBe(byDeed ? "ACTION" : "STATEMENT");
      expect(evidence).toMatchObject(
        byDeed
          ? { __typename: "PolicyAction", slug: "palestine-refuses-us-mediation" }
          : { __typename: "Statement", slug: "maliki-2021-01-26", speaker: { name: "Riyad Maliki" } },
      );
      expect(evidence.sources.length).toBeGreaterThan(0);
      if (!byDeed) expect(subject.through.name).toContain("Trump");
    }
  });

  test("9: what was said at the meeting, by speaker, with the offices held that day", async () => {
    const { meeting } = await askQuestion("09");
    expect(meeting).toMatchObject({ heldOn: "2021-01-26", body: { name: "United Nations Security Council" } });
    const said: { slug: string; speaker: { affiliations: { nodes: object[] } }; onBehalfOf: { name: string } }[] =
      meeting.statements.nodes;
    // The Secretary-General's spokesman spoke to the press that day, and not in the Council.
    expect(slugs(said)).toEqual(["erdan-2021-01-26", "lavrov-2021-01-26", "maliki-2021-01-26", "mills-2021-01-26"]);
    const offices = Object.fromEntries(said.map(({ slug, speaker }) => [slug, speaker.affiliations.nodes]));
    const office = (role: string, organization: string, acting = false) => [
      { role, acting, organization: { name: organization } },
    ];
    expect(offices).toEqual({
      "erdan-2021-01-26": office("Permanent Representative to the United Nations", "Israel"),
      "lavrov-2021-01-26": office("Minister of Foreign Affairs", "Russia"),
      "maliki-2021-01-26": office("Minister of Foreign Affairs", "Palestine"),
      "mills-2021-01-26": office("Permanent Representative to the United Nations", "United States", true),
    });
  });

  test("10: who opposes American mediation and supports a multilateral mechanism", async () => {
    const { holders } = await askQuestion("10");
    expect(slugs(holders.nodes)).toEqual(["palestine"]);
    const { nodes } = holders.nodes[0].positions;
    expect(nodes).toHaveLength(2);
    expect(nodes).toEqual(
      expect.arrayContaining([
        {
          subject: { title: "Mediation led by the United States" },
          stance: "OPPOSES",
          basis: "ACTION",
          evidence: { title: "Palestine no longer accepts the United States as the mediator" },
        },
        {
          subject: { title: "Mediation by several" },
          stance: "SUPPORTS",
          basis: "ACTION",
          evidence: { title: "Palestine no longer accepts the United States as the mediator" },
        },
      ]),
    );
  });

  test("16: what changed since a cursor, retractions included", async () => {
    const { changes } = await askQuestion("16");
    expect(changes.nodes).toHaveLength(100);
    expect(changes.pageInfo.hasNextPage).toBe(true);
    expect(changes.nodes[0]).toMatchObject({ action: "RECORDED", version: 1, count: 1, author: "seeds" });

    const { source } = await answer(database, '{ source(slug: "s-2021-91") { id version } }');
    const { changes: all } = await answer(database, "{ changes(first: 0) { totalCount } }");
    const after = Buffer.from(JSON.stringify(["Change.SEQUENCE", "ASC", String(all.totalCount)])).toString("base64url");
    const { data } = await askAs(
      "EDITOR",
      database,
      `mutation { retract(input: { id: "${source.id}", version: ${source.version}, reason: "a test" }) { errors { message } } }`,
    );
    expect(data.retract.errors).toEqual([]);
    const since = await askQuestion("16", { after });
    expect(since.changes.nodes).toMatchObject([
      { action: "RETRACTED", kind: "SOURCE", reason: "a test", entityId: source.id, entity: { __typename: "Source" } },
    ]);
  });
});
