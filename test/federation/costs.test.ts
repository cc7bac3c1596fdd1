import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { testDatabase } from "../support/database.js";
import { type Cost, type Deployments, startDeployments } from "../support/federation.js";
import { withoutUnknownSlugs } from "../support/known-slugs.js";
import { ask } from "../support/server.js";
import { recordForQuestions } from "./questions-data.js";

const folder = new URL("../../questions/", import.meta.url);
const questions = readdirSync(folder)
  .filter((name) => name.endsWith(".graphql"))
  .map((name): [string, string] => [name.slice(0, 2), readFileSync(new URL(name, folder), "utf8")]);

/**
 * Those about the record. The questions of the site's pages, from 40 on, are combinations of these about what the made-up data
 * below lack; test/site counts their requests.
 */
const ofRecord = questions.filter(([number]) => Number(number) < 40);

/** Of each module: how often its subgraph is asked, and how many SQL statements that takes. */
const pinned: Record<string, Record<string, [fetches: number, statements: number]>> = {
  "01": { proposals: [1, 1], statements: [1, 1], positions: [1, 1] },
  "02": { proposals: [1, 1], statements: [1, 1], positions: [1, 1] },
  "03": { actors: [1, 1], proposals: [1, 1] },
  "04": { proposals: [1, 2] },
  "05": { proposals: [1, 1], statements: [1, 1], positions: [1, 2] },
  "06": { positions: [1, 1] },
  "07": { "policy-actions": [1, 1] },
  "08": { actors: [1, 1], "policy-actions": [1, 1], statements: [1, 1], positions: [1, 1] },
  "09": { actors: [1, 1], statements: [1, 1] },
  "10": { positions: [1, 1] },
  "11": { actors: [1, 2], proposals: [1, 1], positions: [1, 2] },
  "12": { positions: [1, 2] },
  "13": { actors: [1, 1], positions: [1, 1] },
  "14": { positions: [1, 1] }, // nobody changed its vote; see below
  "15": { positions: [1, 1] },
  "16": { changes: [1, 1] },
  "17": { proposals: [1, 1], positions: [1, 1] },
  "18": { proposals: [1, 1], positions: [1, 1] },
  "19": { positions: [1, 1] }, // no vote of that session is on record
  "20": { positions: [1, 5] },
  "21": { actors: [1, 1], positions: [1, 1] },
  "22": { positions: [1, 1] },
  "23": { actors: [1, 1], positions: [1, 1] },
  "24": { actors: [1, 1], positions: [1, 1] },
  "25": { positions: [1, 1] },
  "26": { positions: [1, 2] },
  "27": { proposals: [1, 1], positions: [1, 1] },
  "28": { actors: [1, 1], "policy-actions": [1, 1], statements: [1, 1], positions: [1, 1] },
  "29": { proposals: [1, 1], positions: [1, 1] },
  "30": { positions: [1, 1] }, // no absence of that session is on record
  "31": { sources: [1, 1], statements: [2, 2], positions: [1, 1] },
  "32": { actors: [1, 2], discovery: [1, 1] },
  "33": { actors: [1, 1] },
  "34": { positions: [1, 1] }, // nothing divides the two on the dossiers
  "35": { changes: [1, 2] },
  "36": { proposals: [1, 1], positions: [1, 1] },
};
/** The question about one proposal by its slug, of which more is never found. */
const aboutOneRow = ["04"];
/** Questions that compare votes, or count what few have: of what is recorded here, they find as much in little as in much. */
const ofVotes = ["19", "21", "22", "23", "25", "30", "31", "33", "34"];

const counted = (costs: Record<string, Cost>) =>
  Object.fromEntries(
    Object.entries(costs).map(([name, { fetches, statements }]) => [name, [fetches.length, statements]]),
  );

let deployments: Deployments;
beforeAll(async () => {
  deployments = await startDeployments(await testDatabase({ seeds: true }));
});

describe("what the questions cost through the gateway", () => {
  test.each(ofRecord)("question %s", async (number, query) => {
    const { answer, costs } = await deployments.costOf(query);
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
    expect(counted(costs)).toEqual({ actors: [1, 1], positions: [1, 1] });
    expect(counted(expected.costs)).toEqual({ actors: [1, 1], positions: [1, 1] });
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
  });

  test.each(ofRecord.filter(([number]) => !ofVotes.includes(number)))("question %s", async (number, query) => {
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
