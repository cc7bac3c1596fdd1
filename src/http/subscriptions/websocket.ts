import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import type { Context } from "graphql-ws";
import { type Extra, useServer } from "graphql-ws/use/ws";
import type { Logger } from "pino";
import { WebSocketServer } from "ws";
import { readAsOf } from "../as-of.js";
import { credentialIn, readCredential, refuseCredentialInAddress } from "../credential.js";
import { refusalToSubscribe } from "../known-at.js";
import type { KnownOfRequest } from "../request-context.js";
import { followWith } from "./follow.js";
import { readSubscription } from "./read-subscription.js";
import type { SubscriptionFront } from "./subscription-front.js";

const mostSockets = 1_000;
const mostSubscriptions = 100;

/** Milliseconds between pings. Whoever does not answer one has stopped reading, is cut off, and comes back with a cursor. */
const keepAlive = 12_000;

/**
 * Takes subscriptions over WebSocket, by the protocol `graphql-transport-ws`, at /graphql. A browser, which cannot send
 * headers here, gives `Authorization` in the payload of `connection_init`.
 *
 * @returns what closes all of them
 */
export function serveWebSockets(fastify: FastifyInstance, front: SubscriptionFront, log: Logger): () => Promise<void> {
  const server = new WebSocketServer({ noServer: true, maxPayload: front.limits.bodyBytes });
  const served = useServer(
    {
      onConnect: async (connection) => {
        await front.context(knownOf(connection.extra.request, log), credentialOf(connection));
      },
      onSubscribe: async (connection, _id, payload) => {
        if (Object.keys(connection.subscriptions).length > mostSubscriptions) return [tooMany()];
        const subscription = readSubscription(front.schema, front.limits, payload);
        if (!("document" in subscription)) return subscription;
        const refusal = refusalToSubscribe(connection.extra.request.headers);
        if (refusal) return [refusal];
        const fresh = async () => front.context(knownOf(connection.extra.request, log), credentialOf(connection));
        return { ...subscription, contextValue: { fresh } };
      },
      subscribe: followWith(front),
      isProd: true,
    },
    server,
    keepAlive,
  );
  fastify.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, server.clients.size);
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\n\r\n`);
    server.handleUpgrade(request, socket, head, (webSocket) => server.emit("connection", webSocket, request));
  });
  return async () => {
    await served.dispose();
    server.close();
  };
}

type Connection = Context<Record<string, unknown> | undefined, Extra>;

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

/** @throws {GraphQLError} UNAUTHENTICATED for a header or a parameter that is not `Bearer …` */
function credentialOf({ extra, connectionParams = {} }: Connection): string | undefined {
  const given = connectionParams.authorization ?? connectionParams.Authorization;
  return given === undefined ? readCredential(extra.request) : credentialIn(String(given));
}

function knownOf(request: IncomingMessage, log: Logger): KnownOfRequest {
  const requestId = randomUUID();
  return { asOf: readAsOf(request.headers), requestId, log: log.child({ requestId }), summary: {} };
}

const tooMany = (): GraphQLError =>
  new GraphQLError(`A connection may have ${mostSubscriptions} subscriptions at most.`, {
    extensions: { code: "TOO_MANY_SUBSCRIPTIONS" },
  });
