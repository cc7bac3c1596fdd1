import { GraphQLScalarType, valueFromASTUntyped } from "graphql";
import { GraphQLJSON } from "graphql-scalars";
import { CalendarDate } from "../graphql/scalars/calendar-date.js";
import { DateTime } from "../graphql/scalars/date-time.js";
import { EdtfDate } from "../graphql/scalars/edtf-date.js";

/**
 * The API's own scalars for a gateway, by name. A supergraph has only their names, so without these bad input would be
 * found late, by a subgraph, in a variable that the gateway made up. Input is checked and goes on as it was written;
 * what subgraphs answer is passed on as it is.
 */
export const gatewayScalars: Readonly<Record<string, GraphQLScalarType>> = Object.fromEntries(
  [CalendarDate, DateTime, EdtfDate, GraphQLJSON].map((scalar) => [scalar.name, checking(scalar)]),
);

function checking(scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue(value) {
      scalar.parseValue(value);
      return value;
    },
    parseLiteral(node, variables) {
      scalar.parseLiteral(node, variables);
      return valueFromASTUntyped(node, variables);
    },
    serialize: (value) => value,
  });
}
