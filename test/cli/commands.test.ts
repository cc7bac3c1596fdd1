import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "@jest/globals";
import { variableNames } from "../../src/env.js";
import { databaseForProcesses } from "../support/database.js";
import { endAll, type Outcome, run, runProcess, start } from "./standpoint.js";

const folder = mkdtempSync(join(tmpdir(), "standpoint-cli-"));
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** The variables for commands on a database that is there already. */
async function onDatabase(kind?: "embedded"): Promise<Record<string, string>> {
  const { url, dataDir } = await databaseForProcesses(kind);
  return url === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: url };
}

const topics = (...slugs: string[]) =>
  `dossier: 1\ntitle: Topics\ntopics:\n${slugs.map((slug) => `  - { slug: ${slug}, name: ${slug} }\n`).join("")}`;

const noStack = ({ out, err }: Outcome) => expect(out + err).not.toMatch(/^\s+at /m);

describe("help", () => {
  const keys = ["create", "list", "revoke"].map((word) => ["keys", word]);
  const commands = [
    [],
    ["serve"],
    ["migrate"],
    ["seed"],
    ["ask"],
    ["import", "dossier"],
    ["export", "dossier"],
    ["doctor"],
    ...keys,
  ];
  test.each(commands.map((words) => [words.join(" "), words] as const))(
    "standpoint %s --help shows an example and the exit codes, and needs no environment",
    async (_name, words) => {
      const { code, out } = await run([...words, "--help"], { env: { PORT: "wrong" } });
      expect(code).toBe(0);
      expect(out).toMatch(/^Examples?:\n {2}\$ /m);
      expect(out).toContain("Exit codes:\n  0  success");
    },
  );

  test("every environment variable is in the help of what reads it, and in the README", async () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const [serve, federated, gateway] = await Promise.all(
      ["serve", "federated", "gateway"].map(async (word) => (await run([word, "--help"])).out),
    );
    const ofGateways = ["SUBGRAPH_URLS", "SUBGRAPH_TIMEOUT"];
    const listed = (text = "") => variableNames.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    expect(listed(readme)).toEqual(variableNames);
    expect(listed(serve)).toEqual(variableNames.filter((name) => !ofGateways.includes(name)));
    expect(listed(federated)).toEqual(variableNames.filter((name) => name !== "SUBGRAPH_URLS"));
    expect(listed(gateway)).toEqual(expect.arrayContaining(["PORT", "TRUST_PROXY", "LOG_LEVEL", ...ofGateways]));
    // Read elsewhere than in `env.ts`, a variable would escape this.
    const sources = readdirSync(new URL("../../src", import.meta.url), { recursive: true, encoding: "utf8" });
    const direct = sources
      .filter((path) => path.endsWith(".ts") && !path.startsWith("db/generated"))
      .flatMap((path) => [
        ...readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8").matchAll(/process\.env\.(\w+)/g),
      ])
      .map(([, name = ""]) => name);
    expect(direct.filter((name) => !variableNames.includes(name))).toEqual(["NO_COLOR"]); // a convention of terminals
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(await runProcess(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("what is not right is told, with exit code 2", () => {
  test.each([
    ["an unknown command", ["importt"], "unknown command 'importt'\n(Did you mean import?)"],
    ["an unknown option", ["export", "dossier", "--ouput", "x"], "unknown option '--ouput'\n(Did you mean --output?)"],
    ["a missing argument", ["import", "dossier"], "missing required argument 'path'"],
  ])("%s", async (name, words, told) => {
    const outcome = await (name === "an unknown command" ? runProcess : run)(words);
    expect(outcome).toMatchObject({ code: 2, out: "", err: expect.stringContaining(`error: ${told}`) });
    noStack(outcome);
  });

  test("no command: the help", async () => {
    expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining("Usage: standpoint") });
  });

  test("every malformed variable", async () => {
    const outcome = await run(["migrate"], { env: { PORT: "99999", SEED: "yes" } });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('PORT: got "99999"');
    expect(outcome.err).toContain('SEED: got "yes"');
    noStack(outcome);
  });

  test("every file that cannot be read", async () => {
    const latin = file("latin.dossier.yaml", Uint8Array.of(0x74, 0xe9));
    const utf16 = file("utf16.dossier.yaml", Buffer.from("\ufeffdossier: 1\n", "utf16le"));
    const missing = join(folder, "missing.yaml");
    const empty = mkdtempSync(join(folder, "empty-"));
    const outcome = await run(["import", "dossier", missing, empty, latin]);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toBe(
      `error: ${missing}: no such file or folder\n${empty}: has no files named *.dossier.yaml\n`,
    );
    const env = await onDatabase();
    const unreadable = await run(["import", "dossier", latin, utf16], { env });
    expect(unreadable.code).toBe(2);
    expect(unreadable.err).toContain(
      `${latin}:1:1: is not UTF-8 text\n    Save it as UTF-8\n` +
        `${utf16}:1:1: is not UTF-8 text, but probably UTF-16\n    Save it as UTF-8\n` +
        "2 problems; nothing was recorded\n",
    );
  });
});

test("import on a data folder that does not exist yet makes a database there", async () => {
  const env = { DATA_DIR: join(folder, "data") };
  const first = await run(["import", "dossier", file("a.dossier.yaml", topics("water")), "-"], {
    env,
    input: topics("bread"),
  });
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining("Making a database in ") });
  expect(first.out).toMatch(/topics +2 +0 +0\nall +2 +0 +0\n$/);
  expect((await run(["export", "dossier"], { env })).out).toContain("slug: bread");
});

test("ask", async () => {
  const env = await onDatabase();
  expect((await run(["ask"])).out).toMatch(/who-supports-the-two-state-solution +Which actors support/);
  await run(["import", "dossier", "-"], { env, input: topics("water") });
  const csv = join(folder, "changes.csv");
  const words = ["ask", "what-changed-since-a-cursor", "--csv", "--output", csv];
  expect(await run(words, { env })).toMatchObject({ code: 0, out: "" });
  expect(readFileSync(csv, "utf8")).toMatch(/^\ufeffcursor,action,kind,.*\r\n[^,]+,RECORDED,TOPIC,/);
  const json = await run(["ask", "how-many-voted-how-on-a-topic", "topics=water"], { env });
  expect(JSON.parse(json.out)).toHaveProperty("data");
  const wrong = await run(["ask", "how-many-voted-how-on-a-topic", "topic=water"], { env });
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("has no variable topic") });
});

