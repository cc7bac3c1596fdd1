import { type DocumentNode, type GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import type { OperationCheck } from "../../operations/check/check-operation.js";
import { type CheckedOperation, neverRefused } from "../../operations/check/check-operation.js";
import type { Documents } from "../../operations/documents.js";
import { refuseNul } from "../../operations/limits/guards.js";
import type { Limits } from "../../operations/limits/limits.js";
import { limitOperation } from "../../operations/limits/operation-limits.js";
import { Recent } from "../../recent.js";
import type { RequestContext } from "./context.js";

/** An operation within the limits. */
interface Admitted {
  /** Milliseconds that it is expected to take of the database. */
  readonly cost: number;
  /** The part of the check that may have to look something up: the errors for which the operation is refused. */
  readonly check: (() => Promise<readonly GraphQLError[]>) | undefined;
}

/** Characters: longer forms are not kept. */
const longestForm = 2_000;

/**
 * What each operation must meet before it is executed: the limits, and the check of its arguments. Remembers the operations
 * that passed lately and would pass again, since most requests are such.
 */
export class Admission {
  readonly #numbers = new WeakMap<DocumentNode, number>();
  /** The costs of the forms that passed. */
  readonly #passed = new Recent<number>(2_000);
  #documents = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly documents: Documents,
    readonly limits: Limits,
    readonly check: OperationCheck,
  ) {}

  /** The limits that a document must meet once it has been read. */
  limitsFor(query: string | undefined): Limits {
    return this.documents.limitsFor(query, this.limits);
  }

  /**
   * Holds an operation to the limits.
   *
   * @returns its cost, and the rest of the check; undefined where an equal operation passed all of it lately
   * @throws {GraphQLError} naming the first limit that it is beyond
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

  /** All that the checks depend on, but for who asks; undefined where too long to keep. */
  #formOf({ document, operationName, variables }: CheckedOperation, knownAt: string | undefined): string | undefined {
    if (knownAt !== undefined) return undefined;
    const number = this.#numbers.get(document) ?? this.#documents++;
    this.#numbers.set(document, number);
    const form = JSON.stringify([number, operationName, variables]);
    return form.length > longestForm ? undefined : form;
  }
}
