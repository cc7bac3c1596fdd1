import { type GraphQLError, locatedError } from "graphql";
import type { Output, PlannedField } from "./plan.js";

const sign = "\u001f"; // as in marks: no text of the database begins with it

/** Failures within a root field. Each failed value has a placeholder in the JSON text until `settled`. */
export class Failures {
  readonly #errors: unknown[] = [];

  get any(): boolean {
    return this.#errors.length > 0;
  }

  /** Makes the placeholder of a value that failed. */
  place(error: unknown): string {
    this.#errors.push(error);
    return JSON.stringify(`${sign}${this.#errors.length - 1}`);
  }

  /** Makes the placeholder of a value that is null, or contains a null, where the schema forbids it. */
  null(coordinate: string): string {
    return this.place(new Error(`Cannot return null for non-nullable field ${coordinate}, or for one of its fields.`));
  }

  /**
   * Replaces placeholders as graphql-js does: a failed value is null, or the nearest nullable value around it.
   *
   * @param errors the list to which the errors are added, with their paths
   * @throws {GraphQLError} if the root field cannot be null
   */
  settled(text: string, field: PlannedField, errors: GraphQLError[]): string {
    const orNull = (value: unknown, one: PlannedField, output: Output, path: readonly (string | number)[]): unknown => {
      try {
        return inside(value, one, output, path);
      } catch (error) {
        if (!output.nullable) throw error;
        errors.push(error as GraphQLError); // `inside` throws no other
        return null;
      }
    };
    const inside = (value: unknown, one: PlannedField, output: Output, path: readonly (string | number)[]): unknown => {
      if (typeof value === "string" && value.startsWith(sign))
        throw locatedError(this.#errors[Number(value.slice(1))], one.nodes, path);
      if (output.kind === "leaf" || typeof value !== "object" || value === null) return value;
      if (output.kind === "list")
        return (value as unknown[]).map((entry, index) => orNull(entry, one, output.of, [...path, index]));
      // The type of the object does not matter here: GraphQL allows the same key in several types only with the same nullability.
      const fields = new Map([...one.selections.values()].flat().map((inner) => [inner.key, inner]));
      const entries = Object.entries(value).map(([key, entry]) => {
        const inner = fields.get(key);
        return [key, inner ? orNull(entry, inner, inner.output, [...path, key]) : entry];
      });
      return Object.fromEntries(entries);
    };
    return JSON.stringify(orNull(JSON.parse(text), field, field.output, [field.key]));
  }
}
