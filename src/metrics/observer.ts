import type { FairQueue } from "../db/admission/fair-queue.js";
import type { CallerGroup } from "../operations/limits/cost-budgets.js";

/** A request to the API that was answered. */
export interface AnsweredRequest {
  /** The name of the standard question that it asked; undefined for any other document. */
  readonly question: string | undefined;
  /** query, mutation or subscription; undefined where no operation was read. */
  readonly kind: string | undefined;
  /** The code of its first error; undefined where there is none. */
  readonly code: string | undefined;
  readonly seconds: number;
}

/** The measurements that a server reports. */
export interface Observer {
  /** An answer, of the API or not. */
  response(route: string | undefined, status: number): void;
  request(request: AnsweredRequest): void;
  cost(group: CallerGroup, outcome: "spent" | "refused", cost: number): void;
  /** A subscription has begun. Call what it returns when it has ended. */
  follower(): () => void;
  queue(name: string, queue: FairQueue): void;
}
