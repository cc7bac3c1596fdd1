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
import cors from "@fastify/cors";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
  type onSendHookHandler,
} from "fastify";
import type { ExecutionResult, FormattedExecutionResult, GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import type { Execution } from "../execution/executor.js";
import { JsonText } from "../execution/json-text.js";
import type { OperationCheck } from "../operations/check-operation.js";
import { readAsOf } from "./as-of.js";
import { type Clients, clientsBy, goneSignal, timeHeader, toldByGateway } from "./client.js";
import { clientTurns } from "./client-turns.js";
import { corsOptions } from "./cors.js";
import { readCredential, refuseCredentialInAddress } from "./credential.js";
import { serveGraphiql } from "./graphiql.js";
import type { Example } from "./graphiql-start.js";
import { type Readiness, serveHealth } from "./health.js";
import { answerHttpErrors, httpError } from "./http-errors.js";
import { readJsonBodies } from "./json-body.js";
import { readKnownAt } from "./known-at.js";
import { defaultLimits, type Limits } from "./limits.js";
import { errorMask } from "./mask-errors.js";
import { prefersHtml, type ResponseType, responseType } from "./media-type.js";
import { isSubscription, type OperationRequest } from "./read-operation.js";
import type { KnownOfRequest, RequestContext } from "./request-context.js";
import { guardRequest } from "./request-guard.js";
import { logRequests, requestId } from "./request-log.js";
import { requestPlugin } from "./request-plugin.js";
import type { Rewrite } from "./rewrite.js";
import { stopsWithin } from "./stopping.js";
import { eventStreams } from "./subscriptions/event-stream.js";
import { needsStream } from "./subscriptions/read-subscription.js";
import { serveWebSockets } from "./subscriptions/websocket.js";

/** What whoever makes a server may choose, whichever server it is. */
export interface FrontOptions extends Clients {
  readonly log: Logger;
  /** The playground's tabs, the first one open. */
  readonly examples: readonly Example[];
  readonly limits?: Partial<Limits>;
  /** How long `close` waits for requests in flight, in milliseconds; 10,000 by default. */
  readonly patience?: number;
}

export interface FrontConfig extends FrontOptions {
  readonly schema: GraphQLSchema;
  /** What an operation must meet before it is executed. */
  readonly check: OperationCheck;
  readonly readiness: Readiness;
  /**
   * What the resolvers of a request share: what is known of the request, and whatever else they need.
   *
   * @param credential what the header Authorization bears, not checked yet; undefined where there is no such header
   * @throws {GraphQLError} with a code and an HTTP status, to refuse the request
   */
  context(known: KnownOfRequest, credential: string | undefined): RequestContext | Promise<RequestContext>;
  /**
   * Checks a credential that `context` has not checked, before a connection is opened on it.
   *
   * @throws {GraphQLError} the refusal of the credential
   */
  readonly checkCredential?: (context: RequestContext) => Promise<void>;
  /** What executes operations instead of graphql-js. */
  readonly execute?: (execution: Execution) => PromiseLike<ExecutionResult>;
  /** What gives each operation another form before it is executed. */
  readonly rewrite?: Rewrite;
  /** What is done with each operation besides, after all that this front does. */
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
}

export interface Server {
  readonly fastify: FastifyInstance;
  /** Begins to answer; port 0 takes any free one. Resolves with the address, such as "http://127.0.0.1:4000". */
  listen(address: { host: string; port: number }): Promise<string>;
  /**
   * Takes no new requests, waits for those in flight (they are cut off when patience ends), then resolves. What the
   * resolvers work with, such as a database, stays open: whoever opened it closes it next.
   */
  close(): Promise<void>;
}

/**
 * Makes the HTTP server of any schema: the API, the playground, health, limits, logs and errors. The single process,
 * each subgraph and the gateway all have this front, so that clients meet the same everywhere.
 */
export async function createFront(config: FrontConfig): Promise<Server> {
  const { log, examples, patience = 10_000 } = config;
  const limits = { ...defaultLimits, ...config.limits };
  const mask = errorMask(log);
  const apollo = await startApollo(config, limits, mask);
  const fastify = makeFastify(log, limits);

  await fastify.register(cors, corsOptions);
  const stop = stopsWithin(patience, fastify);
  logRequests(fastify);
  answerHttpErrors(fastify, limits, mask);
  serveHealth(fastify, config.readiness);
  const sendGraphiql = serveGraphiql(fastify, examples);
  const clientOf = clientsBy(config);
  const turns = clientTurns(limits.patience, config);
  const subscribing = { ...config, limits, mask, turns, clientOf };
  const streams = eventStreams(subscribing);
  const endWebSockets = serveWebSockets(fastify, subscribing, log);

  fastify.get("/", async (_request, reply) => reply.redirect("graphql"));
  fastify.route({
    method: [...readMethods, "POST", "PUT", "PATCH", "DELETE"],
    url: "/graphql",
    exposeHeadRoute: false,
    onSend: withoutBodyForHead,
    async handler(request, reply) {
      refuseCredentialInAddress(request.query);
      const { method, headers } = request;
      if (readMethods.includes(method) && prefersHtml(headers.accept)) return sendGraphiql(reply);
      if (method !== "POST" && !readMethods.includes(method)) throw methodRefusal();
      const parameters = guardRequest(request, limits);
      const type = chosenType(request, parameters);
      if (type === "text/event-stream") return streams.answer(request, reply, parameters);
      reply.headers({ "cache-control": "no-store", vary: "accept, standpoint-as-of, standpoint-known-at" });
      // Not in Apollo Server, which has no hook that knows the request that is refused, and so could not log it as such.
      const from = { client: clientOf(request.raw), signal: goneSignal(reply.raw), ...toldByGateway(request, config) };
      const known = { ...knownOf(request), ...from };
      const context = await config.context(known, readCredential(request.raw));
      const httpGraphQLRequest = apolloRequest(request, type);
      const response = await turns.answer(context, String(parameters.query), (operationRead) =>
        apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest,
          context: async () => ({ ...context, operationRead }),
        }),
      );
      if (config.isBehindGateway && context.spent) reply.header(timeHeader, Math.ceil(context.spent()));
      if (response.body.kind !== "complete") throw new Error("Apollo Server answered in parts");
      // As a text, Node would copy it twice more: to its headers, and to bytes.
      const body = Buffer.from(response.body.string);
      return reply
        .code(response.status ?? 200)
        .headers(Object.fromEntries(response.headers))
        .send(body);
    },
  });

  let closing: Promise<void> | undefined;
  return {
    fastify,
    listen: (address) => fastify.listen(address),
    close() {
      closing ??= (async () => {
        streams.close();
        await Promise.all([endWebSockets(patience), stop()]);
        await apollo.stop();
      })();
      return closing;
    },
  };
}

