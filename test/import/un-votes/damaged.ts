import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { sql } from "../../../src/db/sql.js";
import { country, type Sample, temporaryFolder, write } from "./sample.js";

const { france, namibia, ivoryCoast } = country;
export const rcids = Array.from({ length: 20 }, (_, index) => 5_000 + index);
export const sample: Sample = {
  rollCalls: rcids.map((rcid) => ({
    ...{ rcid, session: 60, date: "2005-12-01", unres: `R/60/${rcid}`, short: `Roll call ${rcid}, "quoted"` },
    ...{ stated_yes: 2, stated_no: 1, stated_abstain: 0 },
  })),
  votes: rcids.flatMap((rcid) => [
    [rcid, ...france, "yes"],
    [rcid, ...namibia, "yes"],
    [rcid, ...ivoryCoast, "no"],
  ]),
  absences: rcids.map((rcid) => [rcid, "Cuba", "CU", "recorded"]),
  issues: rcids.map((rcid) => [rcid, "hr", "Human rights"]),
  countries: [[220, ...france, "FRA", "France"]],
};

/** The text of a file of the sample. */
export let text: (name: string) => string;
beforeAll(async () => {
  const folder = await write(sample);
  const names = ["un_roll_calls", "un_votes", "un_absences", "un_roll_call_issues", "un_vote_countries"];
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name, await readFile(join(folder, `${name}.csv`), "utf8"));
  text = (name) => texts.get(name) ?? "";
});

/** A folder with the sample, in which one file has other content. */
export async function folderWith(file: string, content: string | Uint8Array): Promise<string> {
  const name = file.replace(/\..*$/, "");
  const folder = await temporaryFolder();
  for (const other of ["un_roll_calls", "un_votes", "un_absences", "un_roll_call_issues", "un_vote_countries"]) {
    if (other !== name) await writeFile(join(folder, `${other}.csv`), text(other));
  }
  await writeFile(join(folder, file), content);
  return folder;
}

/** How many rows are on record. */
export const recordedRows = async (database: Database) => {
  const [row] = await database.query<{ count: number }>(sql`
    select (select count(*) from "Actor") + (select count(*) from "Source") + (select count(*) from "Proposal")
      + (select count(*) from "Topic") + (select count(*) from "Position") + (select count(*) from "Revision") as count`);
  return row?.count;
};

/** A text in which one line is changed. */
export const line = (content: string, number: number, change: (row: string) => string): string =>
  content
    .split("\n")
    .map((row, index) => (index === number - 1 ? change(row) : row))
    .join("\n");

export const latin1 = (content: string) => Buffer.from(content, "latin1");
