import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import { CloseCode, type Context, type Server as GraphqlServer, handleProtocols, makeServer } from "graphql-ws";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import { unauthenticated } from "../../auth/refusals.js";
import { ClientGone } from "../../db/errors.js";
import type { OperationRequest } from "../../operations/read-operation.js";
import { credentialIn, readCredential, refuseCredentialInAddress } from "../headers/credential.js";
import { readAsOf, refusalToSubscribe } from "../headers/record-times.js";
import type { RequestDetails } from "../request/context.js";
import { followWith, formatted, maskedResult } from "./follow.js";
import { readSubscription } from "./read-subscription.js";
import type { SubscriptionFront } from "./subscription-front.js";

const mostSockets = 1_000;
const mostSubscriptions = 100;

/** Milliseconds between pings. A client that does not answer one is disconnected. It can reconnect with its cursor. */
const keepAlive = 12_000;

/**
 * Serves subscriptions over WebSocket at /graphql, by the protocol `graphql-transport-ws`. A browser cannot send headers
 * here, so it sends `Authorization` in the payload of `connection_init`.
 *
 * The protocol is that of graphql-ws. Rejected: its binding to `ws`, which reports errors, also those of clients, with
 * `console.error` and a stack trace.
 *
 * @returns a function that closes all connections, and terminates those that are not closed in time
 */
export function serveWebSockets(
  fastify: FastifyInstance,
  front: SubscriptionFront,
  log: Logger,
): (patience: number) => Promise<void> {
  const server = new WebSocketServer({ noServer: true, maxPayload: front.limits.bodyBytes, handleProtocols });
  const protocol = makeServer<Record<string, unknown>, Extra>({
    onConnect: async (connection) => {
      const { request, socket } = connection.extra;
      const details = {
        requestId: randomUUID(),
        log,
        summary: {},
        client: front.clientOf(request),
        account: front.accountOf(),
      };
      try {
        const context = await front.context({ ...details, asOf: readAsOf(request.headers) }, credentialOf(connection));
        await front.checkCredential?.(context);
        return true;
      } catch (error) {
        const { message, extensions } = formatted(error, front);
        log.info({ requestId: details.requestId, codes: [extensions?.code] }, "a WebSocket connection was refused");
        socket.close(closeCodes[String(extensions?.code)] ?? CloseCode.InternalServerError, closeReason(message));
        return false; // by then the connection is closing with the code above
      }
    },
    onSubscribe: async (connection, _id, payload) => {
      if (Object.keys(connection.subscriptions).length > mostSubscriptions) return [tooMany()];
      const { request, gone } = connection.extra;
      const client = front.clientOf(request);
      const subscription = await readInTurn(front, client, payload);
      if (!("document" in subscription)) return subscription;
      const refusal = refusalToSubscribe(request.headers);
      if (refusal) return [refusal];
      const account = front.accountOf();
      const fresh = async (isEvent: boolean) => {
        const details = { ...detailsOf(request, log), client, signal: gone, isEvent, account };
        return front.context(details, credentialOf(connection));
      };
      return { ...subscription, contextValue: { fresh, cost: subscription.cost } };
    },
    subscribe: followWith(front),
    onError: (_connection, _id, _payload, errors) => maskedResult({ errors }, front).errors?.map((e) => e.toJSON()),
  });
  server.on("connection", (socket, request) => open(socket, request, protocol, front, log));
  fastify.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, server.clients.size);
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
    server.handleUpgrade(request, socket, head, (webSocket) => server.emit("connection", webSocket, request));
  });
  return async (patience) => {
    for (const socket of server.clients) socket.close(1001, "Going away");
    // A client that does not read does not close either.
    const cutOff = setTimeout(() => {
      for (const socket of server.clients) socket.terminate();
    }, patience);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(cutOff);
  };
}

interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Aborted when the connection is closed. */
  readonly gone: AbortSignal;
}

/** Like readSubscription, but a turn that does not come is an error of the subscription, not of the connection. */
async function readInTurn(front: SubscriptionFront, client: string, payload: OperationRequest) {
  try {
    return await readSubscription(front, client, payload);
  } catch (error) {
    const { message, extensions } = formatted(error, front);
    return [new GraphQLError(message, { extensions })];
  }
}

/** Runs the protocol on one connection, until either side closes it. */
function open(
  socket: WebSocket,
  request: IncomingMessage,
  protocol: GraphqlServer<Extra>,
  { mask }: Pick<SubscriptionFront, "mask">,
  log: Logger,
): void {
  const gone = new AbortController();
  let answersPings = true;
  const pings = setInterval(() => {
    if (!answersPings) return socket.terminate();
    answersPings = false;
    socket.ping();
  }, keepAlive);
  socket.on("pong", () => {
    answersPings = true;
  });
  // For an invalid frame, a long message or a reset connection, `ws` closes it with the right code.
  socket.on("error", ({ message }) => log.info({ reason: message }, "a WebSocket connection failed"));
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(text, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (read) =>
        socket.on("message", async (message) => {
          try {
            await read(String(message));
          } catch (error) {
            const { message: reason } = mask({ message: "" }, error);
            socket.close(CloseCode.InternalServerError, closeReason(reason));
          }
        }),
    },
    { socket, request, gone: gone.signal },
  );
  socket.once("close", (code, reason) => {
    gone.abort(new ClientGone("The client has closed its connection"));
    clearInterval(pings);
    void closed(code, String(reason));
  });
}

/** The close codes of a connection whose context could not be made, by the error's code; 4500 for all others. */
const closeCodes: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: CloseCode.Unauthorized,
  FORBIDDEN: CloseCode.Forbidden,
  BAD_USER_INPUT: CloseCode.BadRequest,
  SERVICE_UNAVAILABLE: 1013, // "try again later" (RFC 6455's registry), upon which clients do
};

/** A close frame has room for 123 bytes of text. */
const closeReason = (message: string): string =>
  Buffer.from(message)
    .subarray(0, 120)
    .toString()
    .replace(/\uFFFD+$/, "");

type Connection = Context<Record<string, unknown>, Extra>;

function refusalOf({ url = "" }: IncomingMessage, sockets: number): string | undefined {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  if (pathname !== "/graphql") return "404 Not Found";
  try {
    refuseCredentialInAddress(Object.fromEntries(searchParams));
  } catch {
    return "400 Bad Request";
  }
  return sockets >= mostSockets ? "503 Service Unavailable" : undefined;
}

/**
 * The credential of `connection_init`, under `Authorization` in upper or lower case; otherwise that of the header of the upgrade request.
 *
 * @throws {GraphQLError} UNAUTHENTICATED for a header or a parameter that is not `Bearer …`
 */
function credentialOf({ extra, connectionParams = {} }: Connection): string | undefined {
  const [parameter, ...others] = Object.entries(connectionParams).filter(([name]) => /^authorization$/i.test(name));
  if (!parameter) return readCredential(extra.request);
  if (others.length > 0) throw unauthenticated("The connection has several Authorization parameters; send one.");
  return credentialIn(typeof parameter[1] === "string" ? parameter[1] : "");
}

function detailsOf(request: IncomingMessage, log: Logger): Omit<RequestDetails, "client" | "account"> {
  const requestId = randomUUID();
  return { asOf: readAsOf(request.headers), requestId, log: log.child({ requestId }), summary: {} };
}

const tooMany = (): GraphQLError =>
  new GraphQLError(`A connection can have at most ${mostSubscriptions} subscriptions.`, {
    extensions: { code: "TOO_MANY_SUBSCRIPTIONS" },
  });
