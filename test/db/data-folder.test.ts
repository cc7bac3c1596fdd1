import { mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "@jest/globals";
import { takeDataFolder } from "../../src/db/data-folder.js";
import { startChild } from "./child.js";

const root = await realpath(await mkdtemp(join(tmpdir(), "standpoint-folder-")));
afterAll(() => rm(root, { recursive: true }));

let folder: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  folder = join(root, String(count));
  await mkdir(folder);
});

/** A process that takes the folder, says so or why not, and stays. */
const taker = (path: string) =>
  startChild(`
    import { takeDataFolder } from "dist/db/data-folder.js";
    try {
      await takeDataFolder(${JSON.stringify(path)});
      console.log("taken");
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log(error.name + ": " + error.message);
    }`);

test("a second process is refused, and told who has the folder", async () => {
  const holder = taker(folder);
  expect(await holder.line()).toBe("taken");
  await expect(takeDataFolder(folder)).rejects.toThrow(
    new RegExp(
      `^The data folder ${folder} is used by process ${holder.pid} \\(.+\\) since \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z: stop it first`,
    ),
  );
  expect(await taker(folder).line()).toMatch(
    `DataFolderInUse: The data folder ${folder} is used by process ${holder.pid}`,
  );
});

test("a killed process leaves nothing that blocks the next", async () => {
  const holder = taker(folder);
  await holder.line();
  await holder.kill();
  const { release } = await takeDataFolder(folder);
  expect(await readdir(join(folder, "lock"))).toHaveLength(2);
  await release();
  expect(await readdir(join(folder, "lock"))).toEqual([]);
});

test("the folder is free once it is released, and a refused attempt changes nothing", async () => {
  const first = await takeDataFolder(folder);
  await expect(takeDataFolder(folder)).rejects.toThrow(`is used by process ${process.pid}`);
  await first.release();
  const second = await takeDataFolder(folder);
  await second.release();
});

test("of several that start at once, one has it", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => taker(folder).line()));
  expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
  expect(answers.filter((answer) => answer.startsWith("DataFolderInUse"))).toHaveLength(4);
});

test("of several in one process, one has it", async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => takeDataFolder(folder)));
  const taken = attempts.filter(({ status }) => status === "fulfilled");
  expect(taken).toHaveLength(1);
  for (const attempt of attempts) if (attempt.status === "fulfilled") await attempt.value.release();
});

test("a folder with a long path is guarded too", async () => {
  const deep = join(folder, "a".repeat(100), "b".repeat(100));
  await mkdir(deep, { recursive: true });
  const holder = taker(deep);
  expect(await holder.line()).toBe("taken");
  await expect(takeDataFolder(deep)).rejects.toThrow(`is used by process ${holder.pid}`);
});
