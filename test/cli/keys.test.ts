import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { startChild } from "../db/child.js";
import { databaseForProcesses } from "../support/database.js";
import { endAll, run, start } from "./standpoint.js";

const folder = mkdtempSync(join(tmpdir(), "standpoint-keys-"));
const env = { DATA_DIR: "", SEED: "false", PORT: "0", LOG_LEVEL: "info" };
const keys = (...words: string[]) => run(["keys", ...words], { env });
const create = (...words: string[]) => keys("create", "--name", "ci", "--role", "EDITOR", ...words);

beforeAll(async () => {
  env.DATA_DIR = (await databaseForProcesses("embedded")).dataDir;
});
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a server answers to who asks with a key. */
async function statusWith(key: string, url: string): Promise<number> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query: "{ __typename }" }) });
  return response.status;
}

test("a key is made, listed and revoked while a server has the embedded database, and serves from then to then", async () => {
  const server = start(["serve"], { env });
  const greeting = await server.said("standpoint keys create");
  expect(greeting).toContain(`DATA_DIR='${env.DATA_DIR}' npx standpoint keys create --name me --role EDITOR`);
  const [, url = ""] = /Standpoint runs at (\S+)/.exec(greeting) ?? [];

  const made = await create("--expires", "90d");
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^standpoint_[0-9a-f]{16}_[0-9a-f]{64}\n$/) });
  expect(made.err).toMatch(/^This is the key "ci", with the role EDITOR, until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.\n/);
  const key = made.out.trim();
  const [, id = "", secret = ""] = key.split("_");
  expect(made.err).not.toContain(secret);
  expect(await statusWith(key, url)).toBe(200);

  const listed = await keys("list");
  expect(listed.code).toBe(0);
  const time = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d";
  expect(listed.out).toMatch(
    new RegExp(
      `^  id +name +role +created \\(UTC\\) +last used +expires +revoked\\n  ${id}  ci +EDITOR  ${time} +${time}  ${time}  -\\n$`,
    ),
  );
  expect(listed.out).not.toContain(secret);

  expect(await create()).toMatchObject({
    code: 2,
    out: "",
    err: 'error: A key named "ci" already exists: revoke it first, or choose another name\n',
  });
  expect(await keys("revoke", id)).toEqual({
    code: 0,
    out: "",
    err: 'The key "ci" is revoked: it is refused from now on.\n',
  });
  expect(await statusWith(key, url)).toBe(401);
  expect((await keys("list")).out).toMatch(new RegExp(`${time}\\n$`));

  server.child.kill("SIGTERM");
  const { code, err } = await server.done;
  expect(code).toBe(0);
  expect(err).toContain('"command":"create"');
  expect(err).not.toContain(secret);
});

test("and while none runs", async () => {
  const reader = await keys("create", "--name", "eve", "--role", "READER");
  expect(reader).toMatchObject({ code: 0, err: expect.stringContaining('"eve", with the role READER.') });
  const made = await keys("create", "--name", "ada.l", "--role", "ADMIN");
  expect(made.code).toBe(0);
  expect((await keys("list")).out).toContain("ada.l");
  expect(await keys("revoke", made.out.trim())).toMatchObject({ code: 0, err: expect.stringContaining('"ada.l"') });
});

test("a process that has the database, and answers nobody, is named", async () => {
  const holder = startChild(`
    import { takeDataFolder } from "dist/db/embedded/data-folder.js";
    await takeDataFolder(${JSON.stringify(env.DATA_DIR)});
    console.log("taken");
    setInterval(() => undefined, 1000);`);
  expect(await holder.line()).toBe("taken");
  const { code, out, err } = await keys("list");
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err).toContain(`is used by process ${holder.pid} `);
  expect(err).toContain("wait a moment and try again");
  await holder.kill();
});

test("a subgraph's server and the federated deployment answer, too", async () => {
  for (const words of [["serve", "--module", "sources"], ["federated"]]) {
    const server = start(words, { env });
    await server.said("Press Ctrl-C to stop");
    expect(await keys("list")).toMatchObject({ code: 0, out: expect.stringContaining("ada.l") });
    server.child.kill("SIGTERM");
    expect((await server.done).code).toBe(0);
  }
});

describe("what is not right is told, with exit code 2", () => {
  test.each([
    ["no name", ["create", "--role", "EDITOR"], "required option '--name <name>' not specified"],
    ["no role", ["create", "--name", "ci"], "required option '--role <role>' not specified"],
    ["another role", ["create", "--name", "ci", "--role", "editor"], "choices are READER, CONTRIBUTOR, EDITOR, ADMIN"],
    [
      "a name with a line in it",
      ["create", "--name", "a\nb", "--role", "EDITOR"],
      "A name must have at most 64 letters",
    ],
    ["a time that is over", ["create", "--name", "ci", "--role", "EDITOR", "--expires", "2020-01-01"], "a future time"],
    ["no time", ["create", "--name", "ci", "--role", "EDITOR", "--expires", "soon"], "such as 12h, 90d, 4w"],
    ["no day", ["create", "--name", "ci", "--role", "EDITOR", "--expires", "2090-02-30"], "such as 12h, 90d, 4w"],
    ["no time at all", ["create", "--name", "ci", "--role", "EDITOR", "--expires", "0d"], "such as 12h, 90d, 4w"],
    ["an id that is none", ["revoke", "0123456789abcdef"], "There is no key 0123456789abcdef"],
  ])("%s", async (_name, words, told) => {
    expect(await keys(...words)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(told) });
  });
});
