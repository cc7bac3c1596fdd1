import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { dossierJsonSchema } from "../../../src/import/dossier/index.js";

test("schema/dossier.schema.json is what the code says (else: npm run schema)", () => {
  const committed = readFileSync(new URL("../../../schema/dossier.schema.json", import.meta.url), "utf8");
  expect(committed).toBe(`${JSON.stringify(dossierJsonSchema(), null, 2)}\n`);
});

test("every field explains itself", () => {
  const silent: string[] = [];
  let fields = 0;
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== "object" || schema === null) return;
    const { properties, items, definitions, description, $ref } = schema as Record<string, object>;
    if (path !== "" && !$ref && !description && !path.endsWith("[]")) silent.push(path);
    fields += 1;
    for (const [name, inside] of Object.entries({ ...properties, ...definitions })) visit(inside, `${path}/${name}`);
    visit(items, `${path}[]`);
  };
  visit(dossierJsonSchema(), "");
  expect(fields).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});
