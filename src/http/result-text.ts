import type { FormattedExecutionResult } from "graphql";
import { JsonText } from "../execution/json-text.js";

/** The text of a result, in which data that is text already stands as it is. */
export function resultText({ data, ...rest }: FormattedExecutionResult): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ errors: rest.errors, data, ...rest });
  const others = JSON.stringify(rest); // of undefined errors and extensions nothing is left
  return others === "{}" ? `{"data":${data.text}}` : `${others.slice(0, -1)},"data":${data.text}}`;
}
