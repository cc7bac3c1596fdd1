import { z } from "zod";
import type { Role } from "../../auth/role.js";
import { type SluggedType, sluggedTypes } from "../../graphql/validation/value-rules.js";

/** A slug, and the types of entity one of which it should name. */
export interface SlugQuery {
  readonly types: readonly SluggedType[];
  readonly slug: string;
}

/** The facts that the check of an operation needs from the database. */
export interface Wanted {
  /** Slugs to look up: the reply says which of them were never on record. */
  readonly slugs: readonly SlugQuery[];
  /** Whether the caller's role matters. */
  readonly role: boolean;
  /** Whether the beginning of the record's history matters. */
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

/** Parses a request from JSON. Throws for anything else. */
export const wantedOf = (json: unknown): Wanted => wantedShape.parse(json);

/** The reply, which can be written as JSON. */
export interface LookedUp {
  /** For each slug, in order, whether it was never on record. */
  readonly unknown: readonly boolean[];
  /** Null for a caller without a credential. */
  readonly role?: Role | null;
  /** RFC 3339 in UTC with microseconds; null if the history goes back to the beginning of the record. */
  readonly historyBegins?: string | null;
  /** The number of the newest change in the feed. */
  readonly state?: number;
}

/**
 * Looks up the facts that a check needs; undefined if they are not available, for example if the gateway reaches no subgraph.
 *
 * @throws {GraphQLError} for a credential that is not valid
 */
export type LookUp = (wanted: Wanted) => Promise<LookedUp | undefined>;

/** The most slugs that are cached, which takes some megabytes. */
const mostSlugs = 50_000;

const keyOf = ({ types, slug }: SlugQuery): string => `${types.join(" ")} ${slug}`;

/**
 * The cache of earlier look-ups of one server: slugs on record, which stay on record for ever (see `unknownSlugs`), and
 * the beginning of the history. So most operations need no look-up.
 */
export class Memory {
  readonly #slugs = new Set<string>();
  #historyBegins: string | null | undefined;

  /** Wraps a look-up: it is called only for facts that are not cached. */
  before(lookUp: LookUp): LookUp {
    return async ({ slugs, role, history, state }) => {
      const missing = slugs.filter((query) => !this.#slugs.has(keyOf(query)));
      const asksHistory = history && this.#historyBegins === undefined;
      const remembered = { unknown: slugs.map(() => false), historyBegins: this.#historyBegins };
      if (missing.length === 0 && !role && !asksHistory && !state) return remembered;
      const lookedUp = await lookUp({ slugs: missing, role, history: asksHistory, state });
      if (!lookedUp) return undefined;
      if (asksHistory) this.#historyBegins = lookedUp.historyBegins;
      const unknown = new Set(missing.filter((_, index) => lookedUp.unknown[index]));
      this.#remember(missing.filter((query) => !unknown.has(query)));
      return { ...lookedUp, historyBegins: this.#historyBegins, unknown: slugs.map((query) => unknown.has(query)) };
    };
  }

  #remember(queries: readonly SlugQuery[]): void {
    if (this.#slugs.size + queries.length > mostSlugs) this.#slugs.clear();
    for (const query of queries) this.#slugs.add(keyOf(query));
  }
}
