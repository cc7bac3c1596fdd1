import type { LightMyRequestResponse } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { createServer, type Server, type ServerConfig } from "../../src/server.js";

/** A server that is not listening: tests ask it in memory. Give it a schema, and a database if its resolvers use one. */
export function testServer(config: Pick<ServerConfig, "schema"> & Partial<ServerConfig>): Promise<Server> {
  return createServer({ database: unusedDatabase, log: pino({ level: "silent" }), examples: [], ...config });
}

/** A database for schemas that ask none: it only says that it is there. */
export const unusedDatabase = {
  kind: "embedded",
  query: () => Promise.resolve([]),
  close: () => Promise.resolve(),
} as unknown as Database; // no schema that is tested with it touches the rest

export interface Answer {
  readonly status: number;
  readonly headers: LightMyRequestResponse["headers"];
  // Tests look into answers of any shape.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
  readonly data: any;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Record<string, unknown>;
}

/** Asks a question as a client would, over HTTP but in memory. */
export async function ask(
  server: Server,
  query: string,
  { variables, headers }: { variables?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return post(server, { query, variables }, headers);
}

/** Posts any body to the API. */
export async function post(
  server: Server,
  body: object | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await server.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    payload: body,
  });
  return { ...response.json(), status: response.statusCode, headers: response.headers };
}
