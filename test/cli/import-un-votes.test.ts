import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { databaseForProcesses, kinds } from "../support/database.js";
import { DatabaseLink } from "../support/database-link.js";
import { endAll, run } from "./standpoint.js";

const folder = mkdtempSync(join(tmpdir(), "standpoint-cli-votes-"));
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let env: Record<string, string>;
beforeAll(async () => {
  const { url, dataDir } = await databaseForProcesses();
  env = { DATA_DIR: dataDir, ...(url && { DATABASE_URL: url }) };
});

const rollCalls = "rcid,session,date,unres\n1,60,2005-12-01,R/60/1\n";
const votes = "rcid,country,country_code,vote\n1,France,FR,yes\n1,Namibia,NA,no\n";

/** Imports votes from a folder with these rows. */
function importVotes(rows: string, ...words: string[]) {
  writeFileSync(join(folder, "un_roll_calls.csv"), rollCalls);
  writeFileSync(join(folder, "un_votes.csv"), rows);
  return run(["import", "un-votes", folder, ...words], { env, cwd: folder });
}

test("exit codes: damage and strict 2, rejected rows 4, done 0", async () => {
  const damaged = await importVotes(`${votes}1,"Cuba,CU,yes\n`);
  expect(damaged).toMatchObject({ code: 2, out: "" });
  expect(damaged.err).toContain("error: un_votes.csv:4: a quote that opens in this row is never closed");

  const doubtful = `${votes}1,Cannada,CX,yes\n`;
  const strict = await importVotes(doubtful, "--strict");
  expect(strict).toMatchObject({ code: 2, out: "" });
  expect(strict.err).toContain("un_votes.csv:4: rejected: the country");
  expect(strict.err).toContain("error: 1 rows would be rejected. Nothing was recorded, because of --strict");

  const dry = await importVotes(doubtful, "--dry-run");
  expect(dry.code).toBe(4);
  expect(dry.out).toMatch(/^Nothing was changed. An import would do this:\n(.*\n)*un_votes.csv +3 +2 +0 +1\n/);

  writeFileSync(join(folder, "source.yaml"), "slug: undl\ntitle: UN Digital Library\nkind: DATASET\n");
  const rejecting = await importVotes(doubtful, "--report", "r.csv", "--source", "source.yaml");
  expect(rejecting.code).toBe(4);
  expect(rejecting.out).toMatch(/un_votes.csv +3 +2 +0 +1\n/);
  expect(rejecting.out).toContain("Source: UN Digital Library");
  expect(rejecting.out).toContain("`standpoint seed` records them");
  expect(rejecting.err).toContain(
    "error: 1 rows were rejected and 0 facts conflict with the record. All other rows are recorded; r.csv says why",
  );
  expect(readFileSync(join(folder, "r.csv"), "utf8")).toContain("rejected,un_votes.csv,4,");

  expect(await importVotes(votes)).toMatchObject({ code: 0, out: expect.stringMatching(/un_votes.csv +2 +0 +2 +0\n/) });
  const nowhere = await importVotes(votes, "--source", "no/such.yaml");
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining("--source no/such.yaml: cannot be read") });
});

const onServer = kinds.includes("postgres") ? test : test.skip;

onServer(
  "where the connection breaks at COMMIT, it says that the outcome is unknown; the same again is right",
  async () => {
    const { url = "", dataDir } = await databaseForProcesses("postgres");
    expect((await run(["migrate"], { env: { DATABASE_URL: url } })).code).toBe(0);
    const { link, url: linked } = await DatabaseLink.open(url);
    const broken = { DATA_DIR: dataDir, DATABASE_URL: linked };
    try {
      writeFileSync(join(folder, "un_roll_calls.csv"), rollCalls);
      writeFileSync(join(folder, "un_votes.csv"), votes);
      const dossier = "dossier: 1\ntitle: Topics\ntopics: [{ slug: water, name: Water }]\n";
      writeFileSync(join(folder, "a.dossier.yaml"), dossier);
      for (const [words, commit, done] of [
        [["import", "un-votes", folder], "commit", /un_roll_calls.csv +1 +0 +1 +0\n/],
        [["import", "dossier", join(folder, "a.dossier.yaml")], "COMMIT", /unchanged/],
      ] as const) {
        link.when(commit, "passThenCut");
        const outcome = await run(words, { env: broken, cwd: folder });
        expect(outcome).toMatchObject({
          code: 3,
          err: expect.stringContaining("it is unknown whether the change was recorded"),
        });
        expect(outcome.err).toContain("Run the command again: this is safe");
        const again = await run(words, { env: broken, cwd: folder });
        expect(again).toMatchObject({ code: 0, out: expect.stringMatching(done) });
      }
    } finally {
      await link.close();
    }
  },
);
