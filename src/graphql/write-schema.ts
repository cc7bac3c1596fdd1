import "reflect-metadata";
import { writeFileSync } from "node:fs";
import { dossierJsonSchema } from "../import/dossier/index.js";
import { modules } from "../modules/index.js";
import { buildApiSchema, printSorted } from "./schema.js";

/** Writes what `schema/` holds; run by `npm run schema`. */
const folder = new URL("../../schema/", import.meta.url);
writeFileSync(new URL("api.graphql", folder), printSorted(buildApiSchema(modules)));
writeFileSync(new URL("dossier.schema.json", folder), `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`);
