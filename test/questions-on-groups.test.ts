import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../src/db/database.js";
import { answer } from "./support/ask.js";
import { testDatabase } from "./support/database.js";

const folder = new URL("../questions/", import.meta.url);

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
});

function askQuestion(number: string, variables: Record<string, unknown> = {}) {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  return answer(database, readFileSync(new URL(file, folder), "utf8"), variables);
}

const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name).sort();

describe("the questions on states and groups", () => {
  test("32: who is this, by a code, a former name, or a name in another script", async () => {
    const { byWords, byFormerName, byCode } = await askQuestion("32");
    expect(byWords.nodes[0]).toMatchObject({ name: "United States", region: "AMERICAS" });
    expect(byWords.nodes[0].codes).toEqual(
      expect.arrayContaining([
        { scheme: "ISO_3166_1_ALPHA_2", value: "US" },
        { scheme: "ISO_3166_1_ALPHA_3", value: "USA" },
        { scheme: "M49", value: "840" },
        { scheme: "WIKIDATA", value: "Q30" },
      ]),
    );
    expect(names(byFormerName.nodes)).toEqual(["Türkiye"]);
    expect(byFormerName.nodes[0].names).toContainEqual({
      ...{ value: "Turkey", language: "en", kind: "ALIAS", during: "../2022-06" },
    });
    expect(names(byCode.nodes)).toEqual(["Palestine"]);
    expect(byCode.nodes[0]).toMatchObject({ kind: "STATE", region: "ASIA", subregion: "Western Asia" });
    expect(byCode.nodes[0].affiliations.nodes).toEqual([
      { kind: "MEMBERSHIP", role: null, during: "1976/..", organization: { name: "League of Arab States" } },
      {
        ...{ kind: "OBSERVER", role: "Non-member observer State", during: "2012-11-29/.." },
        organization: { name: "United Nations" },
      },
    ]);
  });

  test.each([
    ["中国", "China"],
    ["США", "United States"],
    ["فرنسا", "France"],
    ["Côte d'Ivoire", "Côte d’Ivoire"],
    ["Alemania", "Germany"],
    ["DRC", "Democratic Republic of the Congo"],
    ["Burma", "Myanmar"],
  ])("32: %s is %s", async (words, name) => {
    const { byWords } = await askQuestion("32", { words });
    expect(byWords.nodes[0]?.name).toBe(name);
  });

  test("33: how many members each group had on a day, and whether that is all of them", async () => {
    const membersOn = async (day?: string) => {
      const { actors } = await askQuestion("33", day ? { day } : {});
      return Object.fromEntries(
        actors.nodes.map((group: { name: string; members: { totalCount: number }; membersComplete: boolean }) => [
          group.name,
          group.membersComplete ? group.members.totalCount : `${group.members.totalCount} and more`,
        ]),
      );
    };
    expect(await membersOn()).toEqual({
      "African Group": 54,
      "African Union": 55,
      "Asia-Pacific Group": 54,
      "Association of Southeast Asian Nations": 10,
      BRICS: 5,
      "Eastern European Group": 23,
      "European Union": 27,
      "Group of 7": 7,
      "Group of 20": 20,
      "Group of 77": "132 and more",
      "Latin American and Caribbean Group": 33,
      "League of Arab States": 22,
      "North Atlantic Treaty Organization": 30,
      "Organisation for Economic Co-operation and Development": 37,
      "Permanent members of the Security Council": 5,
      "United Nations": 193,
      "United Nations Security Council": 15,
      "Western European and others Group": 28,
    });
    // Whether Yugoslavia was a member then is disputed; the Council's elected members are not on record.
    expect(await membersOn("1994-07-01")).toMatchObject({
      "European Union": 12,
      "North Atlantic Treaty Organization": 16,
      "United Nations": "183 and more",
      "Permanent members of the Security Council": 5,
      "United Nations Security Council": "5 and more",
    });
    expect(await membersOn("1989-07-01")).toMatchObject({
      "United Nations": "159 and more",
      "League of Arab States": 22,
    });
  });

  test("33: observers and candidates are told apart from members", async () => {
    const { actors } = await askQuestion("33", { day: "2023-01-01" });
    const of = (name: string) => actors.nodes.find((group: { name: string }) => group.name === name);
    expect(of("European Union").others.nodes).toHaveLength(8);
    expect(of("European Union").others.nodes).toContainEqual({ kind: "CANDIDATE", member: { name: "Ukraine" } });
    expect(of("European Union").membersSource.title).toContain("EU countries");
    expect(of("Group of 77")).toMatchObject({
      membersComplete: false,
      membersCompleteDuring: null,
      membersSource: null,
    });
  });
});
