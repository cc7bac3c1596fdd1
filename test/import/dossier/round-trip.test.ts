import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse } from "yaml";
import type { Database } from "../../../src/db/database.js";
import {
  exportDossier,
  importDossiers,
  missingParts,
  partName,
  streamDossier,
} from "../../../src/import/dossier/index.js";
import { dossierYaml } from "../../../src/import/dossier/yaml-text.js";
import { RandomHistory, randomly } from "../../known/random-history.js";
import { kinds, testDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpoint-parts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The parts of an export, as files on disk. */
async function exportParts(database: Database, partSize: number) {
  const texts: string[] = [];
  const count = await streamDossier(database, (_part, text) => void texts.push(text), { partSize });
  expect(texts).toHaveLength(count);
  return Promise.all(
    texts.map(async (text, index) => {
      const path = partName(index + 1, count);
      const location = join(folder, path);
      await writeFile(location, text);
      return { path, location, size: text.length };
    }),
  );
}

describe.each(kinds)("on the %s database", (kind) => {
  test("after any history an export can be imported, as one file or in parts, and gives the same export", async () => {
    for (let run = 0; run < runs(1); run++) {
      const seed = run === 0 ? 1 : Math.floor(Math.random() * 2 ** 31);
      const database = await testDatabase({ kind });
      const history = new RandomHistory(database, randomly(seed));
      await history.begin();
      for (let step = 0; step < 40; step++) await history.step();
      const exported = await exportDossier(database);
      const [whole, parts] = [await testDatabase({ kind }), await testDatabase({ kind })];
      await importDossiers(whole, [{ path: "whole.yaml", text: exported }], { author: "test" });
      const files = await exportParts(database, 500);
      expect(files.length).toBeGreaterThan(2);
      await importDossiers(parts, files, { author: "test" });
      const copies = [await exportDossier(whole), await exportDossier(parts)];
      // The seed is in the failure's message.
      expect({ seed, copies }).toEqual({ seed, copies: [exported, exported] });
    }
  });

  test("votes in bulk are one change of the feed, and can be corrected by the dossier that recorded them", async () => {
    const database = await testDatabase({ kind });
    const votes = (stance: string) => [{ path: "votes.yaml", text: manyVotes(210, stance) }];
    const first = await importDossiers(database, votes("SUPPORTS"), { author: "test", bulkFrom: 200 });
    expect(first.counts.positions).toEqual({ recorded: 210, revised: 0, unchanged: 0 });
    const batches = await database.prisma.importBatch.findMany();
    expect(batches).toMatchObject([{ count: 210, author: "test", importer: "dossier: Votes" }]);
    const again = await importDossiers(database, votes("SUPPORTS"), { author: "test" });
    expect(again.counts.positions).toEqual({ recorded: 0, revised: 0, unchanged: 210 });
    const corrected = await importDossiers(database, votes("OPPOSES"), { author: "test" });
    expect(corrected.counts.positions).toEqual({ recorded: 0, revised: 1, unchanged: 209 });
    expect(corrected.conflicts).toEqual([]);
  });
});

/** Votes of as many members in 105 roll calls; the stance is that of the first. */
function manyVotes(count: number, stance: string): string {
  const rollCalls = 105;
  const list = (length: number, line: (index: number) => string) =>
    Array.from({ length }, (_, i) => `  - ${line(i)}\n`).join("");
  return `dossier: 1
title: Votes
sources: [{ slug: s, title: S, kind: NEWS }]
actors:
  - { slug: body, kind: INTERNATIONAL_ORGANIZATION, name: Body }
${list(count / rollCalls, (i) => `{ slug: a${i}, kind: STATE, name: A }`)}
proposals:
${list(rollCalls, (i) => `{ slug: p${i}, title: P, kind: PLAN, status: PROPOSED, sources: [s] }`)}
rollCalls:
${list(rollCalls, (i) => `{ slug: r${i}, proposal: p${i}, body: body, heldOn: 2020 }`)}
positions:
${list(count, (i) => {
  const [actor, vote] = [Math.floor(i / rollCalls), i % rollCalls];
  return `{ holder: a${actor}, subject: p${vote}, stance: ${i === 0 ? stance : "SUPPORTS"}, basis: VOTE, since: 2020, evidence: { rollCall: r${vote} } }`;
})}`;
}

test("a part that is missing is named", () => {
  expect(missingParts([partName(1, 3), partName(3, 3), "notes.dossier.yaml"])).toEqual([partName(2, 3)]);
  expect(missingParts([partName(1, 2), partName(2, 2)])).toEqual([]);
  expect(missingParts(["a.dossier.yaml"])).toEqual([]);
});

describe("what YAML 1.1 would misread", () => {
  const read = (text: string) => {
    const written = dossierYaml("topics", [{ slug: "a", name: text, description: `${text} x` }], true);
    return { written, texts: [parse(written), parse(written, { version: "1.1" })] };
  };

  test.each([
    ..."y n Y N yes no NO on off Off true null ~ = << 012 0o14 0x1F 0b11 12:30 190:20:30 1_000 2021 2021-01-26".split(
      " ",
    ),
    ...["2021-1-2 10:00:00", "2021-01-26T10:00:00Z", "1e3", ".5", "5.", ".inf", "-.INF", ".NaN", "685_230.15", "a\tb"],
    ...["\u2028x", "x\ufeffy", "\uffff", "- a", "a: b", "# x", "@a", "`a", "%a", "..."],
  ])("%j is in quotes", (text) => {
    const { written, texts } = read(text);
    expect(/^ {4}name: (.)/m.exec(written)?.[1]).toMatch(/["']/);
    for (const value of texts) expect(value).toEqual({ topics: [{ slug: "a", name: text, description: `${text} x` }] });
  });

  test("any text is read alike by both versions", () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aNnYy:019-_.~=< \n\t\u2028\ufeff\u00a0é中"),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units
          .join("")
          .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, "")
          .trim();
        fc.pre(text !== ""); // what is stored is trimmed, and never empty
        for (const value of read(text).texts) {
          expect(value).toEqual({ topics: [{ slug: "a", name: text, description: `${text} x` }] });
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
