import { type GraphQLObjectType, isObjectType } from "graphql";
import { EntityKey } from "../graphql/field-sql.js";
import type { Failures } from "./failures.js";
import type { Output, PlannedField, Request } from "./plan.js";

/** Makes the JSON text that stands for an entity, by its key. */
type ByKey = (field: PlannedField, key: EntityKey, nullable: boolean) => string;

/** The JSON text of a plain value, whose objects have a property for each selected field. */
export function completed(
  request: Request,
  field: PlannedField,
  value: unknown,
  failures: Failures,
  byKey: ByKey,
): string {
  const { plan, variables } = request;

  function textOf(one: PlannedField, output: Output, inner: unknown): string {
    if (inner == null) return output.nullable ? "null" : failures.null(`${one.parentType.name}.${one.name}`);
    if (inner instanceof EntityKey) return byKey(one, inner, output.nullable);
    if (output.kind === "leaf") return JSON.stringify(output.serialize(inner));
    if (output.kind === "list")
      return `[${(inner as unknown[]).map((entry) => textOf(one, output.of, entry)).join(",")}]`;
    const type = typeOf(output, inner);
    const fields = plan.selection(one, type, variables).map((part) => {
      const text = part.definition
        ? textOf(part, part.output, (inner as Record<string, unknown>)[part.name])
        : JSON.stringify(type.name);
      return `${JSON.stringify(part.key)}:${text}`;
    });
    return `{${fields.join(",")}}`;
  }

  function typeOf(output: Output, inner: unknown): GraphQLObjectType {
    if (output.kind === "object") return output.type;
    // A class has the name of its GraphQL type.
    const type = plan.schema.getType((inner as object).constructor.name);
    if (!isObjectType(type)) throw new Error(`The value of ${field.name} does not say of which type it is`);
    return type;
  }

  return textOf(field, field.output, value);
}
