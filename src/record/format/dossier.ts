import { z } from "zod";
import { entities, listNames } from "../entities/index.js";
import { line, text } from "./fields.js";

/** Everything of a file but its lists' entries, which are checked one by one so that each problem of each is found. */
export const head = {
  dossier: z.literal(1).describe("The version of this format: 1."),
  title: line("The title of the dossier."),
  summary: text("A summary for readers of the file. It is not recorded.").optional(),
  entries: z
    .int()
    .min(0)
    .describe("The number of entries in the file. Exports contain it, so that an import refuses a truncated file.")
    .optional(),
};

const lists = listNames.map((list) => {
  const { format, about } = entities[list];
  return [list, z.array(format).describe(about).optional()] as const;
});

/** The whole file. */
const dossier = z.strictObject({ ...head, ...Object.fromEntries(lists) });

/**
 * The dossier format as a JSON Schema, from the definition that imports are checked with. Draft 7, which editors' YAML
 * support knows best. Written to schema/dossier.schema.json by `npm run schema`.
 */
export function dossierJsonSchema(): object {
  return {
    ...z.toJSONSchema(dossier, { target: "draft-7", io: "input" }),
    title: "Standpoint dossier",
    description: "Sources, actors, proposals, statements, votes and positions, which refer to each other by slug.",
  };
}
