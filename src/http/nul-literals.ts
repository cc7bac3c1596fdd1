import type { GraphQLRequestContextDidResolveOperation } from "@apollo/server";
import { Kind, visit } from "graphql";
import { argumentPath } from "./argument-path.js";
import { nulCharacter } from "./variables-guard.js";

/**
 * Refuses a NUL character written in the document as an escape, as `guardVariables` does in variables.
 *
 * @throws {GraphQLError} BAD_USER_INPUT naming the argument
 */
export function refuseNulLiterals({ document, source }: GraphQLRequestContextDidResolveOperation<object>): void {
  if (!/\\u(?:0000|\{0+\})/.test(source)) return;
  visit(document, {
    [Kind.STRING]: (node) => {
      if (node.value.includes("\0")) throw nulCharacter(argumentPath(document, node));
    },
  });
}
