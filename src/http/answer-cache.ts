import { createHash } from "node:crypto";
import { OperationTypeNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { DocumentRequest } from "../operations/documents.js";
import type { RecordState } from "./caching.js";
import type { RequestContext } from "./request/context.js";
import { isRecord } from "./request/guard.js";

/** An answer as HTTP sends it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An answer with what the log line of its request says of the operation. */
interface Kept {
  readonly answer: Answer;
  readonly operation: string | undefined;
  readonly question: string | undefined;
}

/** Bytes that an entry takes beside its body. */
const overhead = 1_000;

/** No answer takes more than this part of the cache. */
const largestPart = 1 / 4;

/**
 * Answers to anonymous queries, kept in the process. An answer is found by the state of the record, so none is ever stale: each
 * change makes another state, and the answers of earlier states are dropped as the least recently used.
 */
export class AnswerCache {
  readonly #kept: LRUCache<string, Kept>;

  /** @param megabytes that all answers together may take */
  constructor(megabytes: number) {
    const maxSize = megabytes * 1024 * 1024;
    this.#kept = new LRUCache({
      maxSize,
      maxEntrySize: Math.floor(maxSize * largestPart),
      sizeCalculation: ({ answer }) => answer.body.length + overhead,
    });
  }

  /**
   * Gives the answer to an operation in a state of the record; makes it where it is not kept.
   *
   * @param state undefined where no state decides the answer, as with a credential
   * @throws {GraphQLError} RATE_LIMITED, as without a cache: a kept answer costs what every request does
   */
  async answer(
    operation: DocumentRequest,
    state: RecordState | undefined,
    context: RequestContext,
    make: () => Promise<Answer>,
  ): Promise<Answer> {
    const key = state && keyOf(operation, state);
    if (key === undefined) return make();
    const { summary, account } = context;
    const kept = this.#kept.get(key);
    if (kept) {
      Object.assign(summary, { kind: OperationTypeNode.QUERY, operation: kept.operation, question: kept.question });
      await account.charge(context, 0);
      return kept.answer;
    }
    const answer = await make();
    // Errors may be gone the next time.
    if (answer.status === 200 && summary.kind === OperationTypeNode.QUERY && summary.codes === undefined)
      this.#kept.set(key, {
        answer: { ...answer, body: unpooled(answer.body) },
        operation: summary.operation,
        question: summary.question,
      });
    return answer;
  }
}

/** Undefined where Apollo Server has to see the request, such as one that registers its document. */
function keyOf({ query, operationName, variables, extensions }: DocumentRequest, state: RecordState) {
  if (typeof query !== "string" || (isRecord(extensions) && extensions.persistedQuery != null)) return undefined;
  const parts = [...state.parts, query, operationName ?? null, variables ?? null];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** A small buffer is a view of a larger block, which it would keep alive. */
function unpooled(body: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(body.length);
  body.copy(copy);
  return copy;
}