test("import, import again, export", async () => {
  const env = await onDatabase();
  const first = await run(["import", "dossier", file("a.dossier.yaml", topics("water")), "-"], {
    env,
    input: topics("bread"),
  });
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toMatch(/topics +2 +0 +0\nall +2 +0 +0\n$/);

  const wrong = file("wrong.dossier.yaml", topics("Water", "salt").replace("name: salt", "nam: salt"));
  const refused = await run(["import", "dossier", wrong], { env });
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toBe(
    `${wrong}:4:13: topics[0].slug: "Water" is not a slug\n` +
      "    A slug is lower-case letters, digits and single hyphens, at most 120 characters: `water`\n" +
      `${wrong}:5:5: topics[1].name: is missing\n    Add it\n` +
      `${wrong}:5:19: topics[1]: unknown field \`nam\`\n    Did you mean \`name\`?\n` +
      "3 problems; nothing was recorded\n",
  );

  const dry = await run(["import", "dossier", "--dry-run", "-"], { env, input: topics("bread", "salt") });
  expect(dry.out).toMatch(/^Nothing is changed.*\n(.*\n)*all +1 +0 +1\n$/);

  const output = join(folder, "all.dossier.yaml");
  expect(await run(["export", "dossier", "--output", output], { env })).toMatchObject({ code: 0, out: "" });
  const text = readFileSync(output, "utf8");
  expect(text).toContain("slug: bread");
  expect(text).not.toContain("slug: salt");
  expect(await run(["export", "dossier"], { env })).toMatchObject({ code: 0, out: text, err: "" });
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);

  // A reader who has enough: more is written than a pipe holds.
  await run(["import", "dossier", "-"], {
    env,
    input: topics(...Array.from({ length: 3000 }, (_, index) => `t${index}`)),
  });
  const reader = start(["export", "dossier"], { env });
  reader.child.stdout?.once("data", () => reader.child.stdout?.destroy());
  expect(await reader.done).toMatchObject({ code: 0, err: "" });

  const nowhere = await run(["export", "dossier", "-o", join(folder, "no", "folder.yaml")], { env });
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining("cannot be written: ENOENT") });

  expect(await run(["migrate"], { env })).toMatchObject({ code: 0, out: expect.stringContaining("is up to date") });
});

