import { type Capacity, capacityOf } from "../capacity.js";
import type { Entry } from "../entities/index.js";
import type { Entries, Problem } from "../entries.js";
import type { Known } from "../known.js";

/** That the speaker of each statement held the capacity that it names, on the day. */
export function checkStatements(read: Entries, known: Known): Problem[] {
  if (read.invalid.has("affiliations") || !read.complete) return [];
  return [...known.items.statements.values()].flatMap((item) => {
    const { speaker, capacity, madeOn } = item.entry;
    if (!capacity || !speaker) return [];
    // An unknown actor is reported separately.
    if (!known.entry("actors", speaker) || !known.entry("actors", capacity.organization)) return [];
    const found = capacityOf(item.entry, known);
    if (found.kind === "found") return [];
    const what = `${capacity.role ? `"${capacity.role}"` : "no role"} at "${capacity.organization}"`;
    const message =
      found.kind === "none"
        ? `"${speaker}" has no affiliation as ${what}`
        : `"${speaker}" was not ${what} on ${madeOn}`;
    return [item.problem(["capacity"], message, hint(found, read.from))];
  });
}

function hint({ affiliations }: Exclude<Capacity, { kind: "found" }>, from: Entries["from"]): string {
  const remedy = from === "files" ? "Add it under `affiliations`" : "Record it first";
  if (affiliations.length === 0) return `${remedy}, with the kind OFFICE or REPRESENTS`;
  return `Recorded: ${affiliations.map(described).join("; ")}`;
}

const described = ({ organization, role, during }: Entry<"affiliations">) =>
  `${role ?? "no role"} at ${organization}${during ? `, ${during}` : ""}`;
