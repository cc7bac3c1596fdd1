import { type DocumentNode, type GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import { LRUCache } from "lru-cache";
import type { OperationCheck } from "../../operations/check/check-operation.js";
import { type CheckedOperation, neverRefused } from "../../operations/check/check-operation.js";
import type { Documents } from "../../operations/documents.js";
import { refuseNul } from "../../operations/limits/guards.js";
import type { Limits } from "../../operations/limits/limits.js";
import { limitOperation } from "../../operations/limits/operation-limits.js";
import type { RequestContext } from "./context.js";

/** An operation within the limits. */
interface Admitted {
  /** Its expected database time in milliseconds. */
  readonly cost: number;
  /** The part of the check that may need a look-up: the errors that refuse the operation. */
  readonly check: (() => Promise<readonly GraphQLError[]>) | undefined;
}

/** Characters. Longer forms are not cached. */
const longestForm = 2_000;

/**
 * Checks each operation before it is executed: the limits, then its arguments. Most requests repeat an earlier operation, so
 * operations that passed and would pass again are cached.
 */
export class Admission {
  readonly #numbers = new WeakMap<DocumentNode, number>();
  /** The costs of the forms that passed. */
  readonly #passed = new LRUCache<string, number>({ max: 2_000 });
  #documents = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly documents: Documents,
    readonly limits: Limits,
    readonly check: OperationCheck,
  ) {}

  /** The limits of a document that has been read. */
  limitsFor(query: string | undefined): Limits {
    return this.documents.limitsFor(query, this.limits);
  }

  /**
   * Checks the limits of an operation.
   *
   * @returns its cost, and the rest of the check; undefined if an equal operation passed recently
   * @throws {GraphQLError} for the first limit that it exceeds
   */
  limit(operation: CheckedOperation, query: string | undefined, context: RequestContext): Admitted {
    const form = this.#formOf(operation, context.knownAt);
    const passed = form === undefined ? undefined : this.#passed.get(form);
    if (passed !== undefined) return { cost: passed, check: undefined };
    const { document, operationName, variables = {} } = operation;
    refuseNul(document, variables);
    const node = getOperationAST(document, operationName) ?? undefined;
    const { schema } = this;
    const cost = limitOperation({ schema, document, operation: node, request: { variables } }, this.limitsFor(query));
    const check = async (): Promise<readonly GraphQLError[]> => {
      const refusal = await this.check(operation, context);
      if (refusal === neverRefused && form !== undefined) this.#passed.set(form, cost);
      return refusal;
    };
    return { cost, check };
  }

  /** All inputs of the checks except the caller; undefined if it is too long to cache. */
  #formOf({ document, operationName, variables }: CheckedOperation, knownAt: string | undefined): string | undefined {
    if (knownAt !== undefined) return undefined;
    const number = this.#numbers.get(document) ?? this.#documents++;
    this.#numbers.set(document, number);
    const form = JSON.stringify([number, operationName, variables]);
    return form.length > longestForm ? undefined : form;
  }
}
