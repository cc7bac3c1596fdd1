import { type GraphQLError, locatedError } from "graphql";
import type { Output, PlannedField } from "./plan.js";

const sign = "\u001f"; // as in marks: no text that comes from the database begins so

/** What failed within a field of the root: each value that failed has a place in the JSON text until `settled`. */
export class Failures {
  readonly #errors: unknown[] = [];

  get any(): boolean {
    return this.#errors.length > 0;
  }

  /** JSON in the place of a value that failed. */
  place(error: unknown): string {
    this.#errors.push(error);
    return JSON.stringify(`${sign}${this.#errors.length - 1}`);
  }

  /** JSON in the place of a value of a field that is null, or has something in it that is, where the schema allows none. */
  null(coordinate: string): string {
    return this.place(new Error(`Cannot return null for non-nullable field ${coordinate}, or for one of its fields.`));
  }

  /**
   * The text as graphql-js would have it: a value that failed is null, or else what is around it.
   *
   * @param errors takes the errors, each with its path
   * @throws {GraphQLError} the one for which the field itself fails
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
      // Of whichever type the object is: fields under one key are all null or all not.
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
