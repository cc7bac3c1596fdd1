import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

/** A scalar that clients write as a string. */
export interface StringScalar<Internal, External> {
  /** Its name in the schema. */
  name: string;
  description: string;
  specifiedByURL: string;
  /** Reads what a client wrote; throws an error whose message says what is wrong. */
  parse(text: string): Internal;
  /** Writes what a resolver gave. */
  serialize(value: unknown): External;
}

/** Makes a scalar whose bad input is a BAD_USER_INPUT error, placed in the document where it was written there. */
export function stringScalar<Internal, External>({ parse, ...config }: StringScalar<Internal, External>) {
  const read = (value: unknown, node?: ValueNode): Internal => {
    try {
      if (typeof value !== "string") throw new TypeError(`${config.name} is written as a string`);
      return parse(value);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new GraphQLError(reason, { nodes: node, extensions: { code: "BAD_USER_INPUT" } });
    }
  };
  return new GraphQLScalarType<Internal, External>({
    ...config,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}
