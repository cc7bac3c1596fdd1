/**
 * Writes the generated modules of the client package: for each standard question, its text as a document that has the types of its
 * result and variables; and the fragments of rows.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, Kind, parse, print, stripIgnoredCharacters } from "graphql";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "client", "src", "questions");
const text = readFileSync(join(root, "schema", "api.graphql"), "utf8");
const schema = parse(text);
const schemaAst = buildSchema(text);
const config = {
  enumsAsTypes: true,
  onlyOperationTypes: true,
  useTypeImports: true,
  scalars: { Date: "string", DateTime: "string", EdtfDate: "string", JSON: "unknown" },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(join(root, "questions")).filter((name) => name.endsWith(".graphql"))) {
  const query = readFileSync(join(root, "questions", file), "utf8");
  const document = parse(query);
  const name = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION).name.value;
  const types = await codegen({
    filename: `${file}.ts`,
    schema,
    schemaAst,
    documents: [{ location: file, document }],
    config,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  const constant = name[0].toLowerCase() + name.slice(1);
  const title = /^# (.+)$/m.exec(query)?.[1] ?? name;
  const module = `import type { TypedDocument } from "../document.js";

${types.trim()}

/** ${title.replaceAll("*/", "")} */
export const ${constant}: TypedDocument<${name}Query, ${name}QueryVariables> = ${JSON.stringify(query)};
`;
  writeFileSync(join(folder, file.replace(/^\d+-(.*)\.graphql$/, "$1.ts")), module);
}

/** The fragments that rows of a dump and of a mirror are made by: see docs/dumps.md. */
const fragments = parse(readFileSync(join(root, "questions", "rows", "rows.graphql"), "utf8"));
const rows = fragments.definitions.map((definition) => [
  definition.typeCondition.name.value,
  stripIgnoredCharacters(print(definition)),
]);
writeFileSync(
  join(root, "client", "src", "mirror", "rows.ts"),
  `/** The fragment of each type of entity by which its rows are selected. */
export const rowFragments: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(rows), null, 2)};
`,
);
