import type { FastifyRequest } from "fastify";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { CheckedOperation } from "../operations/check/check-operation.js";
import type { errorMask } from "./errors/mask-errors.js";
import type { FrontConfig } from "./front-config.js";
import type { RequestContext } from "./request/context.js";
import { noteErrors } from "./request/summary.js";
import { resultText } from "./result-text.js";

/** A query of a gateway. */
export interface GatewayQuery {
  /** The text of the response. */
  answer(context: RequestContext): Promise<string>;
}

export interface GatewayQueries {
  /** Reads a valid query by POST. Undefined for any other request, which Apollo Server answers or refuses. */
  read(request: Pick<FastifyRequest, "method" | "headers" | "body">): GatewayQuery | undefined;
}

/** Documents of a gateway's plans, of some kilobytes each. */
const mostDocuments = 2000;

/**
 * Answers the queries of a gateway without Apollo Server, whose steps the gateway has done already for the client's request.
 * A gateway sends the same few documents again and again. In a subgraph, those steps took half of a query's time.
 */
export function gatewayQueries(
  { schema, check, execute }: FrontConfig & Required<Pick<FrontConfig, "execute">>,
  mask: ReturnType<typeof errorMask>,
): GatewayQueries {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments });

  function documentOf(query: string): DocumentNode | undefined {
    const parsed = documents.get(query);
    if (parsed) return parsed;
    const document = validQuery(query);
    if (document) documents.set(query, document);
    return document;
  }

  function validQuery(query: string): DocumentNode | undefined {
    try {
      const document = parse(query);
      const [definition, ...others] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
      const isQuery = definition?.operation === OperationTypeNode.QUERY && others.length === 0;
      return isQuery && validate(schema, document).length === 0 ? document : undefined;
    } catch (error) {
      if (error instanceof GraphQLError) return undefined;
      throw error;
    }
  }

  async function answer(operation: CheckedOperation, context: RequestContext): Promise<string> {
    const refusal = await check(operation, context);
    const { document, variables } = operation;
    const execution = { document, operationName: undefined, variables: variables && { ...variables }, context };
    const { data, errors } = refusal.length > 0 ? { errors: refusal } : await execute(execution);
    const formatted = errors?.map((error) => masked(error, mask));
    context.summary.kind = OperationTypeNode.QUERY;
    noteErrors(context, formatted);
    return resultText({ ...(formatted && { errors: formatted }), ...(data !== undefined && { data }) });
  }

  return {
    read({ method, headers: { accept = "*/*" }, body }) {
      if (method !== "POST" || !/\*\/\*|json/.test(accept)) return undefined;
      const { query, variables, ...others } = (body ?? {}) as Record<string, unknown>;
      if (typeof query !== "string" || Object.keys(others).length > 0) return undefined;
      if (variables !== undefined && (typeof variables !== "object" || variables === null)) return undefined;
      const document = documentOf(query);
      return document && { answer: (context) => answer({ document, variables: { ...variables } }, context) };
    },
  };
}

/** Formats an error for a mask as Apollo Server does: with a code. */
function masked(error: GraphQLError, mask: ReturnType<typeof errorMask>): GraphQLFormattedError {
  const { extensions, ...formatted } = error.toJSON();
  return mask({ ...formatted, extensions: { code: "INTERNAL_SERVER_ERROR", ...extensions } }, error);
}