test("conflicts with what another dossier recorded: exit code 4, and the rest is recorded", async () => {
  const env = await onDatabase();
  await run(["import", "dossier", file("one.dossier.yaml", topics("water"))], { env });
  const other = file(
    "two.dossier.yaml",
    topics("water", "salt").replace("name: water", "name: Waters").replace("Topics", "Others"),
  );
  const told = (rest: string) =>
    `${other}:4:26: topics[0].name: "water" was recorded by somebody and stays unchanged; the file has "Waters"\n` +
    `    Correct the file, or import with --overwrite\nerror: 1 fact is in conflict with what somebody else wrote. ${rest}\n`;
  const anonymous = ({ err }: Outcome) => err.replace(/recorded by .* and stays/, "recorded by somebody and stays");
  const dry = await run(["import", "dossier", "--dry-run", other], { env });
  expect([dry.code, anonymous(dry)]).toEqual([4, told("Nothing was changed")]);
  const outcome = await run(["import", "dossier", other], { env });
  expect([outcome.code, anonymous(outcome)]).toEqual([4, told("All other rows are recorded")]);
  expect(outcome.out).toMatch(/all +1 +0 +1\n$/);
  expect(await run(["import", "dossier", "--overwrite", other], { env })).toMatchObject({ code: 0, err: "" });
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s stops an import: nothing is recorded, and no file is left",
  async (signal) => {
    const temporary = mkdtempSync(join(folder, "temporary-"));
    const env = { ...(await onDatabase()), TMPDIR: temporary };
    const entry = "  - { holder: a, subject: b, stance: SUPPORTS, basis: ACTION, since: 2020, sources: [s] }\n";
    const input = `dossier: 1\ntitle: Long\npositions:\n${entry.repeat(60_000)}`;
    const { child, done } = start(["import", "dossier", "-"], { env, input });
    child.stderr?.on("data", (text: string) => void (text.includes("Reading: ") && child.kill(signal)));
    expect(await done).toMatchObject({
      code: 130,
      out: "",
      err: expect.stringMatching(/error: Stopped. Nothing was recorded\n$/),
    });
    expect(readdirSync(temporary)).toEqual([]);
    const { out } = await run(["export", "dossier"], { env });
    expect(out).toContain("entries: 0\n");
  },
);

test("an unreachable database is exit code 3, and its password stays unsaid", async () => {
  const env = { DATABASE_URL: "postgres://me:secret@127.0.0.1:1/none" };
  const outcome = await run(["migrate"], { env });
  expect(outcome.code).toBe(3);
  expect(outcome.err).toMatch(/^error: /);
  expect(outcome.err).not.toContain("secret");
  noStack(outcome);
});

describe("serve", () => {
  const quiet = { PORT: "0", LOG_LEVEL: "warn" };

  test("seeds, says where it answers and what to ask, refuses a second process, and stops when told to", async () => {
    const env: Record<string, string> = { ...quiet, ...(await onDatabase("embedded")) };
    const server = start(["serve"], { env });
    const greeting = await server.said(`"}'`);
    const url = /runs at (http:\S+)/.exec(greeting)?.[1] ?? "";
    expect(greeting).toContain(`Database: the embedded database in ${env.DATA_DIR}`);

    // As it is printed, by a shell.
    const command = /( {2}curl [\s\S]+?)\n\n/.exec(greeting)?.[1] ?? "";
    const body = /-d '(.+)'/.exec(command)?.[1] ?? "";
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect(await answer.json()).toMatchObject({ data: { proposal: { title: "Two-state solution" } } });

    const second = await run(["export", "dossier"], { env });
    expect(second).toMatchObject({ code: 3, out: "" });
    expect(second.err).toContain(String(server.child.pid));
    noStack(second);

    const port = new URL(url).port;
    const taken = await run(["serve"], { env: { ...quiet, ...(await onDatabase()), SEED: "false", PORT: port } });
    expect(taken).toMatchObject({ code: 3, err: expect.stringContaining(`Cannot listen on 127.0.0.1:${port}`) });
    noStack(taken);

    server.child.kill("SIGTERM");
    expect(await server.done).toMatchObject({ code: 0, err: expect.stringContaining("Stopping") });
  });

  test("with SEED=false nothing is recorded, and the question suits that", async () => {
    const server = start(["serve"], { env: { ...quiet, ...(await onDatabase()), SEED: "false" } });
    const greeting = await server.said(`"}'`);
    expect(greeting).toContain("proposals(first: 5)");
    server.child.kill("SIGINT");
    expect((await server.done).code).toBe(0);
  });
});
