import { z } from "zod";
import type { MapFile } from "../map-file.js";
import { keyPath, MapProblems, notAmong } from "../map-file.js";
import { columnsOf, type ValueForm, valueForm } from "../value.js";
import { type VoteColumns, voteFields } from "./vote-columns.js";

const field = valueForm.optional();

/** A mapping file for a table of votes. */
export const voteMapForm = z.strictObject({
  map: z.literal(1),
  votes: z.strictObject({
    ...(Object.fromEntries(voteFields.map((name) => [name, field])) as Record<
      (typeof voteFields)[number],
      typeof field
    >), // of these names
    country: field,
    vote: valueForm,
    scheme: z.enum(["ISO_3166_1_ALPHA_2", "ISO_3166_1_ALPHA_3", "COW", "M49"]).optional(),
  }),
});

export type VoteMap = MapFile<z.output<typeof voteMapForm>>;

/**
 * The columns that a mapping file names in one table.
 *
 * @throws MapProblems where the table lacks a column, or the map a field without which nobody can say who voted how on what
 */
export function mappedColumns({ file, content }: VoteMap, header: readonly string[]): VoteColumns {
  const { scheme, ...given } = content.votes;
  const forms = Object.entries(given).filter((entry): entry is [string, ValueForm] => entry[1] !== undefined);
  const problems = forms.flatMap(([name, form]) =>
    columnsOf(form)
      .filter((column) => !header.includes(column))
      .map((column) => `${keyPath(["votes", name])}: ${notAmong("column", column, header)}`),
  );
  if (!given.country && !given.code) problems.push("votes: maps neither country nor code");
  if (!given.rcid && !given.resolution) problems.push("votes: maps neither resolution nor rcid");
  if (!given.rcid && !given.date) problems.push("votes: maps no date");
  if (problems.length > 0) throw new MapProblems(file, problems);
  const fields = Object.fromEntries(forms.map(([name, form]) => [name, [form]]));
  return { fields, scheme, shape: given.rcid ? "voeten" : "other" };
}
