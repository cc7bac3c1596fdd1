import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readQuestions } from "../../src/cli/serve/questions.js";
import { testDatabase } from "../support/database.js";
import { closeAfterTests } from "../support/federation.js";
import { schema } from "../support/once/schema.js";
import { testServer } from "../support/server.js";

const python = process.env.PYTHON ?? "python3";
const hasHttpx = spawnSync(python, ["-c", "import httpx"]).status === 0;
if (!hasHttpx) process.stderr.write(`${python} has no httpx: the programs in Python are skipped (set PYTHON).\n`);
const inPython = hasHttpx ? test : test.skip;

const documentation = readFileSync("docs/clients.md", "utf8");
const programs = [...documentation.matchAll(/```python\n# (\w+\.py)\n(.*?)```/gs)].map(([, name = "", text = ""]) => ({
  name,
  text,
}));

let url: string;
beforeAll(async () => {
  const database = await testDatabase({ seeds: true });
  const examples = await readQuestions(new URL("../../questions/", import.meta.url));
  const server = await testServer({ schema, database, examples });
  closeAfterTests(server.close);
  url = await server.listen({ host: "127.0.0.1", port: 0 });
});

describe("the programs in Python of docs/clients.md", () => {
  test("are two", () => {
    expect(programs.map(({ name }) => name)).toEqual(["supporters.py", "supporters_of.py"]);
  });

  inPython.each(programs)("$name runs", async ({ text }) => {
    // Not synchronous: the server that it asks is in this process.
    const { stdout, stderr } = await promisify(execFile)(python, ["-c", text.replace("http://localhost:4000", url)]);
    expect(stderr).toBe("");
    expect(stdout).toContain("United States");
  });
});
