import { getExecutorForUnifiedGraph } from "@graphql-hive/gateway-runtime";
import type { Executor } from "@graphql-tools/utils";
import { type GraphQLSchema, isScalarType, isSpecifiedScalarType, parse } from "graphql";
import { publishedSchema } from "../graphql/published-schema.js";
import { placeErrors } from "./gateway-error-places.js";
import { planningSupergraph } from "./gateway-plan.js";
import { gatewayScalars } from "./gateway-scalars.js";

/**
 * A schema that answers for a whole supergraph: the API's own, whose resolvers are Hive Gateway's, which plan what to ask
 * of which subgraph, gather entities and merge what comes back.
 *
 * @param executorOf what asks a subgraph, by its name
 * @throws when the supergraph has a scalar that this gateway could not check
 */
export async function gatewaySchema(
  supergraph: string,
  executorOf: (subgraph: string) => Executor,
): Promise<GraphQLSchema> {
  let schema: GraphQLSchema | undefined;
  const execute = getExecutorForUnifiedGraph({
    getUnifiedGraph: () => planningSupergraph(supergraph),
    transports: () => ({ getSubgraphExecutor: ({ subgraphName }) => executorOf(subgraphName) }),
    additionalResolvers: gatewayScalars,
    onUnifiedGraphChange(loaded) {
      schema = loaded;
    },
  });
  await execute({ document: parse("{ __typename }") }); // it loads the supergraph for the first question
  if (!schema) throw new Error("Hive Gateway did not load the supergraph");
  const unknown = Object.values(schema.getTypeMap()).filter(
    (type) => isScalarType(type) && !isSpecifiedScalarType(type) && !(type.name in gatewayScalars),
  );
  if (unknown.length > 0) throw new Error(`The gateway has no implementation of the scalar ${unknown.join(", ")}`);
  placeErrors(schema);
  return publishedSchema(schema);
}
