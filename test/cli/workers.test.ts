import { afterAll, expect, test } from "@jest/globals";
import { databaseForProcesses, kinds } from "../support/database.js";
import { endAll, run, start } from "./standpoint.js";

afterAll(endAll);

/** On a Postgres server only: the embedded database takes one process. */
const onServer = kinds.includes("postgres") ? test : test.skip;

test("several workers need a Postgres server", async () => {
  const { code, err } = await run(["serve", "--workers", "2"]);
  expect([code, err]).toEqual([2, expect.stringContaining("the embedded database can be used by one process only")]);
  expect((await run(["serve", "--workers", "0"])).code).toBe(2);
});

onServer("several workers answer on one port, are started again, and stop together", async () => {
  const { url: DATABASE_URL = "" } = await databaseForProcesses();
  const env = { DATABASE_URL, PORT: "0", SEED: "false", METRICS_PORT: "0" };
  const running = start(["serve", "--workers", "2"], { env });
  const lines: { worker?: number; pid?: number; msg: string }[] = [];
  let rest = "";
  running.child.stderr?.on("data", (text: Buffer) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts.filter((part) => part.startsWith("{")).map((part) => JSON.parse(part)));
  });
  const said = async (isIt: (line: (typeof lines)[number]) => boolean) => {
    for (;;) {
      const line = lines.find(isIt);
      if (line) return line;
      await new Promise((resolve) => running.child.stderr?.once("data", resolve));
    }
  };
  const greeting = await running.said("Metrics: ");
  const [, url = ""] = /in 2 processes at (http:\S+\/graphql)/.exec(greeting) ?? [];
  const [, metrics = ""] = /Metrics: (\S+)/.exec(greeting) ?? [];

  /** Connections are handed out in turn. */
  const ask = async () => {
    const response = await fetch(`${url}?query={__typename}`, { headers: { connection: "close" } });
    expect(await response.json()).toEqual({ data: { __typename: "Query" } });
  };
  const askedOf = async (worker: number) => {
    while (!lines.some((line) => line.worker === worker && line.msg === "request")) await ask();
  };
  await askedOf(1);
  await askedOf(2);
  const asked = lines.filter(({ msg }) => msg === "request").length;
  const counted = /standpoint_requests_total\{.*\} (\d+)/.exec(await (await fetch(metrics)).text());
  expect(Number(counted?.[1])).toBeGreaterThanOrEqual(asked);

  const { pid } = await said(({ worker, msg }) => worker === 1 && msg === "a worker has started");
  process.kill(Number(pid), "SIGKILL");
  await said(({ worker, msg }) => worker === 1 && msg.startsWith("a worker ended"));
  await ask(); // by the other one
  await said(({ worker, msg }) => worker === 3 && msg === "a worker has started");
  await askedOf(3);

  running.child.kill("SIGTERM");
  const { code } = await running.done;
  expect(code).toBe(0);
  expect(lines.filter(({ msg }) => msg === "stopping").map(({ worker }) => worker)).toHaveLength(3);
});
