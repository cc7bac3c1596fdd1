import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  HeaderMap,
  type HTTPGraphQLRequest,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyRequest } from "fastify";
import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Execution } from "../execution/executor.js";
import type { OperationCheck } from "../operations/check/check-operation.js";
import type { DocumentRequest, Documents } from "../operations/documents.js";
import type { Limits } from "../operations/limits/limits.js";
import type { errorMask } from "./errors/mask-errors.js";
import { readCredential } from "./headers/credential.js";
import type { ResponseType } from "./headers/media-type.js";
import { effectiveTimes } from "./headers/record-times.js";
import { Admission } from "./request/admission.js";
import type { RequestContext } from "./request/context.js";
import { isRecord, searchWithoutEmpty, withoutEmpty } from "./request/guard.js";
import { KnownQueries } from "./request/known-queries.js";
import { requestPlugin } from "./request/plugin.js";
import { resultText } from "./result-text.js";

export interface ApolloConfig {
  readonly log: Logger;
  readonly schema: GraphQLSchema;
  /** Checks an operation before it is executed. */
  readonly check: OperationCheck;
  /** Executes operations instead of graphql-js. */
  readonly execute?: (execution: Execution) => PromiseLike<ExecutionResult>;
  /** Run for each operation, after the front's own plugin. */
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
}

/** The HTTP response to an operation. */
interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Answers the operations of a front. */
export interface Operations {
  /** Whether a document is in the cache of parsed and validated documents. */
  isRead(query: string): boolean;
  /** @param endReading called once the document is parsed, validated and within the limits */
  answer(
    request: FastifyRequest,
    type: ResponseType,
    operation: DocumentRequest,
    context: RequestContext,
    endReading: () => void,
  ): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

/**
 * Starts the handler of operations: Apollo Server, except for queries whose document it has read before.
 *
 * @param documents returns the limits of a document, once it has been read
 */
export async function startOperations(
  config: ApolloConfig,
  documents: Documents,
  limits: Limits,
  formatError: ReturnType<typeof errorMask>,
): Promise<Operations> {
  const admission = new Admission(config.schema, documents, limits, config.check);
  const apollo = await startApollo(config, admission, limits, formatError);
  const knownQueries = new KnownQueries(config.execute, admission);
  // A plugin may refuse a request for its credential.
  const mayBeKnown = ({ method, raw }: FastifyRequest): boolean =>
    method === "POST" && (!config.plugins || readCredential(raw) === undefined);

  return {
    isRead: (query) => knownQueries.get(query) !== undefined,
    async answer(request, type, operation, context, endReading) {
      const result = mayBeKnown(request) ? await knownQueries.resultOf(operation, context) : undefined;
      if (result && !result.errors) {
        const headers = { "content-type": `${type}; charset=utf-8` };
        return { status: 200, headers, text: resultText({ ...result, extensions: effectiveTimes(context) }) };
      }
      const operationRead = (document: DocumentNode): void => {
        endReading();
        if (typeof operation.query === "string") knownQueries.add(operation.query, document);
      };
      const {
        status = 200,
        headers,
        body,
      } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: apolloRequest(request, type, operation),
        context: async () => ({ ...context, operationRead, executed: result }),
      });
      if (body.kind !== "complete") throw new Error("Apollo Server answered in parts");
      return { status, headers: Object.fromEntries(headers), text: body.string };
    },
    stop: () => apollo.stop(),
  };
}

async function startApollo(
  { schema, execute, log, plugins = [] }: ApolloConfig,
  admission: Admission,
  limits: Limits,
  formatError: ReturnType<typeof errorMask>,
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    ...(execute ? { gateway: executedBy(schema, execute) } : { schema }),
    formatError,
    logger: log.child({ part: "apollo" }),
    // Set explicitly, so that NODE_ENV changes neither responses nor whether they contain stack traces.
    nodeEnv: "production",
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stringifyResult: resultText,
    // Not needed: a form of another site cannot send JSON, the only accepted type, without a preflight; and GET only reads.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: limits.validationErrors },
    plugins: [
      requestPlugin(admission),
      ...plugins,
      // Nothing leaves the machine, whatever APOLLO_… variables are set.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>["gateway"]>;
type GatewayResult = Awaited<ReturnType<NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>>>;

/** Apollo Server's interface for another executor. */
function executedBy(schema: GraphQLSchema, execute: NonNullable<ApolloConfig["execute"]>): Gateway {
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: "" }); // the second is for reports, which are not sent
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, request, context }) => {
          const { operationName, variables } = request;
          // Apollo's type of a result has plain objects for extensions; graphql-js makes no others.
          return (context.executed ??
            (await execute({ document, operationName, variables, context }))) as GatewayResult;
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** The request for Apollo Server, which needs only the chosen media type of the headers. */
function apolloRequest(request: FastifyRequest, accept: ResponseType, operation: DocumentRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap([["accept", accept]]);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const sent = method === "POST" ? request.body : request.query;
  if ((isRecord(sent) ? sent.query : undefined) === operation.query) {
    const [, search = ""] = /(\?.*)$/s.exec(request.url) ?? [];
    const body = isRecord(request.body) ? withoutEmpty(request.body) : request.body;
    return { method, headers, search: searchWithoutEmpty(search), body };
  }
  // The client sent the id of the document instead of its text.
  const { query, operationName, variables } = operation;
  if (method === "POST") {
    const body = Object.entries({ query, operationName, variables }).filter(([, value]) => value != null);
    return { method, headers, search: "", body: Object.fromEntries(body) };
  }
  const search = new URLSearchParams({ query: String(query), variables: JSON.stringify(variables ?? {}) });
  if (typeof operationName === "string") search.set("operationName", operationName);
  return { method, headers, search: `?${search}`, body: undefined };
}
