import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";

const root = process.cwd();

/** The first program of docs/clients.md. */
const program =
  readFileSync(join(root, "docs", "clients.md"), "utf8").match(/```ts\n\/\/ supporters\.ts\n(.*?)```/s)?.[1] ?? "";

let folder: string;
let url: string;
beforeAll(async () => {
  const cache = join(root, "node_modules", ".cache", "standpoint");
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "package-"));
  const packed = run("npm", ["pack", join(root, "client"), "--pack-destination", folder, "--silent"]);
  expect(packed.status).toBe(0);
  const installed = join(folder, "node_modules", "standpoint-client");
  mkdirSync(installed, { recursive: true });
  const archive = join(folder, packed.stdout.trim());
  expect(run("tar", ["-xzf", archive, "-C", installed, "--strip-components=1"]).status).toBe(0);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { single } = await startDeployments(await testDatabase({ seeds: true }));
  url = await single.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, words: readonly string[]) => spawnSync(command, words, { cwd: folder, encoding: "utf8" });

describe("the packed client", () => {
  test("has nothing but what it needs, and is small", () => {
    const dist = join(folder, "node_modules", "standpoint-client", "dist");
    const core = ["index", "client", "changes", "dates", "document", "errors", "pages"];
    const files = [...core, "questions/who-supports-the-two-state-solution"].map((name) =>
      readFileSync(join(dist, `${name}.js`)),
    );
    expect(gzipSync(Buffer.concat(files), { level: 9 }).length).toBeLessThan(6_000);
    const manifest = JSON.parse(readFileSync(join(dist, "..", "package.json"), "utf8"));
    expect(manifest).not.toHaveProperty("dependencies");
  });

  test("is published right", async () => {
    const { messages, pkg } = await publint({ pkgDir: join(folder, "node_modules", "standpoint-client") });
    const found = messages.map((message) => formatMessage(message, pkg ?? {}));
    expect(found.filter((message) => !/license|repository/i.test(message ?? ""))).toEqual([]);
  });

  test.each(["nodenext", "bundler"])("compiles under %s, and its types are exact", (resolution) => {
    expect(program).toContain("standpoint-client");
    writeFileSync(join(folder, "supporters.ts"), program);
    writeFileSync(
      join(folder, "wrong.ts"),
      `import { createClient } from "standpoint-client";
import { whoSupportsTheTwoStateSolution } from "standpoint-client/questions/who-supports-the-two-state-solution";
const { proposal } = await createClient({ url: "http://localhost" }).request(whoSupportsTheTwoStateSolution);
// @ts-expect-error it may be null
export const title: string = proposal.title;
// @ts-expect-error the question does not ask for it
export const slug = proposal?.slug;
`,
    );
    const options = {
      strict: true,
      module: resolution === "bundler" ? "esnext" : "nodenext",
      moduleResolution: resolution,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      noEmit: true,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
    const { stdout } = run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder]);
    expect(stdout).toBe("");
  });

  test("answers in Node.js as the documentation says", async () => {
    const javascript = program.replace('"http://localhost:4000"', JSON.stringify(url)).replace(/: string\b/g, "");
    writeFileSync(join(folder, "supporters.mjs"), javascript);
    // Not synchronous: the server that it asks is in this process.
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["supporters.mjs"], { cwd: folder });
    expect(stderr).toBe("");
    expect(stdout).toContain("United States since 2021-01-26");
  });
});
