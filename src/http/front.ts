import cors from "@fastify/cors";
import type { FastifyReply, FastifyRequest } from "fastify";
import { OperationTypeNode } from "graphql";
import type { Logger } from "pino";
import { type DocumentRequest, Documents } from "../operations/documents.js";
import { guardVariables } from "../operations/limits/guards.js";
import { defaultLimits } from "../operations/limits/limits.js";
import { isSubscription, type OperationRequest } from "../operations/read-operation.js";
import { type Account, openAccount } from "./account.js";
import { type Answer, AnswerCache } from "./answer-cache.js";
import { startOperations } from "./apollo.js";
import {
  cachePolicy,
  hasAlready,
  isWhole,
  policyOf,
  type RecordState,
  sendCacheable,
  sendNotModified,
  stateFor,
  varyingHeaders,
} from "./caching.js";
import { clientTurns } from "./client-turns.js";
import { enableCompression, sendCompressed } from "./compression.js";
import { serveQuestionFiles } from "./documents/question-files.js";
import { rowSource } from "./documents/row-source.js";
import { answerHttpErrors, httpError, methodRefusal } from "./errors/http-errors.js";
import { errorMask } from "./errors/mask-errors.js";
import { makeFastify, withoutBodyForHead } from "./fastify.js";
import type { FrontConfig, Server } from "./front-config.js";
import { type GatewayQuery, gatewayQueries } from "./gateway-queries.js";
import { clientsBy, endingOf, timeHeader, toldByGateway } from "./headers/client.js";
import { consistencyHeader, readConsistencyToken } from "./headers/consistency.js";
import { corsOptions } from "./headers/cors.js";
import { readCredential, refuseCredentialInAddress } from "./headers/credential.js";
import { prefersHtml, type ResponseType, responseType } from "./headers/media-type.js";
import { readAsOf, readKnownAt } from "./headers/record-times.js";
import { serveHealth, serveVersion } from "./health.js";
import { servePages } from "./pages.js";
import { serveGraphiql } from "./playground/playground.js";
import type { RequestContext, RequestDetails } from "./request/context.js";
import { guardRequest } from "./request/guard.js";
import { logRequests } from "./request/log.js";
import { readTraceContext, tracedExecution, traceRequests } from "./request/trace.js";
import { serveSchema } from "./schema-file.js";
import { stopsWithin } from "./stopping.js";
import { eventStreams } from "./subscriptions/event-stream.js";
import { needsStream } from "./subscriptions/read-subscription.js";
import { serveWebSockets } from "./subscriptions/websocket.js";

/**
 * Makes the HTTP server of any schema: the API, the playground, health, limits, logs and errors. The single process,
 * each subgraph and the gateway all use it, so that they behave the same for clients.
 */
