import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { ArchiveWriter } from "../../src/backup/archive-writer.js";
import { backUpTo } from "../../src/backup/backup.js";
import type { BackupManifest } from "../../src/backup/manifest.js";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { run } from "../cli/standpoint.js";
import { temporaryFolder } from "../dump/reading.js";
import { askAs } from "../support/ask.js";
import { databaseForProcesses, kinds, testDatabase } from "../support/database.js";
import { contents, restored, rowsByTable, smallRecord, standardAnswers, verify } from "./contents.js";

const other: Database["kind"] = kinds[0] === "postgres" ? "embedded" : (kinds[0] ?? "embedded");

/** Who supports a proposal, how every state voted, and what is on record. */
const questions = ["01", "18", "50"];

test("a backup moves the seeds from one kind of database to the other and back: equal rows, equal answers", async () => {
  const folder = await temporaryFolder();
  const first = join(folder, "first.tar");
  const database = await testDatabase({ seeds: true });
  const manifest = await backUpTo(first, database);
  expect((await stat(first)).mode & 0o777).toBe(0o600);
  const expected = await contents(database, manifest);
  const expectedAnswers = await standardAnswers(database, ...questions);
  expect(rowsByTable(manifest)["public.Position"]).toBeGreaterThan(100);
  expect(JSON.stringify(expectedAnswers)).toContain("United Nations Security Council");

  const moved = await testDatabase({ kind: other });
  await restored(first, moved);
  expect(await contents(moved, manifest)).toEqual(expected);
  expect(await standardAnswers(moved, ...questions)).toEqual(expectedAnswers);

  const second = join(folder, "second.tar");
  const { tables, lastChange } = await backUpTo(second, moved);
  expect(rowsByTable({ ...manifest, tables })).toEqual(rowsByTable(manifest));
  expect(lastChange).toBe(manifest.lastChange);
  const back = await testDatabase();
  await restored(second, back);
  expect(await contents(back, manifest)).toEqual(expected);
  expect(await standardAnswers(back, ...questions)).toEqual(expectedAnswers);
  expect(await readdir(folder)).toEqual(["first.tar", "second.tar"]);
});

describe("with a small record", () => {
  let folder: string;
  let file: string;
  let manifest: BackupManifest;
  let record: Awaited<ReturnType<typeof smallRecord>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    file = join(folder, "small.tar");
    record = await smallRecord();
    manifest = await backUpTo(file, record.database);
  });

  test("a restored record with its history, merges and feed goes on as the first does", async () => {
    const copy = await testDatabase();
    await restored(file, copy);
    expect(await contents(copy, manifest)).toEqual(await contents(record.database, manifest));
    const query = 'mutation { recordTopic(input: { slug: "later", name: "Later" }) { topic { slug version } } }';
    const written = await Promise.all([copy, record.database].map((database) => askAs("EDITOR", database, query)));
    expect(written[0]?.data).toEqual(written[1]?.data);
    const head = sql`select max("sequence")::int as head from "Change"`;
    expect(await copy.query(head)).toEqual(await record.database.query(head));
  });

  test("a database that is not empty is left as it is, unless it is to be replaced", async () => {
    const place = await databaseForProcesses();
    const env = { DATA_DIR: place.dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}) };
    expect(await run(["restore", file], { env })).toMatchObject({ code: 0, err: expect.stringContaining("Restored") });
    const refused = await run(["restore", file], { env });
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("The database is not empty") });
    expect(refused.err).toContain("--replace");
    const empty = join(folder, "empty.tar");
    await backUpTo(empty, await testDatabase());
    expect(await run(["restore", "--replace", empty], { env })).toMatchObject({ code: 0 });
    expect(await run(["restore", file], { env })).toMatchObject({ code: 0 });
    const again = join(folder, "again.tar");
    expect(await run(["backup", again], { env })).toMatchObject({ code: 0 });
    expect(rowsByTable(await verify(again))).toEqual(rowsByTable(manifest));
  });

  test("a damaged file is refused, and nothing of it is restored", async () => {
    const content = await readFile(file);
    const empty = await testDatabase();
    const before = await contents(empty, manifest);
    const flipped = Buffer.from(content);
    const middle = flipped.indexOf("public/Actor/00001") + 512 + 20; // within compressed rows
    flipped[middle] = (flipped[middle] ?? 0) ^ 0xff;
    const damaged = {
      short: content.subarray(0, Math.floor(content.length / 1024) * 512),
      unmarked: content.subarray(0, content.indexOf("manifest.json")),
      "cut within a header": content.subarray(0, content.indexOf("public/Actor/00001") + 100),
      flipped,
      "other JSON": Buffer.from(content).fill(" ", 513, 560),
      text: Buffer.from("not a backup"),
      nothing: Buffer.alloc(0),
    };
    for (const [name, bytes] of Object.entries(damaged)) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await expect(restored(path, empty)).rejects.toThrow(/damaged|not complete|not a backup/);
      const { code, err, out } = await run(["verify", path]);
      expect({ name, code, err, out }).toEqual({
        name,
        code: 2,
        err: expect.stringMatching(/damaged|not complete|not a backup/),
        out: "",
      });
    }
    expect(await contents(empty, manifest)).toEqual(before);
    expect((await verify(file)).tables).toEqual(manifest.tables);
  });

  test("what cannot be written to is refused, and left as it is", async () => {
    const place = await databaseForProcesses();
    const env = { DATA_DIR: place.dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}) };
    const cases: [string, string][] = [
      [join(folder, "missing", "one.tar"), "its folder does not exist"],
      [join(file, "one.tar"), "its folder is a file"],
      [folder, "it is a folder"],
    ];
    if (process.platform !== "win32") {
      await symlink("/dev/null", join(folder, "device"));
      cases.push([join(folder, "device"), "it is neither a file nor a folder"]);
    }
    for (const [path, reason] of cases) {
      const { code, err } = await run(["backup", path], { env });
      expect({ path, code, err }).toEqual({ path, code: 2, err: expect.stringContaining(reason) });
    }
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
    if (process.platform !== "linux") return;
    const writer = new ArchiveWriter("/dev/full", "w");
    const full = writer.add("entry", Buffer.alloc(1_000_000)).then(() => writer.end());
    await expect(full).rejects.toMatchObject({ code: "ENOSPC" });
  });
});
