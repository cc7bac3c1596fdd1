import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { DocumentRequest, Documents } from "../../operations/documents.js";
import { guardDocument, guardVariables } from "../../operations/limits/guards.js";
import type { Limits } from "../../operations/limits/limits.js";

/**
 * Reads the operation of a request, and finds a persisted document by its id. Refuses requests that would fail inside Apollo
 * Server or graphql-js without a useful error: documents and variables with deep nesting, which overflows the stack, or with
 * more values than a query can have, and malformed persisted queries. Rejected: plugins of Apollo Server, which run too late,
 * and whose errors are internal errors.
 *
 * @throws {GraphQLError} with a code and an HTTP status
 */
export function guardRequest(request: FastifyRequest, documents: Documents, limits: Limits): DocumentRequest {
  const sent = parametersOf(request);
  const { query, variables, extensions } = sent;
  if (typeof query === "string") guardDocument(query, limits);
  guardVariables(variables, limits);
  if (isRecord(extensions) && extensions.persistedQuery != null) checkPersistedQuery(extensions.persistedQuery, query);
  return documents.resolve(sent);
}

function parametersOf({ method, body, query }: FastifyRequest): DocumentRequest {
  if (Array.isArray(body))
    throw badRequest(
      "The body is an array, but this API accepts one operation per request. Send each operation separately.",
    );
  if (method === "POST") return isRecord(body) ? withoutEmpty(body) : {};
  const parameters = isRecord(query) ? withoutEmpty(query) : {};
  return {
    query: parameters.query,
    documentId: parameters.documentId,
    operationName: parameters.operationName,
    variables: parsedParameter(parameters, "variables"),
    extensions: parsedParameter(parameters, "extensions"),
  };
}

const optional = ["operationName", "variables", "extensions"];

/** The parameters without empty texts, which clients with a form send for empty fields. */
export function withoutEmpty(parameters: Record<string, unknown>): Record<string, unknown> {
  if (!optional.some((name) => parameters[name] === "")) return parameters;
  return Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => value !== "" || !optional.includes(name)),
  );
}

/** The same for the query string, in which `null` counts as absent, too. */
export function searchWithoutEmpty(search: string): string {
  const parameters = new URLSearchParams(search);
  const isEmpty = (name: string) =>
    ["", ...(name === "operationName" ? [] : ["null"])].includes(parameters.get(name) ?? "x");
  const empty = optional.filter((name) => parameters.getAll(name).length === 1 && isEmpty(name));
  if (empty.length === 0) return search;
  for (const name of empty) parameters.delete(name);
  return `?${parameters}`;
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

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}
