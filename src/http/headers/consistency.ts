import type { IncomingHttpHeaders } from "node:http";
import { GraphQLError } from "graphql";
import { readCursor } from "../../graphql/connection/cursor.js";

/** The order of the feed, which its cursors name. */
const feed = { name: "Change.SEQUENCE", direction: "ASC", types: ["integer"] } as const;

const name = "Standpoint-Consistency-Token";

/**
 * In the response to each mutation: the number of the newest change. A database that has this change answers a request that
 * sends the header back. A client that follows the feed can send a cursor instead.
 */
export const consistencyHeader = name.toLowerCase();

/**
 * The number of the change that a request must see by its header Standpoint-Consistency-Token; undefined without one.
 *
 * @throws {GraphQLError} BAD_USER_INPUT if it is neither a number nor a cursor of the feed
 */
export function readConsistencyToken(headers: IncomingHttpHeaders): number | undefined {
  const token = headers[consistencyHeader];
  if (token === undefined || token === "") return undefined;
  if (typeof token === "string" && /^\d{1,9}$/.test(token)) return Number(token);
  const cursor = typeof token === "string" ? readCursor(feed, token) : undefined;
  if (cursor && "keys" in cursor) return Number(cursor.keys[0]);
  throw new GraphQLError(
    `The header ${name} must be a token from the response to a mutation, or a cursor of the feed of changes.`,
    {
      extensions: {
        code: "BAD_USER_INPUT",
        fields: [{ path: name, reason: "Must be a token from a response header of this name." }],
        http: { status: 400 },
      },
    },
  );
}
