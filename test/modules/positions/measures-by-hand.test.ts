import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { answer } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import type { Seeded } from "../../support/seed-kit.js";
import { positionKit, positionRow } from "./position-kit.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

describe("numbers computed by hand", () => {
  /** Ballots of two holders that meet as often as a table says: its rows are the first holder's yes, abstain and no. */
  const tabled = async (one: Seeded, other: Seeded, table: readonly (readonly number[])[], prefix: string) => {
    const kit = positionKit(database);
    const stances = ["SUPPORTS", "ABSTAINS", "OPPOSES"] as const;
    const pairs = table.flatMap((row, mine) =>
      row.flatMap((count, theirs) => Array.from({ length: count }, () => [stances[mine], stances[theirs]] as const)),
    );
    for (const [index, [mine, theirs]] of pairs.entries()) {
      const proposal = await kit.proposal({ slug: `${prefix}-${index}` });
      await database.prisma.position.createMany({
        data: [
          positionRow({ holder: one, proposal, stance: mine ?? "UNDECIDED", basis: "VOTE", since: "1990-12-01" }),
          positionRow({ holder: other, proposal, stance: theirs ?? "UNDECIDED", basis: "VOTE", since: "1990-12-01" }),
        ],
      });
    }
  };

  // The table is counted from the open data of the General Assembly (un_votes.csv) by a script of a few lines: roll calls
  // dated 1990 in which both voted. Formulas then by hand, with n = 84.
  it("agreement: the United States and the United Kingdom in 1990", async () => {
    const kit = positionKit(database);
    const [us, uk] = [await kit.actor({ slug: "us" }), await kit.actor({ slug: "uk" })];
    await tabled(
      us,
      uk,
      [
        [13, 0, 0],
        [7, 9, 0],
        [11, 16, 28],
      ],
      "assembly-1990",
    );
    const scoreBy = async (method: string): Promise<number> => {
      const query = `query ($method: AgreementMethod) { actor(slug: "us") { agreementWith(slug: "uk", method: $method) { score formula { name reference } } } }`;
      return (await answer(database, query, { method })).actor.agreementWith.score;
    };
    expect(await scoreBy("SAME")).toBeCloseTo(50 / 84, 12);
    expect(await scoreBy("VOETEN")).toBeCloseTo(61.5 / 84, 12); // 50 equal, 23 beside an abstention
    expect(await scoreBy("KAPPA")).toBeCloseTo(1 - (84 * 67) / 10_920, 12); // 67 = 23 + 4 * 11
    expect(await scoreBy("PI")).toBeCloseTo(1 - (84 * 67) / 9907.5, 12);
  });

  // Published: resolution 67/19 was adopted by 138 votes to 9, with 41 abstentions; 74/11 by 147 to 7, with 13.
  it.each([
    ["67/19", [138, 41, 9], (138 - 9) / 147, (138 - 50 / 2) / 188],
    ["74/11", [147, 13, 7], (147 - 7) / 154, (147 - 20 / 2) / 167],
    ["a vote split evenly", [7, 7, 7], 0, 0],
    ["a unanimous one", [0, 0, 21], 1, 1],
    ["abstentions alone", [0, 21, 0], null, 1],
  ])("cohesion: %s", async (title, [yes = 0, abstain = 0, no = 0], rice, agreementIndex) => {
    const { prisma } = database;
    const slug = `vote-${title.replaceAll(/[^a-z0-9]/g, "-")}`;
    const proposal = await positionKit(database).proposal({ slug, title });
    const voters = Array.from({ length: yes + abstain + no }, (_, index) => `${slug}-${index}`);
    await prisma.actor.createMany({ data: voters.map((voter) => ({ slug: voter, name: voter, kind: "STATE" })) });
    const holders = await prisma.actor.findMany({ where: { slug: { in: voters } } });
    const stances = [...Array(yes).fill("SUPPORTS"), ...Array(no).fill("OPPOSES"), ...Array(abstain).fill("ABSTAINS")];
    await prisma.position.createMany({
      data: holders.map((holder, index) => positionRow({ holder, proposal, stance: stances[index], basis: "VOTE" })),
    });
    const query = `query ($slug: String!) {
      cohesion(of: {}, where: { subject: { slugs: [$slug] } }) { holders yes abstain no rice agreementIndex }
    }`;
    const [measured] = (await answer(database, query, { slug })).cohesion;
    expect(measured).toMatchObject({ holders: yes + abstain + no, yes, abstain, no });
    expect(measured.agreementIndex).toBeCloseTo(agreementIndex, 12);
    if (rice === null) expect(measured.rice).toBeNull();
    else expect(measured.rice).toBeCloseTo(rice, 12);
  });
});
