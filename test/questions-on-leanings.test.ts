import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../src/db/database.js";
import { answer, askAs } from "./support/ask.js";
import { testDatabase } from "./support/database.js";

const folder = new URL("../questions/", import.meta.url);

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

function askQuestion(number: string, variables: object = {}) {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  return answer(database, readFileSync(new URL(file, folder), "utf8"), { ...variables });
}

const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name).sort();

describe("the questions about leanings, on the dossiers alone", () => {
  test("17: which states lean towards the two-state solution, with the evidence", async () => {
    const { proposal } = await askQuestion("17");
    expect(proposal.relatedFrom).toHaveLength(30);
    expect(proposal.relatedFrom).toContainEqual({
      kind: "ENDORSES",
      weight: 0.5,
      weightReason: expect.stringContaining("preamble"),
      proposal: { slug: "un-ga-74-139", title: expect.stringContaining("74/139") },
      sources: [{ title: expect.stringContaining("A/RES/74/139"), url: "https://undocs.org/A/RES/74/139" }],
    });
    // On the dossiers alone: the votes of fifteen states on one resolution are not enough.
    const { totalCount, nodes } = proposal.leanings;
    expect(totalCount).toBe(15);
    expect(nodes).toContainEqual({
      ...{ holder: { name: "United States" }, for: 0, against: 0, abstained: 1, other: 0, considered: 1 },
      ...{ enough: false, score: null, formula: expect.objectContaining({ version: "1" }) },
      positions: {
        nodes: [
          {
            ...{ stance: "ABSTAINS", since: "2016-12-23", subject: { slug: "un-sc-2334" } },
            evidence: { slug: "un-sc-2334-vote" },
          },
        ],
      },
    });
    const alone = (await askQuestion("17", { minimum: 1 })).proposal.leanings.nodes;
    const scores = alone.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...Array(14).fill(1), 0]);
  });

  test("36: who supported it on one day, as it was known on a later one", async () => {
    const supporters = async (variables: object) =>
      names((await askQuestion("36", variables)).proposal.supporters.nodes);
    const council = "United Nations Security Council";
    expect(await supporters({})).toEqual([council]);
    const [asOf, knownAt] = ["2021-01-27", new Date().toISOString()];
    expect(await supporters({ asOf, knownAt })).toEqual([council, "United States"]);
    const { proposal } = await answer(
      database,
      '{ proposal(slug: "two-state-solution") { positions(where: { bases: [STATEMENT] }) { nodes { id version } } } }',
    );
    const [position] = proposal.positions.nodes;
    await askAs(
      "EDITOR",
      database,
      `mutation { retract(input: { id: "${position.id}", version: ${position.version}, reason: "a test" }) { errors { message } } }`,
    );
    expect(await supporters({ asOf })).toEqual([council]);
    expect(await supporters({ asOf, knownAt })).toEqual([council, "United States"]);
  });
});
