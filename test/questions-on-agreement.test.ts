import { beforeAll, expect, test } from "@jest/globals";
import type { Database } from "../src/db/database.js";
import { askStandardQuestion, importAssemblySample } from "./support/assembly-sample.js";
import { testDatabase } from "./support/database.js";

/** With the dossiers that come with Standpoint, and votes of the Assembly. */
let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  await importAssemblySample(database);
});

/** What the sample is asked for instead of the questions' defaults. */
const variables: Record<string, Record<string, unknown>> = {
  // France's fellow members had no majority in the sample.
  "23": { state: "sweden" },
  // Three of the five voted in the sample.
  "25": { members: ["france", "united-kingdom", "united-states"], all: 3 },
};

const askQuestion = (on: Database, number: string) => askStandardQuestion(on, number, variables[number]);

type Agreed = { actor: { name: string }; shared: number; score: number };

test("19: who voted most often against the majority in one session", async () => {
  const { alignments, statements } = await askQuestion(database, "19");
  const found = alignments.nodes.map(
    ({ actor, compared, against, score }: { actor: { name: string } } & Record<string, number>) =>
      `${actor.name} ${against} of ${compared}, ${score}`,
  );
  // Of the one roll call of session 73: yes, four times no, and an abstention.
  expect(found.slice(0, 2).sort()).toEqual(["Austria 1 of 1, 0", "Sweden 1 of 1, 0"]);
  expect(found.slice(2).sort()).toEqual(
    ["France", "Netherlands", "United Kingdom", "United States"].map((name) => `${name} 0 of 1, 1`),
  );
  expect([alignments.totalCount, statements]).toEqual([6, 1]);
});

test("20: how united five groups were by year, with the members of each day", async () => {
  const { europeanUnion, nato, statements } = await askQuestion(database, "20");
  const ofYear = (measures: { year: number }[], wanted: number) => measures.find(({ year }) => year === wanted);
  // Three yes, an abstention and a no; in 2018 a yes, an abstention and three no.
  expect(ofYear(europeanUnion, 1999)).toMatchObject({ holders: 5, divided: 1, rice: 0.5, agreementIndex: 0.4 });
  expect(ofYear(europeanUnion, 2018)).toMatchObject({ holders: 5, divided: 1, rice: 0.5, agreementIndex: 0.4 });
  expect(ofYear(nato, 2018)).toMatchObject({ holders: 4, unanimous: 1, rice: 1, agreementIndex: 1 });
  expect(statements).toBe(5);
});

test("21: which states agree most and least with one", async () => {
  const { actor, statements } = await askQuestion(database, "21");
  const { totalCount, nodes } = actor.agreements;
  expect(nodes.slice(-5).map(({ actor: { name }, shared, score }: Agreed) => `${name} ${shared} ${score}`)).toEqual([
    "United Kingdom 8 0.875",
    `United States 9 ${7 / 9}`,
    "Netherlands 8 0.6875",
    "Sweden 8 0.4375",
    "Austria 8 0.1875",
  ]);
  // The others sat in the Council of 2016 with France, and voted as it did on resolution 2334.
  expect(nodes.slice(0, -5).every(({ shared, score }: Agreed) => shared === 1 && score === 1)).toBe(true);
  expect([totalCount, nodes.length, statements]).toEqual([17, 17, 1]);
});

test("22: how similarly each pair of a group voted", async () => {
  const { agreementMatrix, statements } = await askQuestion(database, "22");
  const names: string[] = agreementMatrix.actors.map(({ name }: { name: string }) => name);
  const cell = (one: string, other: string) => agreementMatrix.cells[names.indexOf(one)][names.indexOf(other)];
  expect(cell("France", "Netherlands")).toEqual({ shared: 8, score: 0.6875 });
  expect(cell("Netherlands", "France")).toEqual({ shared: 8, score: 0.6875 });
  expect(cell("Austria", "Sweden")).toEqual({ shared: 8, score: 0.75 });
  expect(cell("France", "Germany")).toEqual({ shared: 0, score: null });
  expect([agreementMatrix.formula.name, statements]).toEqual(["Voting similarity index", 1]);
});

test("23: on which resolutions a state left its group's majority", async () => {
  const { actor, statements } = await askQuestion(database, "23");
  expect(actor.alignmentWith).toEqual({
    ...{ compared: 1, against: 1, score: 0 },
    dissents: {
      totalCount: 1,
      nodes: [
        {
          subject: { slug: "un-ga-73-48", title: "Treaty on prohibition" },
          ...{ vote: "ABSTAIN", majority: "NO", yes: 1, abstain: 0, no: 3, position: { since: "2018-12-05" } },
        },
      ],
    },
  });
  expect(statements).toBe(1);
});

test("24: how the agreement of two states changed by year", async () => {
  const { agreementWith } = (await askQuestion(database, "24")).actor;
  // Both voted on seven of the Assembly's resolutions, and on resolution 2334 of the Council.
  expect(agreementWith).toMatchObject({ shared: 8, score: 0.875 });
  const byYear = agreementWith.years.map(({ year, shared, score }: Record<string, number>) => [year, shared, score]);
  expect(byYear).toEqual([
    [1999, 1, 1],
    [2012, 2, 0.75],
    [2015, 1, 1],
    [2016, 1, 0.5],
    [2017, 1, 1],
    [2018, 1, 1],
    [2019, 1, 1],
  ]);
  expect(agreementWith.years[1].table.no).toEqual({ yes: 0, abstain: 1, no: 1 });
});

test("25: in how many resolutions the permanent members voted alike, by decade", async () => {
  const { cohesion, statements } = await askQuestion(database, "25");
  expect(cohesion).toEqual([
    { decade: 1990, subjects: 1, unanimous: 0, divided: 0, withAbstentions: 1 },
    { decade: 2010, subjects: 7, unanimous: 5, divided: 1, withAbstentions: 1 },
  ]);
  expect(statements).toBe(1);
});
