import {
  GraphQLEnumType,
  GraphQLError,
  type GraphQLSchema,
  isEnumType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";

/**
 * A schema as clients meet it, whichever deployment answers: types, fields, arguments and values in alphabetical order,
 * since a gateway knows no other, and errors about an enum's value that list the values there are.
 */
export function publishedSchema(schema: GraphQLSchema): GraphQLSchema {
  const sorted = lexicographicSortSchema(schema);
  for (const type of Object.values(sorted.getTypeMap())) {
    if (isEnumType(type) && !type.name.startsWith("__")) listValuesInErrors(type);
  }
  return sorted;
}

/** graphql-js has no option for the message, and names at most a few values that are spelled like the wrong one. */
function listValuesInErrors(type: GraphQLEnumType): void {
  const values = type.getValues().map(({ name }) => name);
  const listing = <Result>(read: () => Result): Result => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw new GraphQLError(`${error.message} The values are: ${values.join(", ")}.`, { nodes: error.nodes });
    }
  };
  const { parseValue, parseLiteral } = GraphQLEnumType.prototype;
  type.parseValue = (value) => listing(() => parseValue.call(type, value));
  type.parseLiteral = (node, variables) => listing(() => parseLiteral.call(type, node, variables));
}

/** The schema definition as it is committed: sorted, so that a change shows as one. */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
