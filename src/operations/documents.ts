import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Limits } from "./limits/limits.js";
import type { OperationRequest } from "./read-operation.js";

/**
 * Which documents a server takes: `off`, any; `prefer`, any, but unknown ones may ask for a quarter only; `only`, persisted
 * ones and no others.
 */
export const documentModes = ["off", "prefer", "only"] as const;
export type DocumentMode = (typeof documentModes)[number];

export interface DocumentOptions {
  readonly mode: DocumentMode;
  /** The operator's own documents by id. */
  readonly byId: ReadonlyMap<string, string>;
}

/** An operation as a client sends it, its document perhaps by an id only. */
export interface DocumentRequest extends OperationRequest {
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** Of the limits on objects and work, an unknown document has this part where persisted ones are preferred. */
const partOfUnknown = 1 / 4;

/**
 * The documents that clients can name instead of sending them: the standard questions, and those of the operator. Each has
 * the id `sha256:` and the SHA-256 of its text in hexadecimal digits, as the draft of GraphQL over HTTP has it (appendix A,
 * "Persisted Documents"); the digits alone are taken as well, and ids that the operator's manifest gives.
 */
export class Documents {
  readonly #byId: Map<string, string>;
  readonly #texts: Set<string>;
  /** The names of standard questions, by their texts. */
  readonly #names = new Map<string, string>();
  readonly #mode: DocumentMode;

  constructor(
    questions: readonly { readonly name?: string; readonly query: string }[],
    { mode, byId }: DocumentOptions = noDocuments,
  ) {
    this.#mode = mode;
    this.#byId = new Map(byId);
    this.#texts = new Set([...questions.map(({ query }) => query), ...byId.values()]);
    for (const { name, query } of questions) if (name !== undefined) this.#names.set(query, name);
    for (const text of this.#texts) {
      const hash = hashOf(text);
      this.#byId.set(hash, text).set(`sha256:${hash}`, text);
    }
  }

  /**
   * A request with the text of its document, which it may name by `documentId`, or by the hash that Apollo's clients send
   * (`extensions.persistedQuery`).
   *
   * @throws {GraphQLError} PERSISTED_DOCUMENT_NOT_FOUND, PERSISTED_DOCUMENT_REQUIRED or BAD_REQUEST, with status 400
   */
  resolve<Request extends DocumentRequest>(request: Request): Request {
    const { documentId, query, extensions } = request;
    if (documentId != null) return { ...request, documentId: undefined, query: this.#named(documentId, query) };
    if (typeof query === "string") {
      if (this.#mode === "only" && !this.#texts.has(query)) throw required();
      return request;
    }
    const hash = apolloHash(extensions);
    const text = hash === undefined ? undefined : this.#byId.get(hash);
    if (text === undefined && this.#mode === "only" && hash !== undefined) throw notFound();
    return text === undefined ? request : { ...request, query: text };
  }

  /** Takes a document that the server itself makes from a standard question. */
  add(text: string, name: string): void {
    this.#texts.add(text);
    this.#names.set(text, name);
  }

  /** The name of the standard question that a document is; undefined for any other. */
  nameOf(query: unknown): string | undefined {
    return typeof query === "string" ? this.#names.get(query) : undefined;
  }

  /** The limits of a document. */
  limitsFor(query: unknown, limits: Limits): Limits {
    if (this.#mode !== "prefer" || (typeof query === "string" && this.#texts.has(query))) return limits;
    return { ...limits, objects: limits.objects * partOfUnknown, work: limits.work * partOfUnknown };
  }

  #named(documentId: unknown, query: unknown): string {
    if (query != null) throw badRequest("Send `query` or `documentId`, not both.");
    if (typeof documentId !== "string") throw badRequest("`documentId` must be a string.");
    const text = this.#byId.get(documentId);
    if (text === undefined) throw notFound(documentId);
    return text;
  }
}

/** The hash by which Apollo's clients name a document. */
function apolloHash(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } | null }; // any JSON
  return persistedQuery == null ? undefined : String(persistedQuery.sha256Hash);
}

const noDocuments: DocumentOptions = { mode: "off", byId: new Map() };

/** The SHA-256 of a document's text in hexadecimal digits. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const refusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
const badRequest = (message: string): GraphQLError => refusal("BAD_REQUEST", message);

function notFound(id?: string): GraphQLError {
  const what = id === undefined ? "That document" : `The document "${id.slice(0, 100)}"`;
  const advice = "Send its text as `query`, or have the operator add it (docs/documents.md).";
  return refusal("PERSISTED_DOCUMENT_NOT_FOUND", `${what} is not persisted on this server. ${advice}`);
}

function required(): GraphQLError {
  const message =
    "This server runs only persisted documents: send a `documentId`. The list is at /q. " +
    "The operator can add others (docs/documents.md).";
  return refusal("PERSISTED_DOCUMENT_REQUIRED", message);
}
