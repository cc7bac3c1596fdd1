import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { databaseForProcesses } from "../support/database.js";
import { endAll, run } from "./standpoint.js";

const folder = mkdtempSync(join(tmpdir(), "standpoint-cli-tables-"));
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let env: Record<string, string>;
beforeAll(async () => {
  const { url, dataDir } = await databaseForProcesses();
  env = { DATA_DIR: dataDir, ...(url && { DATABASE_URL: url }) };
});

const page = readFileSync(new URL("../../docs/tables.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]+?)\`\`\``, "g"))].map(([, text = ""]) => text);

const write = (name: string, text: string | undefined) => writeFileSync(join(folder, name), text ?? "");
const standpoint = (...words: string[]) => run(["import", ...words], { env, cwd: folder });

test("the examples of docs/tables.md can be imported, with the totals that the page shows", async () => {
  const [votes, members] = blocks("csv");
  const [source, voteMap, memberMap] = blocks("yaml");
  write("votes.csv", votes);
  write("source.yaml", source);
  const unattributed = await standpoint("votes", "votes.csv");
  expect(unattributed).toMatchObject({ code: 2, err: expect.stringContaining("Give it with --source") });
  const dry = await standpoint("votes", "votes.csv", "--source", "source.yaml", "--dry-run");
  expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing was changed/) });
  const done = await standpoint("votes", "votes.csv", "--source", "source.yaml");
  expect(done.code).toBe(0);
  const totals = /--source source.yaml\n([\s\S]+?)```/.exec(page)?.[1] ?? "none";
  expect(done.out).toContain(totals);

  write("stimmen.csv", "Sitzung;Nr;Datum;Land;M49;Stimme\n67;19;29.11.2012;France;250;Ja\n");
  write("map.yaml", voteMap);
  const mapped = await standpoint("votes", "stimmen.csv", "--map", "map.yaml", "--source", "my-count");
  expect(mapped).toMatchObject({ code: 0, out: expect.stringMatching(/^votes +1 +0 +1 +0$/m) });

  write("members.csv", members);
  write("members.yaml", memberMap);
  const table = await standpoint("table", "members.csv", "--map", "members.yaml");
  expect(table.code).toBe(4);
  const [rows = "", rejected = ""] = /^(Rows: .*)\n(members.csv.*)$/m.exec(page)?.slice(1) ?? [];
  expect(table.out).toContain(rows);
  expect(table.err).toContain(rejected);
  expect(readFileSync(join(folder, "table-report.csv"), "utf8")).toContain("rejected,members.csv,5,");
});

test("a mapping file or table that is not right is refused with its name and exit code 2", async () => {
  write("wrong.yaml", "map: 1\ntitle: T\nentries: { topics: [{ slug: x, nam: y }] }\n");
  write("t.csv", "a\n1\n");
  const wrong = await standpoint("table", "t.csv", "--map", "wrong.yaml");
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('entries.topics[0]: no field "nam"') });
  expect(await standpoint("table", "no.csv", "--map", "wrong.yaml")).toMatchObject({ code: 2 });
  expect(await standpoint("table", "t.csv")).toMatchObject({ code: 2, err: expect.stringContaining("--map <file>") });
});
