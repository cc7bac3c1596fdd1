import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import { exportDossier } from "../../../src/import/dossier/index.js";
import { readDossiers } from "../../../src/import/dossier/read/dossier-files.js";
import { dossierYaml } from "../../../src/import/dossier/yaml-text.js";
import { kinds, testDatabase } from "../../support/database.js";
import { importTexts, total } from "./import-text.js";

const seedsFolder = new URL("../../../seeds/", import.meta.url);
const seeds = readdirSync(seedsFolder)
  .filter((name) => name.endsWith(".dossier.yaml"))
  .map((name) => readFileSync(new URL(name, seedsFolder), "utf8"));
const everything = readFileSync(new URL("everything.dossier.yaml", import.meta.url), "utf8");

/** The entries of dossiers, canonical and in an order of no meaning. */
async function entriesOf(...texts: string[]): Promise<string[]> {
  return (await itemsOf(...texts)).map(({ list, entry }) => `${list} ${JSON.stringify(entry)}`).sort();
}

async function itemsOf(...texts: string[]) {
  const { items, positions, problems } = await readDossiers(texts.map((text, index) => ({ path: `${index}`, text })));
  expect(problems.kept).toEqual([]);
  const all: { list: string; entry: object }[] = [...items];
  for await (const batch of positions.batches()) all.push(...batch);
  positions.close();
  return all;
}

describe.each(kinds)("on the %s database", (kind) => {
  test.each([
    ["the seeds", seeds],
    ["every field of every kind", [everything]],
  ])("%s come back as they were imported, and once more byte for byte", async (_name, texts) => {
    const first = await testDatabase({ kind });
    await importTexts(first, ...texts);
    const exported = await exportDossier(first);
    expect(await entriesOf(exported)).toEqual(await entriesOf(...texts));
    expect(total(await importTexts(first, exported))).toMatchObject({ recorded: 0, revised: 0 });

    const second = await testDatabase({ kind });
    await importTexts(second, exported);
    expect(await exportDossier(second)).toBe(exported);
  });
});

test("what is retracted is left out, with what cannot be without it: the rest can still be imported", async () => {
  const database = await testDatabase();
  await importTexts(database, everything);
  const data = { retractedAt: new Date(), retractionReason: "A slip." };
  const { prisma } = database;
  await prisma.actor.update({ where: { slug: "ben" }, data });
  await prisma.source.update({ where: { slug: "valley-times" }, data });
  await prisma.statement.update({ where: { slug: "ann-speaks" }, data });
  await prisma.affiliation.updateMany({ where: { member: { slug: "ann" } }, data });
  const exported = await exportDossier(database);
  const other = await testDatabase();
  await importTexts(other, exported);
  expect(await exportDossier(other)).toBe(exported);

  const items = await itemsOf(exported);
  const entries = (wanted: string) => items.flatMap(({ list, entry }) => (list === wanted ? [entry] : []));
  expect(entries("proposals")).toContainEqual(expect.objectContaining({ slug: "mill", sponsors: ["ann"] }));
  expect(entries("affiliations")).toMatchObject([{ member: "hill-cabinet" }]);
  // Of its two sources one is left; the action that had only the other is gone, and what rests on it.
  expect(entries("statements")).toEqual([
    { slug: "ben-answers", delivery: "SPOKEN", madeOn: "2020-04-30", summary: "Ben says no.", sources: ["minutes"] },
  ]);
  expect(entries("policyActions")).toMatchObject([{ slug: "allows-mill" }]);
  expect(entries("policyActions")[0]).not.toHaveProperty("reverses");
  expect(entries("positions")).toMatchObject([
    { holder: "ann", basis: "SPONSORSHIP" },
    { holder: "council", basis: "ADOPTION" },
  ]);
});

test("an empty database gives an empty dossier", async () => {
  expect(await exportDossier(await testDatabase())).toBe("dossier: 1\ntitle: Everything on record\nentries: 0\n");
});

test("of two positions since the same day, the one that stands still stands after an export", async () => {
  const standing = `
dossier: 1
title: Two on one day
sources: [{ slug: s, title: S, kind: NEWS }]
actors: [{ slug: a, kind: STATE, name: A }]
proposals: [{ slug: p, title: P, kind: PLAN, status: PROPOSED }]
statements:
  - { slug: z-first, speaker: a, delivery: SPOKEN, madeOn: 2020-01-01, summary: No., sources: [s] }
  - { slug: a-second, speaker: a, delivery: SPOKEN, madeOn: 2020-01-01, summary: Yes., sources: [s] }
positions:
  - { holder: a, subject: p, stance: OPPOSES, basis: STATEMENT, since: 2020-01-01, evidence: { statement: z-first } }
  - { holder: a, subject: p, stance: SUPPORTS, basis: STATEMENT, since: 2020-01-01, evidence: { statement: a-second } }
`;
  const first = await testDatabase();
  await importTexts(first, standing);
  const second = await testDatabase();
  await importTexts(second, await exportDossier(first));
  const forever = new Date("9999-12-31");
  const stances = await second.prisma.position.findMany({
    where: { standingUntil: forever },
    select: { stance: true },
  });
  expect(stances).toEqual([{ stance: "SUPPORTS" }]);
});

test("any text survives being written", () => {
  const text = fc
    .string({ unit: fc.constantFrom(..."ab Z0:-#'\"[]{}|>&*!%@`,?~=\\\n\té№中") })
    .map((written) => written.trim())
    .filter((written) => written !== "");
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
      const entries = texts.map((summary) => ({ slug: "a", name: summary, description: `${summary} ${summary}` }));
      const pieces = `${dossierYaml("topics", entries, true)}${dossierYaml("topics", entries, false)}`;
      expect(parse(pieces)).toEqual({ topics: [...entries, ...entries] });
    }),
    { numRuns: 500 },
  );
});
