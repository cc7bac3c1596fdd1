import { type DocumentNode, type ExecutionResult, GraphQLError, getOperationAST, OperationTypeNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Execution } from "../../execution/executor.js";
import type { DocumentRequest } from "../../operations/documents.js";
import type { Admission } from "./admission.js";
import type { RequestContext } from "./context.js";
import { isRecord } from "./guard.js";
import { noteOperation } from "./summary.js";

/** The most documents, and the most characters of one, so that their texts stay below some megabytes. */
const limits = { documents: 500, characters: 4_000 };

/**
 * Queries whose document Apollo Server has parsed and validated before. They are executed without its steps, which take
 * longer than a light query: one by a slug spends a third of Node's time there.
 */
export class KnownQueries {
  /** Weak references: when Apollo Server drops a document from its own bounded cache, it is dropped here, too. */
  readonly #documents = new LRUCache<string, WeakRef<DocumentNode>>({ max: limits.documents });

  constructor(
    readonly execute: ((execution: Execution) => PromiseLike<ExecutionResult>) | undefined,
    readonly admission: Admission,
  ) {}

  /** Adds a document that was parsed and validated. */
  add(query: string, document: DocumentNode): void {
    if (query.length <= limits.characters) this.#documents.set(query, new WeakRef(document));
  }

  get(query: string): DocumentNode | undefined {
    return this.#documents.get(query)?.deref();
  }

  /**
   * The result of a request by POST, if it is a query of a known document.
   *
   * @returns undefined for any other request, and if it is refused or fails: then Apollo Server reports the error
   */
  async resultOf(request: DocumentRequest, context: RequestContext): Promise<ExecutionResult | undefined> {
    const operation = this.#operationOf(request);
    if (!this.execute || !operation) return undefined;
    const node = getOperationAST(operation.document, operation.operationName);
    if (node?.operation !== OperationTypeNode.QUERY) return undefined;
    if (context.tellsCost) return undefined;
    const query = request.query as string; // a known document was found by its text
    try {
      const { cost, check } = this.admission.limit(operation, query, context);
      if (check && (await check()).length > 0) return undefined;
      noteOperation(context, node, this.admission.documents.nameOf(query));
      const refusal = await charged(context, cost);
      return refusal ? { errors: [refusal] } : await this.execute({ ...operation, context });
    } catch {
      return undefined; // Apollo Server meets the same error, masks it and logs it
    }
  }

  /** Undefined if the document is unknown, or if Apollo Server must handle a part of the request. */
  #operationOf({
    query,
    operationName,
    variables,
    extensions,
  }: DocumentRequest): Omit<Execution, "context"> | undefined {
    const document = typeof query === "string" ? this.get(query) : undefined;
    if (!document || (isRecord(extensions) ? extensions.persistedQuery : extensions) != null) return undefined;
    if (operationName != null && typeof operationName !== "string") return undefined;
    if (variables != null && !isRecord(variables)) return undefined;
    return { document, operationName: operationName ?? undefined, variables: variables ?? undefined };
  }
}

/** Charges an operation once: after a refusal, Apollo Server reports it; an operation with a result is not charged again. */
async function charged(context: RequestContext, cost: number): Promise<GraphQLError | undefined> {
  try {
    await context.account.charge(context, cost);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
