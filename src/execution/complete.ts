import type { Request } from "./answer.js";
import type { Output, PlannedField } from "./plan.js";

/** The JSON text of a value that holds nothing to load: objects have a property for each field that is selected. */
export function completed(request: Request, field: PlannedField, value: unknown): string {
  return textOf(request, field, field.output, value);
}

function textOf(request: Request, field: PlannedField, output: Output, value: unknown): string {
  if (value == null) {
    if (output.nullable) return "null";
    throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`);
  }
  if (output.kind === "leaf") return JSON.stringify(output.serialize(value));
  if (output.kind === "list") {
    return `[${(value as unknown[]).map((entry) => textOf(request, field, output.of, entry)).join(",")}]`;
  }
  const { plan, variables } = request;
  if (output.kind !== "object") throw new Error(`${field.name} is of several types, and its value does not say which`);
  const fields = plan.selection(field, output.type, variables).map((one) => {
    const inside = (value as Record<string, unknown>)[one.name];
    const text = one.definition ? textOf(request, one, one.output, inside) : JSON.stringify(output.type.name);
    return `${JSON.stringify(one.key)}:${text}`;
  });
  return `{${fields.join(",")}}`;
}
