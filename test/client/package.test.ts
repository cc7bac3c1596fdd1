import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Browser, chromium } from "playwright-core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { testDatabase } from "../support/database.js";
import { startDeployments } from "../support/federation.js";

const root = process.cwd();

const documentation = readFileSync(join(root, "docs", "clients.md"), "utf8");

/** The first program of docs/clients.md. */
const program = documentation.match(/```ts\n\/\/ supporters\.mts\n(.*?)```/s)?.[1] ?? "";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const inBrowser = existsSync(executablePath) ? test : test.skip;
let browser: Browser | undefined;
let site: Server | undefined;

let folder: string;
let archive: string;
let url: string;
beforeAll(async () => {
  const cache = join(root, "node_modules", ".cache", "standpoint");
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "package-"));
  const packed = run("npm", ["pack", join(root, "client"), "--pack-destination", folder, "--silent"]);
  expect(packed.status).toBe(0);
  const installed = join(folder, "node_modules", "standpoint-client");
  mkdirSync(installed, { recursive: true });
  archive = join(folder, packed.stdout.trim());
  expect(run("tar", ["-xzf", archive, "-C", installed, "--strip-components=1"]).status).toBe(0);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { single } = await startDeployments(await testDatabase({ seeds: true }));
  url = await single.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (command: string, words: readonly string[]) => spawnSync(command, words, { cwd: folder, encoding: "utf8" });

describe("the packed client", () => {
  test("has nothing but what it needs, and is small", () => {
    const dist = join(folder, "node_modules", "standpoint-client", "dist");
    const core = ["index", "client", "changes", "dates", "document", "errors", "pages", "sources", "stances"];
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

  test("has types that resolve as its code does", async () => {
    const question = "./questions/who-supports-the-two-state-solution";
    const tarball = createPackageFromTarballData(readFileSync(archive));
    const result = await checkPackage(tarball, { includeEntrypoints: [question] });
    if (!("problems" in result)) throw new Error("The package has no types");
    const { problems, entrypoints } = result;
    const resolvable = Object.keys(entrypoints).filter((name) => !name.includes("*")); // of those with a pattern, one
    expect(resolvable.sort()).toEqual([".", "./codegen", "./mirror", question, "./webhooks"]);
    // It is ESM only: CommonJS gets it by `import()`, and the resolution of Node.js 10 knows no exports.
    const others = problems.filter(
      (problem) => !("resolutionKind" in problem && /^node(10|16-cjs)$/.test(problem.resolutionKind)),
    );
    expect(others).toEqual([]);
  });

  test.each(["nodenext", "bundler"])("compiles under %s, and its types are exact", (resolution) => {
    expect(program).toContain("standpoint-client");
    writeFileSync(join(folder, "supporters.mts"), program);
    writeFileSync(
      join(folder, "wrong.mts"),
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
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.mts"] }));
    const { stdout } = run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder]);
    expect(stdout).toBe("");
  });

  test("is compiled and answers in Node.js by the commands of the documentation", async () => {
    writeFileSync(join(folder, "supporters.mts"), program.replace("http://localhost:4000", url));
    // The folder is within this checkout, whose tsconfig.json would be found; a newcomer's folder is empty.
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    expect(run(process.execPath, [tsc, "--ignoreConfig", "supporters.mts"])).toMatchObject({ status: 0, stdout: "" });
    // Not synchronous: the server that it asks is in this process.
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["supporters.mjs"], { cwd: folder });
    expect(stderr).toBe("");
    expect(documentation).toContain(stdout);
  });

  inBrowser("answers in a browser, from another origin", async () => {
    const dist = join(folder, "node_modules", "standpoint-client", "dist");
    const imports = { "standpoint-client": "/dist/index.js", "standpoint-client/questions/": "/dist/questions/" };
    const page = `<!doctype html><meta charset="utf-8"><pre></pre>
      <script type="importmap">${JSON.stringify({ imports })}</script><script type="module" src="/supporters.js"></script>`;
    const script = program
      .replace("http://localhost:4000", url)
      .replace(/("standpoint-client\/questions\/[^"]+)"/, '$1.js"')
      .replace("console.log(", "document.querySelector('pre').append(");
    site = createServer(({ url: path = "/" }, response) => {
      response.setHeader("content-type", path === "/" ? "text/html" : "text/javascript");
      if (path === "/") response.end(page);
      else if (path === "/supporters.js") response.end(script);
      else if (path.startsWith("/dist/")) response.end(readFileSync(join(dist, path.slice("/dist/".length))));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => site?.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`); // it listens on a port
    await tab.getByText("United States since 2021-01-26").waitFor();
  });
});
