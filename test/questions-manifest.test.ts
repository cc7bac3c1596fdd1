import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { manifestOf, manifestText } from "../src/cli/serve/question-manifest.js";

const folder = new URL("../questions/", import.meta.url);

test("questions/manifest.json is what the questions say (else: npm run schema)", async () => {
  const questions = await manifestOf(folder);
  expect(readFileSync(new URL("manifest.json", folder), "utf8")).toBe(manifestText(questions));
  expect(questions[0]?.group).toBe("The two-state solution"); // which the playground opens
});
