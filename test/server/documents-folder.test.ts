import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { readDocuments } from "../../src/http/documents/read-documents.js";
import { hashOf } from "../../src/operations/documents.js";

describe("a folder of documents", () => {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-documents-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is read in each form that tools write", async () => {
    const apollo = { format: "apollo-persisted-query-manifest", version: 1 };
    const operations = [{ id: "a", name: "A", type: "query", body: "query A { __typename }" }];
    writeFileSync(join(folder, "apollo.json"), JSON.stringify({ ...apollo, operations }));
    writeFileSync(join(folder, "codegen.json"), JSON.stringify({ b: "query B { __typename }" }));
    writeFileSync(join(folder, "c.graphql"), "query C { __typename }");
    writeFileSync(join(folder, "README.md"), "not one");
    const documents = await readDocuments(folder);
    expect([...documents.keys()]).toEqual(["a", hashOf("query C { __typename }"), "b"]);
  });

  test.each([
    ["{", "is not JSON"],
    ["[]", "is neither an object of documents by id nor a manifest"],
    ['{ "x": "query {" }', 'the document "x" is not GraphQL: Syntax Error'],
    ['{ "a": "{ other }" }', 'the id "a" is used for another document in another file'],
  ])("with %s is refused", async (text, problem) => {
    writeFileSync(join(folder, "wrong.json"), text);
    await expect(readDocuments(folder)).rejects.toThrow(problem);
    rmSync(join(folder, "wrong.json"));
  });
});