export async function createFront(config: FrontConfig): Promise<Server> {
  const { log, examples, patience = 10_000, site } = config;
  const limits = { ...defaultLimits, ...config.limits };
  const mask = errorMask(log);
  const documents = new Documents(examples, config.documents);
  const execute = config.execute && tracedExecution(config.execute);
  const operations = await startOperations({ ...config, execute }, documents, limits, mask);
  const { isBehindGateway = false, observer } = config;
  const queries = isBehindGateway && execute ? gatewayQueries({ ...config, execute }, mask) : undefined;
  const answers = config.answerCache ? new AnswerCache(config.answerCache) : undefined;
  const fastify = makeFastify(log, limits);

  await fastify.register(cors, corsOptions);
  await enableCompression(fastify);
  const stop = stopsWithin(patience, fastify);
  traceRequests(fastify);
  logRequests(fastify, observer);
  serveHealth(fastify, config.readiness, config.impairments);
  serveSchema(fastify, config.schema);
  serveVersion(fastify, config);
  const sendGraphiql = serveGraphiql(fastify, examples);
  const clientOf = clientsBy(config, log);
  const turns = clientTurns(limits.patience, config);
  const accountOf = (reply?: FastifyReply): Account =>
    openAccount(isBehindGateway ? undefined : config.costLimits, isBehindGateway ? undefined : observer, reply);
  const subscribing = { ...config, execute, documents, limits, mask, turns, clientOf, accountOf };
  const streams = eventStreams(subscribing);
  const endWebSockets = serveWebSockets(fastify, subscribing, log);

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const ending = endingOf(reply.raw);
    const isFirst = request.account === undefined;
    request.account ??= accountOf(reply);
    const from = { client: clientOf(request.raw), ending, signal: ending.signal, ...toldByGateway(request, config) };
    const { account } = request;
    const context = await config.context({ ...detailsOf(request), ...from, account }, readCredential(request.raw));
    if (isFirst) await account.open(context); // a file, whose pages have contexts of their own, is not cut
    return context;
  };

  const sendAnswer = async (
    reply: FastifyReply,
    context: RequestContext,
    query: GatewayQuery,
  ): Promise<FastifyReply> => {
    const text = await query.answer(context);
    tellTime(reply, context);
    return reply.header("content-type", "application/json; charset=utf-8").send(Buffer.from(text));
  };
  const tellTime = (reply: FastifyReply, { spent, waited }: RequestContext): void => {
    if (!spent || reply.raw.headersSent) return;
    if (isBehindGateway) reply.header(timeHeader, Math.ceil(spent()));
    const waits = waited ? `, wait;dur=${waited().toFixed(1)};desc="queries' wait for their turns"` : "";
    reply.header("server-timing", `db;dur=${spent().toFixed(1)};desc="database"${waits}`);
  };

  const tellToken = async (reply: FastifyReply, context: RequestContext): Promise<void> => {
    // The write is done, so a missing token is not an error.
    const token = await config.consistencyToken?.(context).catch(() => undefined);
    if (token !== undefined) reply.header(consistencyHeader, token);
  };

  /** Executes an operation in the client's turn, unless its answer is kept. */
  const execution = (
    request: FastifyRequest,
    type: ResponseType,
    operation: DocumentRequest,
    context: RequestContext,
    state: RecordState | undefined,
  ): Promise<Answer> => {
    const execute = () => executionOf(request, type, operation, context);
    return answers ? answers.answer(operation, state, context, execute) : execute();
  };
  const executionOf = async (
    request: FastifyRequest,
    type: ResponseType,
    operation: DocumentRequest,
    context: RequestContext,
  ): Promise<Answer> => {
    const query = typeof operation.query === "string" ? operation.query : "";
    const { status, headers, text } = await turns.answer(context, query, operations.isRead(query), (endReading) =>
      operations.answer(request, type, operation, context, endReading),
    );
    // As a text, Node would copy it twice more: to its headers, and to bytes.
    return { status, headers, body: Buffer.from(text) };
  };
  const executed = async (
    request: FastifyRequest,
    reply: FastifyReply,
    type: ResponseType,
    operation: DocumentRequest,
    context: RequestContext,
    state?: RecordState,
  ): Promise<Buffer> => {
    const { status, headers, body } = await execution(request, type, operation, context, state);
    tellTime(reply, context);
    // A response without `data` is a refusal: nothing was done.
    if (context.summary.kind === OperationTypeNode.MUTATION && body.includes('"data":'))
      await tellToken(reply, context);
    reply.code(status).headers(headers);
    return body;
  };

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    type: ResponseType,
    operation: DocumentRequest,
  ): Promise<FastifyReply> => {
    reply.headers({ "cache-control": "no-store", vary: varyingHeaders });
    // Not in Apollo Server: it has no hook with the refused request, so the refusal could not be logged.
    const context = await contextOf(request, reply);
    const mayBeStored = request.method !== "POST";
    const state = mayBeStored || answers ? await stateFor(config.caching, request, type, context) : undefined;
    const cache = mayBeStored ? policyOf(request, state) : undefined;
    if (cache?.etag && hasAlready(request, cache.etag)) return sendNotModified(reply, cache);
    const body = await executed(request, reply, type, operation, context, state);
    return cache && isWhole(reply) ? sendCacheable(reply, body, cache) : sendCompressed(reply, body);
  };

  if (site) {
    const sendNotFound = servePages(fastify, {
      site,
      async ask(request, reply, operation) {
        guardVariables(operation.variables, limits);
        const context = await contextOf(request, reply);
        const type = "application/json";
        const state = answers && (await stateFor(config.caching, request, type, context));
        return execution(request, type, operation, context, state);
      },
      policy: async (request, reply, form) =>
        cachePolicy(config.caching, request, `text/html ${form}`, await contextOf(request, reply)),
    });
    answerHttpErrors(fastify, limits, mask, sendNotFound);
  } else {
    answerHttpErrors(fastify, limits, mask);
    fastify.get("/", async (_request, reply) => reply.redirect("graphql"));
  }
  fastify.route({
    method: [...readMethods, "POST", "PUT", "PATCH", "DELETE"],
    url: "/graphql",
    exposeHeadRoute: false,
    onSend: withoutBodyForHead,
    async handler(request, reply) {
      refuseCredentialInAddress(request.query);
      const { method, headers } = request;
      const query = queries?.read(request);
      if (query) return sendAnswer(reply, await contextOf(request, reply), query);
      if (readMethods.includes(method) && prefersHtml(headers.accept)) return sendGraphiql(reply);
      if (method !== "POST" && !readMethods.includes(method)) throw methodRefusal();
      const parameters = guardRequest(request, documents, limits);
      const type = chosenType(request, parameters);
      if (type === "text/event-stream") return streams.answer(request, reply, parameters);
      return answer(request, reply, type, parameters);
    },
  });

  serveQuestionFiles(fastify, {
    schema: config.schema,
    examples,
    documents,
    maxRows: (request) => (readCredential(request.raw) === undefined ? limits.rows : limits.rows * 10),
    answer: (request, reply, operation) => answer(request, reply, "application/json", operation),
    policy: async (request, reply) => cachePolicy(config.caching, request, "text/csv", await contextOf(request, reply)),
    source: rowSource({
      ...{ contextOf, turns, tableLines: config.tableLines },
      async ask(request, reply, operation) {
        return String(await executed(request, reply, "application/json", operation, await contextOf(request, reply)));
      },
    }),
  });

  let closing: Promise<void> | undefined;
  return {
    fastify,
    listen: (address) => fastify.listen(address),
    close() {
      closing ??= (async () => {
        streams.close();
        await Promise.all([endWebSockets(patience), stop()]);
        await operations.stop();
      })();
      return closing;
    },
  };
}

const readMethods = ["GET", "HEAD"];

/** Chosen before execution: a mutation must not be executed and then refused. */
function chosenType({ method, headers }: FastifyRequest, operation: OperationRequest): ResponseType {
  const subscribes = isSubscription(operation);
  const type = responseType(headers.accept, subscribes);
  // By POST, the refusal comes after validation. By GET, Apollo Server would refuse it first and suggest POST, which does not help.
  if (subscribes && method !== "POST" && type !== "text/event-stream") throw needsStream();
  if (type) return type;
  const message =
    "The header Accept allows none of the media types of this API: application/graphql-response+json, " +
    "application/json, and text/event-stream for subscriptions.";
  throw httpError(406, "NOT_ACCEPTABLE", message);
}

function detailsOf(request: FastifyRequest): Omit<RequestDetails, "client" | "account"> {
  return {
    asOf: readAsOf(request.headers),
    knownAt: readKnownAt(request.headers),
    atLeast: readConsistencyToken(request.headers),
    tellsCost: request.headers["standpoint-cost"] === "1",
    requestId: request.id,
    traceContext: readTraceContext(request.headers),
    log: request.log as Logger, // a child of the logger that the server was given
    summary: request.summary,
  };
}
