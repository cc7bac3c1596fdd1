import { afterAll, expect, test } from "@jest/globals";
import { databaseForProcesses } from "../support/database.js";
import { endAll, start } from "./standpoint.js";

afterAll(endAll);

test("METRICS_PORT serves metrics on this machine, on a port of their own, and ends with the server", async () => {
  const { url, dataDir } = await databaseForProcesses();
  const where: Record<string, string> = url ? { DATABASE_URL: url } : { DATA_DIR: dataDir };
  const { child, done, said } = start(["serve"], { env: { ...where, SEED: "false", PORT: "0", METRICS_PORT: "0" } });
  const address = /^Metrics: (\S+)$/m.exec(await said("Metrics: "))?.[1] ?? "";
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  expect(await (await fetch(address)).text()).toContain("standpoint_sql_duration_seconds_count");
  child.kill("SIGTERM");
  expect((await done).code).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
});
