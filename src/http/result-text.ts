import type { FormattedExecutionResult } from "graphql";
import { JsonText } from "../execution/json-text.js";

/** The JSON text of a result. `data` that is text already is inserted unchanged. */
export function resultText({ data, ...rest }: FormattedExecutionResult): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ errors: rest.errors, data, ...rest });
  const others = JSON.stringify(rest); // leaves out undefined errors and extensions
  return others === "{}" ? `{"data":${data.text}}` : `${others.slice(0, -1)},"data":${data.text}}`;
}
