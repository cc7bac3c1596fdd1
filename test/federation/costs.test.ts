import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase } from "../support/database.js";
import { type Cost, type Deployments, startDeployments } from "../support/federation.js";
import { withoutUnknownSlugs } from "../support/known-slugs.js";
import { ask } from "../support/server.js";
import { recordForQuestions } from "./questions-data.js";

const folder = new URL("../questions/", import.meta.url);
const questions = readdirSync(folder)
  .filter((name) => name.endsWith(".graphql"))
  .map((name): [string, string] => [name.slice(0, 2), readFileSync(new URL(name, folder), "utf8")]);

/** Of each module: how often its subgraph is asked, and how many SQL statements that takes. */
const pinned: Record<string, Record<string, [fetches: number, statements: number]>> = {
  "01": { sources: [2, 2], actors: [2, 3], proposals: [2, 2], statements: [1, 1], positions: [1, 1] },
  "02": { sources: [1, 1], actors: [2, 3], proposals: [1, 1], statements: [1, 1], positions: [1, 1] },
  "03": { actors: [1, 1], proposals: [1, 1] },
  "04": { proposals: [1, 2] },
  "05": { sources: [1, 1], actors: [2, 3], proposals: [2, 2], statements: [1, 1], positions: [2, 2] },
  "06": { actors: [1, 1], positions: [1, 1] },
  "07": { actors: [1, 1], "policy-actions": [1, 1] },
  "08": {
    ...{ sources: [1, 1], actors: [3, 3], proposals: [1, 1] },
    ...{ "policy-actions": [1, 2], statements: [1, 1], positions: [1, 1] },
  },
  "09": { sources: [1, 1], actors: [1, 3], statements: [1, 1] },
  "10": { actors: [1, 1], proposals: [1, 1], "policy-actions": [1, 1], positions: [1, 1] },
  "11": { actors: [1, 2], proposals: [1, 1], positions: [2, 2] },
  "12": { proposals: [1, 1], positions: [1, 2] },
  "13": { actors: [2, 2], proposals: [1, 1], positions: [1, 1] },
  "14": { positions: [1, 1] }, // nothing is found without the Assembly's votes; see below
  "15": { actors: [1, 1], proposals: [1, 1], positions: [1, 1] },
  "16": { changes: [1, 1] },
};
/** The question about one proposal by its slug, of which more is never found. */
const aboutOneRow = ["04"];

const counted = (costs: Record<string, Cost>) =>
  Object.fromEntries(
    Object.entries(costs).map(([name, { fetches, statements }]) => [name, [fetches.length, statements]]),
  );

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase({ seeds: true }));
});

describe("what the questions cost through the gateway", () => {
  test.each(questions)("question %s", async (number, query) => {
    const known = await withoutUnknownSlugs(query, async (text) => (await ask(deployments.gateway, text)).errors);
    const { answer, costs } = await deployments.costOf(known);
    expect(answer.errors).toBeUndefined();
    expect(counted(costs)).toEqual(pinned[number]);
  });
});

describe("what a document says twice, or skips, costs nothing", () => {
  const plain = '{ actor(slug: "russia") { positions(first: 5) { nodes { since holder { name slug } } } } }';
  const same: [string, string][] = [
    [
      "fragments that ask for fields of the same entities",
      `{ actor(slug: "russia") { ...Since ...Holder } }
        fragment Since on Actor { positions(first: 5) { nodes { since holder { name } } } }
        fragment Holder on Actor { positions(first: 5) { nodes { holder { slug } } } }`,
    ],
    [
      "fields of other modules that are skipped",
      `{ actor(slug: "russia") {
          statements @skip(if: true) { totalCount }
          positions(first: 5) { nodes { since holder { name slug } ... @include(if: false) { sources { title } } } }
        } }`,
    ],
  ];
  test.each(same)("%s", async (_name, query) => {
    const { answer, costs } = await deployments.costOf(query);
    const expected = await deployments.costOf(plain);
    expect(answer.data).toEqual(expected.answer.data);
    expect(counted(costs)).toEqual({ actors: [2, 2], positions: [1, 1] });
    expect(counted(expected.costs)).toEqual({ actors: [2, 2], positions: [1, 1] });
  });
});

describe("no cost grows with the rows", () => {
  const sizes = [1, 50];
  let sized: Deployments[];
  beforeAll(async () => {
    sized = await Promise.all(
      sizes.map(async (size) => {
        const database = await testDatabase();
        await recordForQuestions(database, size);
        return startDeployments(database);
      }),
    );
  }, 60_000);

  test.each(questions)("question %s", async (number, query) => {
    const [few, many] = await Promise.all(
      sized.map(async ({ gateway, costOf }) =>
        costOf(await withoutUnknownSlugs(query, async (text) => (await ask(gateway, text)).errors)),
      ),
    );
    if (!few || !many) throw new Error("There is a deployment for each size.");
    const [before, after] = [few, many].map(({ answer }) => JSON.stringify(answer.data).length);
    expect(after).toBeGreaterThanOrEqual((before ?? 0) * (aboutOneRow.includes(number) ? 1 : 5));
    expect(counted(many.costs)).toEqual(counted(few.costs));
  });
});
