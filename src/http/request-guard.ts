import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { guardDocument } from "./document-guard.js";
import type { Limits } from "./limits.js";
import type { OperationRequest } from "./read-operation.js";
import { guardVariables } from "./variables-guard.js";

/** What a client sends of an operation, in a body or in the address. */
interface Parameters extends OperationRequest {
  readonly extensions?: unknown;
}

/**
 * Reads what a request says of its operation. Refuses what would fail inside Apollo Server or graphql-js with no error that
 * a client can use: documents and variables nested so deep that recursion overflows the stack, more of either than a
 * statement takes, and a malformed persisted query. Apollo's plugins come too late for that: an error in one of them is an
 * internal error.
 *
 * @throws {GraphQLError} with a code and an HTTP status
 */
export function guardRequest(request: FastifyRequest, limits: Limits): Parameters {
  const parameters = parametersOf(request);
  const { query, variables, extensions } = parameters;
  if (typeof query === "string") guardDocument(query, limits);
  guardVariables(variables, limits);
  if (isRecord(extensions) && extensions.persistedQuery != null) checkPersistedQuery(extensions.persistedQuery, query);
  return parameters;
}

function parametersOf({ method, body, query }: FastifyRequest): Parameters {
  if (Array.isArray(body))
    throw badRequest("The body is an array, but this API takes one operation a request. Send each by itself.");
  if (method === "POST") return isRecord(body) ? body : {};
  const parameters = isRecord(query) ? query : {};
  return {
    query: parameters.query,
    operationName: parameters.operationName,
    variables: parsedParameter(parameters, "variables"),
    extensions: parsedParameter(parameters, "extensions"),
  };
}

function parsedParameter(parameters: Record<string, unknown>, name: string): unknown {
  const text = parameters[name];
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`The parameter \`${name}\` must be JSON, percent-encoded.`);
  }
}

function checkPersistedQuery(persisted: unknown, query: unknown): void {
  if (!isRecord(persisted) || persisted.version !== 1 || !isSha256(persisted.sha256Hash))
    throw badRequest(
      "`extensions.persistedQuery` must be an object with `version` 1 and `sha256Hash`, the document's SHA-256 as 64 hexadecimal digits.",
    );
  if (typeof query === "string" && createHash("sha256").update(query).digest("hex") !== persisted.sha256Hash)
    throw badRequest("`extensions.persistedQuery.sha256Hash` is not the SHA-256 of `query`.");
}

const isSha256 = (hash: unknown): boolean => typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}
