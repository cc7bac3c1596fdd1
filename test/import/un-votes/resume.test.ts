import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { pino } from "pino";
import type { Database } from "../../../src/db/database.js";
import { migrate } from "../../../src/db/migrations/migrate.js";
import { openDatabase } from "../../../src/db/open.js";
import { importUnVotes } from "../../../src/import/votes/index.js";
import { startChild } from "../../db/child.js";
import { emptyServerDatabase, kinds, testDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";
import { canonicalDump, importSample } from "./imported.js";
import { temporaryFolder, write } from "./sample.js";

const log = pino({ level: "silent" });
const countries = Array.from({ length: 50 }, (_, number) => {
  // Of the codes that ISO 3166 leaves to users.
  const code = `${number < 25 ? "Q" : "X"}${String.fromCharCode(65 + (number % 25))}`;
  return [number, `Land ${code}`, code, "", ""] as const;
});
const rcids = Array.from({ length: 60 }, (_, number) => number + 1);

/** 3,000 votes in 60 roll calls, some of them on parts, with absences and topics. */
const sample = {
  rollCalls: rcids.map((rcid) => ({
    ...{ rcid, session: 60, date: "2005-12-01", unres: `R/60/${Math.ceil(rcid / 2)}`, para: rcid % 2 ? "1" : "0" },
    ...{ short: `Roll call ${rcid}`, stated_yes: 25, stated_no: 25 },
  })),
  votes: rcids.flatMap((rcid) =>
    countries.map(([number, name, code]) => [rcid, name, code, (number + rcid) % 3 ? "yes" : "no"]),
  ),
  absences: rcids.map((rcid) => [rcid, "Nowhere", "ZZ", "recorded"]),
  issues: rcids.map((rcid) => [rcid, "hr", "Human rights"]),
  countries,
};

/** A process that migrates and imports, and prints a line for each batch. */
const importer = (options: { url?: string; dataDir: string }, folder: string, reportPath: string) =>
  startChild(`
    import { openDatabase } from "dist/db/open.js";
    import { migrate } from "dist/db/migrations/migrate.js";
    import { importUnVotes } from "dist/import/votes/index.js";
    import { pino } from "pino";
    const log = pino({ level: "silent" });
    const database = await openDatabase({ ...${JSON.stringify(options)}, log });
    await migrate(database, log);
    console.log("open");
    const onProgress = ({ rows }) => console.log(rows);
    await importUnVotes(database, ${JSON.stringify(folder)}, { reportPath: ${JSON.stringify(reportPath)}, batchSize: 40, newStates: true, onProgress });
    await database.close();
    console.log("done");`);

const kills = runs(3);

test.each(kinds)(
  `${kills} kills at random points lose and double nothing (%s)`,
  async (kind) => {
    const folder = await write(sample, { gzip: true });
    const undisturbed = await testDatabase({ kind });
    await importSample(undisturbed, folder, 40, { newStates: true });
    const expected = await canonicalDump(undisturbed);

    const reportPath = join(await temporaryFolder(), "report.csv");
    const options = {
      ...(kind === "postgres" && { url: await emptyServerDatabase() }),
      dataDir: join(await temporaryFolder(), "data"),
    };
    const stages: string[] = [];
    for (let times = 0; times < kills; times++) {
      const { line, kill } = importer(options, folder, reportPath);
      // From within the first transaction to the end of the votes.
      const lines = Math.floor(Math.random() * 1.5 * 10);
      let last = "";
      for (let read = 0; read <= lines && last !== "done"; read++) last = await line();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      await kill();
      stages.push(last);
    }
    const database: Database = await openDatabase({ ...options, log });
    try {
      await migrate(database, log);
      const { sums } = await importUnVotes(database, folder, { reportPath, batchSize: 40, newStates: true });
      for (const [file, { read, recorded, unchanged, rejected }] of sums) {
        expect({ file, sum: recorded + unchanged + rejected, rejected }).toEqual({ file, sum: read, rejected: 0 });
      }
      expect({ stages, dump: await canonicalDump(database) }).toEqual({ stages, dump: expected });
      const again = await importUnVotes(database, folder, { reportPath, newStates: true });
      expect([...again.sums.values()].map(({ recorded }) => recorded)).toEqual([0, 0, 0, 0, 0]);
      expect(await canonicalDump(database)).toBe(expected);
    } finally {
      await database.close();
    }
  },
  180_000,
);

test("a signal stops it after the rows under way, and the next run goes on from there", async () => {
  const database = await testDatabase();
  const folder = await write(sample);
  const stopping = new AbortController();
  const onProgress = ({ rows }: { rows: number }) => rows >= 400 && stopping.abort();
  const reportPath = join(await temporaryFolder(), "report.csv");
  const stopped = await importUnVotes(database, folder, {
    reportPath,
    batchSize: 40,
    newStates: true,
    onProgress,
    signal: stopping.signal,
  });
  const { read = 0, recorded } = stopped.sums.get("un_votes.csv") ?? {};
  expect({ stopped: stopped.stopped, recorded }).toEqual({ stopped: true, recorded: read });
  expect(read).toBeLessThan(600);
  const { sums } = await importSample(database, folder, 7, { newStates: true });
  expect(sums["un_votes.csv"]).toEqual({ read: 3000, recorded: 3000 - read, unchanged: read, rejected: 0 });
});

test("of two imports at once the second is refused", async () => {
  if (!kinds.includes("postgres")) return;
  const url = await emptyServerDatabase();
  const [first, second] = await Promise.all([1, 2].map(() => openDatabase({ url, dataDir: "", log })));
  if (!first || !second) throw new Error("two were opened");
  try {
    await migrate(first, log);
    const folder = await write(sample);
    let refused: Promise<void> | undefined;
    const onProgress = () => {
      refused ??= expect(importSample(second, folder)).rejects.toThrow("Another import");
    };
    const reportPath = join(await temporaryFolder(), "report.csv");
    await importUnVotes(first, folder, { reportPath, batchSize: 40, newStates: true, onProgress });
    expect(refused).toBeDefined();
    await refused;
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});
