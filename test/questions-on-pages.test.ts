import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import type { Database } from "../src/db/database.js";
import { loadSeedVotes } from "../src/import/seeds.js";
import { answer } from "./support/ask.js";
import { testDatabase } from "./support/database.js";

const folder = new URL("../questions/", import.meta.url);

/** A file of the votes that come with Standpoint: what pages show is counted from it once more. */
const rowsOf = (name: string): Record<string, string>[] =>
  parse(gunzipSync(readFileSync(new URL(`../seeds/votes/${name}.csv.gz`, import.meta.url))), { columns: true });

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ seeds: true });
  await loadSeedVotes(database);
});

async function askQuestion(number: string, variables: Record<string, unknown> = {}) {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no question ${number}.`);
  return answer(database, readFileSync(new URL(file, folder), "utf8"), variables);
}

test("70: a roll call has the votes of the file, and the groups' votes of that day", async () => {
  const { rollCall, europeanUnion, arabLeague } = await askQuestion("70", { slug: "un-ga-67-19-vote" });
  const [call] = rowsOf("un_roll_calls").filter(({ unres }) => unres === "R/67/19");
  const votes = rowsOf("un_votes").filter(({ rcid }) => rcid === call?.rcid);
  const count = (vote: string) => votes.filter((row) => row.vote === vote).length;
  expect(rollCall.tally.counted).toMatchObject({ yes: count("yes"), no: count("no"), abstain: count("abstain") });
  expect(rollCall.tally.stated).toMatchObject({ yes: Number(call?.stated_yes), no: Number(call?.stated_no) });
  expect(rollCall.positions.totalCount).toBe(votes.length);
  expect(europeanUnion[0]).toMatchObject({ yes: 14, abstain: 12, no: 1 });
  expect(arabLeague[0]).toMatchObject({ abstain: 0, no: 0, rice: 1 });
});

test("71: a topic has its proposals, votes by year, and contested votes in the order of their margins", async () => {
  const { topic, byYear, mostContested } = await askQuestion("71");
  expect(topic.proposals.totalCount).toBeGreaterThan(10);
  const standing = byYear.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(standing).toBeGreaterThan(1000);
  const margins = mostContested.nodes.map(({ margin }: { margin: number }) => margin);
  expect(margins).toEqual([...margins].sort((a, b) => a - b));
});

test("72: a group has the members of a day, and its unity by year", async () => {
  const now = await askQuestion("72", { since: "2015-01-01" });
  expect(now.actor.members.totalCount).toBe(27);
  const before = await askQuestion("72", { asOf: "2019-06-01", since: "2015-01-01" });
  expect(before.actor.members.totalCount).toBe(28);
  for (const { agreementIndex, subjects } of now.cohesion) {
    expect(agreementIndex).toBeLessThanOrEqual(1);
    expect(subjects).toBeGreaterThan(0);
  }
});

test("73 and 74: two states' agreement is what the file of votes says", async () => {
  const since = "1993-01-01";
  const days = new Map(rowsOf("un_roll_calls").map(({ rcid, date }) => [rcid, date ?? ""]));
  const votesOf = (country: string) =>
    new Map(
      rowsOf("un_votes")
        .filter((row) => row.country_code === country && (days.get(row.rcid ?? "") ?? "") >= since)
        .map(({ rcid, vote }) => [rcid, vote]),
    );
  const [french, russian] = [votesOf("FR"), votesOf("RU")];
  const shared = [...french].filter(([rcid]) => russian.has(rcid));
  const agreed = shared.filter(([rcid, vote]) => russian.get(rcid) === vote);
  // Both voted for the Security Council's resolution 2334, too, which is in a dossier and not in the file.
  const counts = { shared: shared.length + 1, agreed: agreed.length + 1 };

  const { actor } = await askQuestion("73", { since });
  const { agreementWith } = actor;
  expect(agreementWith).toMatchObject(counts);
  expect(agreementWith.subjects.totalCount).toBe(shared.length - agreed.length);
  const { yes, abstain, no } = agreementWith.table;
  expect(yes.yes + abstain.abstain + no.no).toBe(counts.agreed);

  const { agreementMatrix } = await askQuestion("74", { since, actors: ["france", "russia"] });
  expect(agreementMatrix.cells[0][1]).toMatchObject(counts);
});

test("75: a group's members stand on proposals, one row each", async () => {
  const { stanceMatrix } = await askQuestion("75");
  const rows = stanceMatrix.rows.map(({ name }: { name: string }) => name);
  expect(rows).toEqual(["China", "France", "Russia", "United Kingdom", "United States"]);
  const column = stanceMatrix.columns.findIndex(({ slug }: { slug: string }) => slug === "un-ga-67-19");
  const stances = stanceMatrix.cells.map((row: ({ stance: string } | null)[]) => row[column]?.stance);
  expect(stances).toEqual(["SUPPORTS", "SUPPORTS", "SUPPORTS", "ABSTAINS", "OPPOSES"]);
});

test("76: who breaks ranks, the most often first", async () => {
  const { breakers } = await askQuestion("76");
  const against = breakers.nodes.map((node: { against: number }) => node.against);
  expect(against).toEqual([...against].sort((a, b) => b - a));
  for (const { compared } of breakers.nodes) expect(compared).toBeGreaterThan(0);
});

test("30: who was absent most often in a session, and from which votes, is what the file of absences says", async () => {
  const session = new Set(rowsOf("un_roll_calls").flatMap((row) => (row.session === "73" ? [row.rcid] : [])));
  const absences = new Map<string, { rcid: number; basis: string }[]>();
  for (const { rcid, country_code: code = "", basis = "" } of rowsOf("un_absences")) {
    if (session.has(rcid)) absences.set(code, [...(absences.get(code) ?? []), { rcid: Number(rcid), basis }]);
  }
  const counts = [...absences.values()].map((some) => some.length).sort((a, b) => b - a);

  const { absentees } = await askQuestion("30");
  expect(absentees.totalCount).toBe(counts.length);
  expect(absentees.nodes.map(({ count }: { count: number }) => count)).toEqual(counts.slice(0, 25));

  const { all } = await answer(
    database,
    `{ all: absentees(where: { rollCall: { body: "un-general-assembly", session: 73 } }, first: 500) { nodes {
      count derived actor { codes { scheme value } absences(where: { rollCall: { sessions: [73] } }) { totalCount } }
      absences(first: 100) { nodes { basis rollCall { number } } } } } }`,
  );
  for (const { count, derived, actor, absences: listed } of all.nodes) {
    const codes: { scheme: string; value: string }[] = actor.codes;
    const code = codes.find(({ scheme }) => scheme === "ISO_3166_1_ALPHA_2")?.value ?? "";
    const expected = absences.get(code) ?? [];
    const found = listed.nodes.map(({ basis, rollCall }: { basis: string; rollCall: { number: number } }) => ({
      ...{ rcid: rollCall.number, basis: basis.toLowerCase() },
    }));
    expect([code, found.sort(byNumber)]).toEqual([code, expected.sort(byNumber)]);
    const derivedThere = expected.filter(({ basis }) => basis === "derived").length;
    expect([count, actor.absences.totalCount, derived]).toEqual([expected.length, expected.length, derivedThere]);
  }
  expect(all.nodes).toHaveLength(absences.size);
});

const byNumber = (one: { rcid: number }, other: { rcid: number }) => one.rcid - other.rcid;
