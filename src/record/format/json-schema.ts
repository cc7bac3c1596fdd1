import { z } from "zod";
import { dossier } from "./dossier.js";

/**
 * The dossier format as a JSON Schema, from the definition that imports are checked with. Draft 7, which editors' YAML
 * support knows best. Written to schema/dossier.schema.json by `npm run schema`.
 */
export function dossierJsonSchema(): object {
  return {
    ...z.toJSONSchema(dossier, { target: "draft-7", io: "input" }),
    title: "Standpoint dossier",
    description:
      "Who stands where: sources, actors, proposals, statements, votes and positions, which refer to each other by slug.",
  };
}
