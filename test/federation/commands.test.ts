import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { modules } from "../../src/modules/index.js";
import { type Running, run, start } from "../cli/standpoint.js";
import { databaseForProcesses } from "../support/database.js";

const folder = mkdtempSync(join(tmpdir(), "standpoint-federation-"));
const started: Running[] = [];
let onSeeds: Record<string, string>;
beforeAll(async () => {
  const { url, dataDir } = await databaseForProcesses(undefined, { seeds: true });
  onSeeds = url === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: url };
});
afterAll(() => {
  for (const { child } of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function begin(words: string[], env: Record<string, string>): Running {
  const running = start(words, { env: { PORT: "0", LOG_LEVEL: "warn", ...env } });
  started.push(running);
  return running;
}

const addressIn = (text: string) => /runs at (http:\S+\/graphql)/.exec(text)?.[1] ?? "";

async function ask(url: string, query: string) {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) })).json();
}

describe("help", () => {
  test.each([["gateway"], ["federated"]])("standpoint %s --help shows an example and the exit codes", async (name) => {
    const { code, out } = await run([name, "--help"], { env: { PORT: "wrong" } });
    expect(code).toBe(0);
    expect(out).toContain("Example:\n  $ ");
    expect(out).toContain("Exit codes:\n  0  success");
  });
});

describe("federated", () => {
  test("runs all of it on one database, tells what runs where, and stops all of it", async () => {
    const running = begin(["federated"], onSeeds);
    const greeting = await running.said("curl -s ");
    const url = addressIn(greeting);
    const rows = [...greeting.matchAll(/^ {2}(\S+) +(http:\S+)$/gm)].map(
      ([, name, address]) => [name, address] as const,
    );
    expect(rows.map(([name]) => name)).toEqual(["gateway", ...modules.map(({ name }) => name)]);
    expect(rows[0]).toEqual(["gateway", url]);

    const body = /-d '(.+)'/.exec(greeting)?.[1] ?? "";
    expect(await ask(url, JSON.parse(body).query)).toEqual({
      data: {
        proposal: {
          title: "Two-state solution",
          supporters: { nodes: expect.arrayContaining([{ name: "United States" }]) },
        },
      },
    });
    for (const [name, address = ""] of rows.slice(1)) {
      const { data } = await ask(address, "{ _service { sdl } }");
      expect(data._service.sdl).toContain(name === "discovery" ? "type Query" : "@key");
    }

    running.child.kill("SIGINT");
    expect(await running.done).toMatchObject({ code: 0, err: expect.stringContaining("Stopping") });
    for (const [, address = ""] of rows) await expect(fetch(address)).rejects.toThrow("fetch failed");
  });

  test("says which part cannot start, and leaves none running", async () => {
    const other = begin(["gateway"], {});
    const port = Number(new URL(addressIn(await other.said("curl -s "))).port);
    const env = { ...onSeeds, LOG_LEVEL: "warn", PORT: String(port - 2) };
    const outcome = await run(["federated"], { env });
    // The gateway's port comes first, then those of sources and actors. Something else may have the one between, too.
    expect(outcome).toMatchObject({ code: 3, out: "" });
    expect(outcome.err).toMatch(
      /^error: The subgraph "(actors|sources)": cannot listen on 127\.0\.0\.1:\d+: another process/m,
    );
    expect(outcome.err).not.toMatch(/^\s+at /m);
    other.child.kill("SIGTERM");
    expect((await other.done).code).toBe(0);
  });
});

describe("a subgraph and the gateway, each a process", () => {
  test("the gateway waits for its subgraphs, and asks them where it is told to", async () => {
    const subgraph = begin(["serve", "--module", "sources"], onSeeds);
    const url = addressIn(await subgraph.said("allow only the gateway to connect to it"));
    const gateway = begin(["gateway"], { SUBGRAPH_URLS: `sources=${url}`, SUBGRAPH_TIMEOUT: "2000" });
    const greeting = await gateway.said("curl -s ");
    expect(greeting).toContain(`sources         ${url}`);
    expect(greeting).toContain("actors          http://127.0.0.1:4002/graphql");
    const address = addressIn(greeting);

    const ready = await fetch(new URL("/health/ready", address));
    expect(ready.status).toBe(503);
    expect((await ready.json()).reason).not.toContain("sources");
    expect((await fetch(new URL("/health/live", address))).status).toBe(200);
    expect((await ask(address, "{ sources { totalCount } }")).data.sources.totalCount).toBeGreaterThan(0);

    subgraph.child.kill("SIGKILL");
    await subgraph.done;
    const { data, errors } = await ask(address, '{ source(slug: "x") { title } __typename }');
    expect(data).toEqual({ source: null, __typename: "Query" });
    expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph: "sources" } }]);
    gateway.child.kill("SIGTERM");
    expect((await gateway.done).code).toBe(0);
  });

  test("a name that is no module's is told", async () => {
    const outcome = await run(["serve", "--module", "votes"], { env: { DATA_DIR: join(folder, "no") } });
    expect(outcome).toMatchObject({ code: 2, out: "" });
    expect(outcome.err).toBe(
      `error: There is no module "votes". The modules are ${modules.map(({ name }) => name).join(", ")}\n`,
    );
    const wrong = await run(["gateway"], { env: { SUBGRAPH_URLS: "votes=http://127.0.0.1:1" } });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("SUBGRAPH_URLS: there is no subgraph votes") });
  });
});
