import "reflect-metadata";
import { mkdirSync, writeFileSync } from "node:fs";
import { manifestOf, manifestText } from "../cli/serve/question-manifest.js";
import { subgraphSdl } from "../federation/subgraph.js";
import { composeSupergraph } from "../federation/supergraph.js";
import { printSorted } from "../graphql/published-schema.js";
import { dossierJsonSchema } from "../import/dossier/index.js";
import { modules } from "../modules/index.js";
import { buildApiSchema } from "../modules/schema.js";

/** Writes what `schema/` holds, and the manifest of the standard questions; run by `npm run schema`. */
const folder = new URL("../../schema/", import.meta.url);
const write = (name: string, text: string): void => writeFileSync(new URL(name, folder), text);
const schema = buildApiSchema(modules);

write("api.graphql", printSorted(schema));
write("supergraph.graphql", composeSupergraph(schema, modules));
mkdirSync(new URL("subgraphs/", folder), { recursive: true });
for (const module of modules) write(`subgraphs/${module.name}.graphql`, subgraphSdl(schema, modules, module));
write("dossier.schema.json", `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`);

const questions = new URL("../../questions/", import.meta.url);
writeFileSync(new URL("manifest.json", questions), manifestText(await manifestOf(questions)));
