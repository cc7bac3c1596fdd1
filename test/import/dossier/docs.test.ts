import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { DossierProblems, importDossiers, problemText } from "../../../src/import/dossier/index.js";
import { testDatabase } from "../../support/database.js";
import { total } from "./import-text.js";

const page = readFileSync(new URL("../../../docs/dossiers.md", import.meta.url), "utf8");
const example = /```yaml\n([\s\S]+?)```/.exec(page)?.[1] ?? "";
const path = "harbour.dossier.yaml";

test("the example of docs/dossiers.md can be imported, and gives the counts that the page shows", async () => {
  const { counts, warnings } = await importDossiers(await testDatabase(), [{ path, text: example }], {
    author: "docs",
  });
  expect(warnings).toEqual([]);
  for (const [, list, recorded] of page.matchAll(/^(sources|actors) +(\d+) +0 +0$/gm)) {
    expect(counts[list as keyof typeof counts].recorded).toBe(Number(recorded));
  }
  expect(page).toMatch(new RegExp(`^all +${total({ counts }).recorded} +0 +0$`, "m"));
});

test("the mistakes that docs/dossiers.md describes are told as it shows", async () => {
  const mistaken = example
    .replace("kind: PLAN", "kind: Plan")
    .replace("speaker: sapt", "speaker: sapp")
    .replace("    evidence: { statement: sapt-1891-04-01 }\n", "");
  const error = await importDossiers(await testDatabase(), [{ path, text: mistaken }], { author: "docs" }).catch(
    (e) => e,
  );
  expect(error).toBeInstanceOf(DossierProblems);
  expect(page).toContain(
    `\`\`\`\n${error.problems.map(problemText).join("\n")}\n3 problems; nothing was recorded\n\`\`\``,
  );
});
