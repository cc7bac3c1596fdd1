import type { FieldProblem } from "../../errors.js";
import type { EntityTable } from "../../graphql/entity-table.js";
import { readGlobalId } from "../../record/global-id.js";
import type { Target } from "../../record/write/stored-entity.js";
import type { TargetInput } from "./write-inputs.js";

/** The entity that an input changes, or why its type is not one of the given tables. */
export function targetOf(
  { id, version }: Pick<TargetInput, "id" | "version">,
  tables: readonly EntityTable[],
): (Target & { table: EntityTable }) | { problem: FieldProblem } {
  const read = readGlobalId(id);
  if ("reason" in read) return { problem: { path: "input.id", reason: read.reason } };
  const { prefix, uuid } = read;
  const table = tables.find((one) => one.prefix === prefix);
  if (table) return { table, list: table.list, id: uuid, version };
  const wanted = tables.map((one) => one.prefix).join(", ");
  return {
    problem: { path: "input.id", reason: `is the id of a "${prefix}", but must be the id of one of: ${wanted}` },
  };
}
