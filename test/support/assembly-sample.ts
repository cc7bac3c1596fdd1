import { readdirSync, readFileSync } from "node:fs";
import { expect } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { importSample } from "../import/un-votes/imported.js";
import { ask } from "./ask.js";

const folder = new URL("../../questions/", import.meta.url);

const states = {
  austria: ["Austria", "AT"],
  france: ["France", "FR"],
  netherlands: ["Netherlands", "NL"],
  sweden: ["Sweden", "SE"],
  unitedKingdom: ["United Kingdom", "GB"],
  unitedStates: ["United States", "US"],
} as const;
const voters = Object.values(states);

type Vote = "yes" | "no" | "abstain" | undefined;

/** Roll calls with each voter's vote, in the order above: real resolutions, and most of these votes are too. */
const rollCalls: [rcid: number, session: number, date: string, unres: string, short: string, votes: Vote[]][] = [
  [1, 54, "1999-12-01", "R/54/54", "Nuclear disarmament", ["yes", "abstain", "yes", "yes", "no", "no"]],
  [2, 67, "2012-11-29", "R/67/19", "Status of Palestine", ["yes", "yes", "abstain", "yes", "abstain", "no"]],
  [3, 67, "2012-12-03", "R/67/56", "Negotiations on disarmament", ["yes", "no", "abstain", "abstain", "no", "no"]],
  [4, 70, "2015-12-07", "R/70/33", "Negotiations on disarmament", ["yes", "no", "abstain", "abstain", "no", "no"]],
  [5, 71, "2016-12-23", "R/71/258", "Negotiations on disarmament", ["yes", "no", "abstain", "yes", undefined, "no"]],
  [6, 72, "2017-12-04", "R/72/31", "Negotiations on disarmament", ["yes", "no", "no", "yes", "no", "no"]],
  [7, 73, "2018-12-05", "R/73/48", "Treaty on prohibition", ["yes", "no", "no", "abstain", "no", "no"]],
  [8, 74, "2019-12-12", "R/74/41", "Treaty on prohibition", ["yes", "no", "no", "abstain", "no", "no"]],
];

/** Imports votes of the Assembly: enough for the standard questions on votes. */
export async function importAssemblySample(database: Database): Promise<void> {
  const { rejected } = await importSample(
    database,
    {
      rollCalls: rollCalls.map(([rcid, session, date, unres, short, votes]) => {
        const stated = (wanted: Vote) => votes.filter((vote) => vote === wanted).length;
        const totals = { stated_yes: stated("yes"), stated_no: stated("no"), stated_abstain: stated("abstain") };
        return { rcid, session, date, unres, short, ...totals };
      }),
      votes: rollCalls.flatMap(([rcid, , , , , votes]) =>
        voters.flatMap((voter, index) => (votes[index] ? [[rcid, ...voter, votes[index]]] : [])),
      ),
      absences: [[5, ...states.unitedKingdom, "recorded"]],
      // Resolution 71/258 is in the dossiers, with a topic of its own.
      issues: [1, 3, 4, 6, 7, 8].map((rcid) => [rcid, "nu", "Nuclear weapons and nuclear material"]),
    },
    1000,
  );
  expect(rejected).toEqual([]);
}

/** Asks the standard question of a number, and expects no error: its data, and how many statements it took. */
export async function askStandardQuestion(on: Database, number: string, variables?: Record<string, unknown>) {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  const { data, errors, statements } = await ask(on, readFileSync(new URL(file, folder), "utf8"), variables);
  expect(errors).toBeUndefined();
  return { ...data, statements: statements.length };
}