async function startApollo(
  { schema, check, execute, log, rewrite, plugins = [] }: FrontConfig,
  limits: Limits,
  formatError: ReturnType<typeof errorMask>,
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    ...(execute ? { gateway: executedBy(schema, execute) } : { schema }),
    formatError,
    logger: log.child({ part: "apollo" }),
    // Said here, so that NODE_ENV changes nothing: not what clients see, nor whether traces leak.
    nodeEnv: "production",
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stringifyResult: ({ data, ...rest }) => withData(data, rest),
    // A form of another site cannot send JSON, the only type of body taken, without asking first; and GET only reads.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: limits.validationErrors },
    plugins: [
      requestPlugin(limits, check, rewrite),
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

/** The text of a result, in which data that is text already stands as it is. */
function withData(data: FormattedExecutionResult["data"], rest: FormattedExecutionResult): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ errors: rest.errors, data, ...rest });
  const others = JSON.stringify(rest); // of undefined errors and extensions nothing is left
  return others === "{}" ? `{"data":${data.text}}` : `${others.slice(0, -1)},"data":${data.text}}`;
}

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>["gateway"]>;
type GatewayResult = Awaited<ReturnType<NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>>>;

/** Apollo Server's way to let another executor answer for a schema. */
function executedBy(schema: GraphQLSchema, execute: NonNullable<FrontConfig["execute"]>): Gateway {
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
          return (await execute({ document, operationName, variables, context })) as GatewayResult;
        },
      }),
    stop: () => Promise.resolve(),
  };
}

function makeFastify(log: Logger, limits: Limits): FastifyInstance {
  const fastify: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger, // pino's own type also has members that Fastify does not ask for
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    requestIdHeader: false,
    genReqId: requestId,
    bodyLimit: limits.bodyBytes,
    requestTimeout: 30_000, // for the whole request to arrive: a slow sender must not hold a connection for ever
  });
  readJsonBodies(fastify);
  return fastify;
}

const readMethods = ["GET", "HEAD"];

/** A HEAD is answered as the GET is, its length included. */
const withoutBodyForHead: onSendHookHandler = (request, reply, payload, next) => {
  if (request.method !== "HEAD" || !(typeof payload === "string" || Buffer.isBuffer(payload)))
    return next(null, payload);
  reply.header("content-length", Buffer.byteLength(payload));
  next(null, null);
};

function methodRefusal(): Error {
  const message = "The API takes operations by POST, and queries by GET and HEAD too.";
  return httpError(405, "BAD_REQUEST", message, { allow: "GET, HEAD, POST" });
}

/** Chosen before anything is executed: a mutation must not be done and then answered by a refusal. */
function chosenType({ method, headers }: FastifyRequest, operation: OperationRequest): ResponseType {
  const subscribes = isSubscription(operation);
  const type = responseType(headers.accept, subscribes);
  // By POST, the refusal comes after validation. By GET, Apollo Server would refuse it first, naming POST, which does not help.
  if (subscribes && method !== "POST" && type !== "text/event-stream") throw needsStream();
  if (type) return type;
  const message =
    "The header Accept allows none of the media types in which this API answers: application/graphql-response+json, " +
    "application/json, and text/event-stream for subscriptions.";
  throw httpError(406, "NOT_ACCEPTABLE", message);
}

/** The request as Apollo Server takes it. Of the headers it needs only the media type that was chosen. */
function apolloRequest({ method, url, body }: FastifyRequest, accept: ResponseType): HTTPGraphQLRequest {
  const [, search = ""] = /(\?.*)$/s.exec(url) ?? [];
  return {
    method: method === "HEAD" ? "GET" : method,
    headers: new HeaderMap([["accept", accept]]),
    search,
    body,
  };
}

function knownOf(request: FastifyRequest): Omit<KnownOfRequest, "client"> {
  return {
    asOf: readAsOf(request.headers),
    knownAt: readKnownAt(request.headers),
    requestId: request.id,
    log: request.log as Logger, // a child of the logger that the server was given
    summary: request.summary,
  };
}
