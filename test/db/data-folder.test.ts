import { chmod, mkdir, mkdtemp, readdir, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { askHolder, takeDataFolder } from "../../src/db/embedded/data-folder.js";
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
    import { askHolder, takeDataFolder } from "dist/db/embedded/data-folder.js";
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
      `^The data folder ${folder} is used by process ${holder.pid} \\(.+\\) since \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z. Stop it first`,
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

describe("the one that has the folder", () => {
  const asker = (question: string) =>
    startChild(`
      import { askHolder } from "dist/db/embedded/data-folder.js";
      console.log(await askHolder(${JSON.stringify(folder)}, ${JSON.stringify(question)}) ?? "no answer");`);

  test("answers other processes, on a socket that is accessible only to this user", async () => {
    const held = await takeDataFolder(folder);
    const asked: string[] = [];
    await held.answer(async (question) => {
      asked.push(question);
      return question.toUpperCase();
    });
    const [one, long] = [asker("one"), asker(`long${"g".repeat(9000)}`)];
    expect(await one.line()).toBe("ONE");
    expect(await long.line()).toBe(`LONG${"G".repeat(9000)}`);
    const lock = join(folder, "lock");
    const socket = (await readdir(lock)).find((file) => file.endsWith(".sock")) ?? "";
    expect([await stat(lock), await stat(join(lock, socket))].map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600]);
    await expect(takeDataFolder(folder)).rejects.toThrow("is used by process"); // which is no question
    expect(asked).toHaveLength(2);
    await held.release();
  });

  test.each<[string, (question: string) => Promise<string>, string]>([
    ["what is too long to be a question", async () => "an answer", "q".repeat(20_000)],
    ["what it fails at", () => Promise.reject(new Error("failed")), "question"],
  ])("does not answer %s, and lives on", async (_name, answering, question) => {
    const held = await takeDataFolder(folder);
    await held.answer(answering);
    expect(await askHolder(folder, question)).toBeUndefined();
    await held.answer(async () => "fine");
    expect(await askHolder(folder, "question")).toBe("fine");
    await held.release();
  });

  test("answers nobody until it says that it does, and once it has let go", async () => {
    const held = await takeDataFolder(folder);
    expect(await askHolder(folder, "question")).toBeUndefined();
    await held.answer(async () => "fine");
    await held.release();
    expect(await askHolder(folder, "question")).toBeUndefined();
  });

  test("answers nobody where others could put a socket in the place of its own", async () => {
    await mkdir(join(folder, "lock"));
    await chmod(join(folder, "lock"), 0o777);
    const held = await takeDataFolder(folder);
    await held.answer(async () => "fine");
    expect(await askHolder(folder, "question")).toBeUndefined();
    await held.release();
  });

  test("lets go even while somebody is asking", async () => {
    const held = await takeDataFolder(folder);
    const reached = new Promise<void>((resolve) => {
      void held.answer(() => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    const answer = askHolder(folder, "question");
    await reached;
    await held.release();
    expect(await answer).toBeUndefined();
  });
});
