import { z } from "zod";
import type { Role } from "../../auth/role.js";
import { type SluggedType, sluggedTypes } from "../../graphql/validation/value-rules.js";

/** A slug, and the types of entity one of which it should name. */
export interface SlugQuery {
  readonly types: readonly SluggedType[];
  readonly slug: string;
}

/** What the check of an operation needs to know from outside. */
export interface Wanted {
  /** The record is asked which of these it has never had. */
  readonly slugs: readonly SlugQuery[];
  /** Whether the caller's role matters. */
  readonly role: boolean;
  /** Whether it matters when the history of the record begins. */
  readonly history: boolean;
  /** Whether the number of the newest change is wanted. */
  readonly state?: boolean;
}

const wantedShape: z.ZodType<Wanted> = z.object({
  slugs: z.array(z.object({ types: z.array(z.enum(sluggedTypes)).min(1), slug: z.string() })),
  role: z.boolean(),
  history: z.boolean(),
  state: z.boolean().optional(),
});

/** The same from JSON. Throws for anything else. */
export const wantedOf = (json: unknown): Wanted => wantedShape.parse(json);

/** The reply, in a form that JSON can carry. */
export interface LookedUp {
  /** For each slug, in their order, whether the record has never had it. */
  readonly unknown: readonly boolean[];
  /** Null for a caller without a credential. */
  readonly role?: Role | null;
  /** RFC 3339 in UTC with microseconds; null where the history goes back to the beginning of the record. */
  readonly historyBegins?: string | null;
  /** The number of the newest change in the feed. */
  readonly state?: number;
}

/**
 * Looks up what a check needs; undefined where that cannot be had now, as when the gateway reaches no subgraph.
 *
 * @throws {GraphQLError} for a credential that is not valid
 */
export type LookUp = (wanted: Wanted) => Promise<LookedUp | undefined>;

/** The most slugs that are remembered: some megabytes. */
const mostSlugs = 50_000;

const keyOf = ({ types, slug }: SlugQuery): string => `${types.join(" ")} ${slug}`;

/**
 * What one server remembers of earlier look-ups: slugs that the record has, which it never loses again (see `unknownSlugs`),
 * and when its history begins. So most operations need no look-up.
 */
export class Memory {
  readonly #slugs = new Set<string>();
  #historyBegins: string | null | undefined;

  /** The same look-up, for what is not remembered. */
  before(lookUp: LookUp): LookUp {
    return async ({ slugs, role, history, state }) => {
      const missing = slugs.filter((query) => !this.#slugs.has(keyOf(query)));
      const asksHistory = history && this.#historyBegins === undefined;
      const remembered = { unknown: slugs.map(() => false), historyBegins: this.#historyBegins };
      if (missing.length === 0 && !role && !asksHistory && !state) return remembered;
      const found = await lookUp({ slugs: missing, role, history: asksHistory, state });
      if (!found) return undefined;
      if (asksHistory) this.#historyBegins = found.historyBegins;
      const unknown = new Set(missing.filter((_, index) => found.unknown[index]));
      this.#remember(missing.filter((query) => !unknown.has(query)));
      return { ...lookedUp, historyBegins: this.#historyBegins, unknown: slugs.map((query) => unknown.has(query)) };
    };
  }

  #remember(queries: readonly SlugQuery[]): void {
    if (this.#slugs.size + queries.length > mostSlugs) this.#slugs.clear();
    for (const query of queries) this.#slugs.add(keyOf(query));
  }
}
