import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Database } from "../../../src/db/database.js";
import { exportDossier, type ImportOptions, importDossiers, problemText } from "../../../src/import/dossier/index.js";
import { reviseEntry } from "../../../src/record/write/revise-entry.js";
import { kinds, testDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";

/** An import of one dossier about one actor; its fields are lines of YAML. */
async function importActor(database: Database, title: string, fields: string, options: Partial<ImportOptions> = {}) {
  const text = `dossier: 1\ntitle: ${title}\nactors:\n  - slug: valley\n    kind: STATE\n    ${fields.split("\n").join("\n    ")}\n`;
  const files = [{ path: `${title}.yaml`, text }];
  const { counts, conflicts } = await importDossiers(database, files, { author: "root", ...options });
  return { ...counts.actors, conflicts: conflicts.map(problemText) };
}

/** A correction that an editor makes. */
async function revise(database: Database, changes: object): Promise<void> {
  const { id, version } = await database.prisma.actor.findUniqueOrThrow({ where: { slug: "valley" } });
  const target = { list: "actors", id, version } as const;
  expect(await reviseEntry(database, target, changes, { author: "editor" })).toEqual({ id });
}

/** The actor as an export has it. */
async function valley(database: Database): Promise<string> {
  const exported = await exportDossier(database);
  return exported.slice(exported.indexOf("  - slug: valley"));
}

const code = (scheme: string, value: string) => `{ scheme: ${scheme}, value: "${value}" }`;
const today = () => new Date().toISOString().slice(0, 10);

describe.each(kinds)("on the %s database", (kind) => {
  test("a dossier adds to what another recorded, and takes nothing away", async () => {
    const database = await testDatabase({ kind });
    await importActor(database, "One", `name: Valley\ncodes: [${code("M49", "008")}, ${code("WIKIDATA", "Q1")}]`);
    const second = `name: Valley\ndescription: A valley.\ncodes: [${code("COW", "2")}, ${code("M49", "008")}]`;
    expect(await importActor(database, "Two", second)).toMatchObject({ revised: 1, conflicts: [] });
    const both = await valley(database);
    for (const value of ["008", "Q1", '"2"', "A valley."]) expect(both).toContain(value);
    // Each again changes nothing.
    expect(await importActor(database, "Two", second)).toMatchObject({ unchanged: 1, conflicts: [] });
    const first = `name: Valley\ncodes: [${code("M49", "008")}, ${code("WIKIDATA", "Q1")}]`;
    expect(await importActor(database, "One", first)).toMatchObject({ unchanged: 1, conflicts: [] });
    // What a dossier had itself and has no longer goes; what the other has stays.
    expect(await importActor(database, "One", "name: Valley")).toMatchObject({ revised: 1, conflicts: [] });
    const left = await valley(database);
    expect(left).not.toContain("Q1");
    for (const value of ['"2"', "A valley."]) expect(left).toContain(value);
  });

  test("an editor's correction stays and is reported, until the import is told to overwrite", async () => {
    const database = await testDatabase({ kind });
    const file = `name: Vally\ncodes: [${code("M49", "008")}, ${code("WIKIDATA", "Q1")}]`;
    await importActor(database, "One", file);
    await revise(database, { name: "Valley", codes: [{ scheme: "M49", value: "008" }] });
    const conflicts = [
      `One.yaml:6:11: actors[0].name: "Valley" was recorded by editor on ${today()} and stays unchanged; the file has "Vally"\n    Correct the file, or import with --overwrite`,
      `One.yaml:7:12: actors[0].codes: {"scheme":"WIKIDATA","value":"Q1"} was removed by editor on ${today()} and stays unchanged\n    Correct the file, or import with --overwrite`,
    ];
    expect(await importActor(database, "One", file)).toEqual({ recorded: 0, revised: 0, unchanged: 1, conflicts });
    // Corrections elsewhere in the entry are taken.
    const more = `${file}\ndescription: A valley.`;
    expect(await importActor(database, "One", more)).toMatchObject({ revised: 1, conflicts });
    expect(await valley(database)).toContain("name: Valley\n");
    expect(await importActor(database, "One", more, { overwrite: true })).toMatchObject({ revised: 1, conflicts: [] });
    expect(await valley(database)).toContain("name: Vally\n");
    expect(await valley(database)).toContain("Q1");
    // From then on it is the dossier's own again.
    expect(await importActor(database, "One", more.replace("Vally", "Val"))).toMatchObject({
      revised: 1,
      conflicts: [],
    });
  });
});

test("a dossier keeps what another says of an entry, though it does not name it", async () => {
  const database = await testDatabase();
  const dossier = (title: string, topic: string) =>
    importDossiers(
      database,
      [
        {
          path: `${title}.yaml`,
          text: `dossier: 1
title: ${title}
topics: [{ slug: ${topic}, name: ${topic} }]
proposals: [{ slug: mill, title: Mill, kind: PLAN, status: PROPOSED, topics: [${topic}] }]
`,
        },
      ],
      { author: "root" },
    );
  await dossier("One", "bread");
  expect((await dossier("Two", "water")).conflicts).toEqual([]);
  expect(await exportDossier(database)).toContain("topics: [ bread, water ]");
});

test("what a dossier recorded itself, it corrects without a conflict, whoever imports it", async () => {
  const database = await testDatabase();
  await importActor(database, "One", "name: Vally");
  expect(await importActor(database, "One", "name: Valley", { author: "ann" })).toMatchObject({
    revised: 1,
    conflicts: [],
  });
  expect(await importActor(database, "Two", "name: Val")).toMatchObject({
    revised: 0,
    conflicts: [expect.stringContaining('"Valley" was recorded by ann')],
  });
});

test("an order that an editor made stays; what is added comes last", async () => {
  const database = await testDatabase();
  const codes = (...values: string[]) =>
    `name: Valley\ncodes: [${values.map((value) => code("COW", value)).join(", ")}]`;
  await importActor(database, "One", codes("1", "2"));
  await revise(database, {
    codes: [
      { scheme: "COW", value: "2" },
      { scheme: "COW", value: "1" },
    ],
  });
  const again = await importActor(database, "One", codes("1", "2", "3"));
  expect(again.conflicts).toEqual([expect.stringContaining("actors[0].codes: ")]);
  expect((await valley(database)).match(/"\d"/g)).toEqual(['"2"', '"1"', '"3"']);
});

test("a dry run shows each difference and changes nothing", async () => {
  const database = await testDatabase();
  await importActor(database, "One", "name: Vally");
  const before = await exportDossier(database);
  const seen: unknown[] = [];
  await importActor(database, "One", "name: Valley", {
    dryRun: true,
    onChange: ({ stored, item }) => seen.push([stored?.entry, item.entry]),
  });
  expect(seen).toMatchObject([[{ name: "Vally" }, { name: "Valley" }]]);
  expect(await exportDossier(database)).toBe(before);
});

test("two dossiers give the same record in either order", async () => {
  const codes = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(codes, codes, async (one, two) => {
      const dossier = (values: number[]) =>
        `name: Valley${values.length ? `\ncodes: [${values.map((value) => code("COW", String(value))).join(", ")}]` : ""}`;
      const [first, second] = [await testDatabase(), await testDatabase()];
      await importActor(first, "One", dossier(one));
      await importActor(first, "Two", dossier(two));
      await importActor(second, "Two", dossier(two));
      await importActor(second, "One", dossier(one));
      expect(await valley(first)).toBe(await valley(second));
      expect(await importActor(first, "One", dossier(one))).toMatchObject({ unchanged: 1, conflicts: [] });
      expect(await importActor(first, "Two", dossier(two))).toMatchObject({ unchanged: 1, conflicts: [] });
      expect(await valley(first)).toBe(await valley(second));
    }),
    { numRuns: runs(5) },
  );
});

test("an affiliation that two dossiers have each from its own source keeps both sources", async () => {
  const database = await testDatabase();
  const dossier = (source: string) => `dossier: 1
title: ${source}
sources: [{ slug: ${source}, title: ${source}, kind: DATASET }]
actors:
  - { slug: valley, kind: STATE, name: Valley }
  - { slug: league, kind: INTERNATIONAL_ORGANIZATION, name: League }
affiliations:
  - { member: valley, organization: league, kind: MEMBERSHIP, sources: [${source}] }
`;
  for (const source of ["first-list", "second-list"]) {
    const files = [{ path: "a.yaml", text: dossier(source) }];
    expect((await importDossiers(database, files, { author: "root" })).conflicts).toEqual([]);
  }
  expect(await exportDossier(database)).toContain("sources: [ first-list, second-list ]");
});
