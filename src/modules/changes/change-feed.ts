import type { Database } from "../../db/database.js";
import type { EntityKind } from "../../db/generated/enums.js";
import { lastChange } from "../../db/last-change.js";
import { rowsAfter } from "../../db/reading/page.js";
import { type Change, changeList } from "./change.repository.js";
import type { Followable } from "./listening.js";
import { Listening, onceBack } from "./listening.js";

/** How many changes one statement reads. */
const page = 100;

/** The number of latest changes kept in memory for followers. A follower that is further behind reads the table. */
const kept = 1_000;

/**
 * The feed as one process follows it for all its subscribers: each change is read once, however many wait for it. A
 * subscriber pulls, so a slow one costs nothing but its place: what it has not read yet stays in the table.
 */
class ChangeFeed {
  readonly #database: Database;
  readonly #listening: Listening;
  /** The latest changes, without gaps; `#head` is the number of the last. */
  #latest: Change[] = [];
  #head = 0;

  constructor(database: Database) {
    this.#database = database;
    this.#listening = new Listening(database, { begin: () => this.#begin(), readOn: () => this.#readToEnd() });
  }

  /** The number of the last change that was read, as long as somebody follows. */
  get head(): number | undefined {
    return this.#listening.isJoined ? this.#head : undefined;
  }

  /**
   * The changes after a number, or from now on, without end: those on record first, then each as it is committed. None is
   * missed and none comes twice; while the database is away there are none.
   *
   * @param kinds only those of these types of entity
   */
  follow(after: number | undefined, kinds: readonly EntityKind[] | null | undefined): Followable<Change> {
    return {
      join: () => this.#listening.join(),
      leave: () => this.#listening.leave(),
      events: (signal) => this.#events(after ?? this.#head, kinds, signal),
    };
  }

  async *#events(
    after: number,
    kinds: readonly EntityKind[] | null | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Change, void> {
    signal.addEventListener("abort", () => this.#listening.wake(), { once: true });
    for (let seen = after; !signal.aborted; ) {
      const { changes, upTo } = await onceBack(() => this.#after(seen, kinds), signal);
      for (const change of changes) yield change;
      if (upTo === seen && this.#head <= seen && !signal.aborted) await this.#listening.wait();
      seen = upTo;
    }
  }

  /** Some of the changes after a number, and up to which number they go. */
  async #after(
    seen: number,
    kinds: readonly EntityKind[] | null | undefined,
  ): Promise<{ changes: Change[]; upTo: number }> {
    const first = this.#head - this.#latest.length + 1;
    if (seen + 1 >= first) {
      const changes = this.#latest.slice(Math.max(0, seen + 1 - first));
      const wanted = kinds ? changes.filter(({ kind }) => kinds.includes(kind)) : changes;
      return { changes: wanted, upTo: Math.max(seen, this.#head) };
    }
    const head = this.#head;
    const changes = await this.#read(seen, kinds);
    return {
      changes,
      upTo:
        changes.length === page ? (changes.at(-1)?.sequence ?? head) : Math.max(head, changes.at(-1)?.sequence ?? 0),
    };
  }

  #read(seen: number, kinds?: readonly EntityKind[] | null): Promise<Change[]> {
    return rowsAfter(this.#database, changeList({ kinds }), [String(seen)], page);
  }

  async #begin(): Promise<void> {
    this.#head = await lastChange(this.#database);
    this.#latest = [];
  }

  async #readToEnd(): Promise<void> {
    for (let more = true; more; ) {
      const changes = await this.#read(this.#head);
      more = changes.length === page;
      this.#latest = [...this.#latest, ...changes].slice(-kept);
      this.#head = changes.at(-1)?.sequence ?? this.#head;
      if (changes.length > 0) this.#listening.wake();
    }
  }
}

/** The number of the last change that this process has read for its subscribers; undefined where nobody follows the feed. */
export const feedHead = (database: Database): number | undefined => feeds.get(database)?.head;

const feeds = new WeakMap<Database, ChangeFeed>();

/** The feed of a database, which all subscribers of this process share, and which no request's budget pays for. */
export function feedOf(database: Database): ChangeFeed {
  const shared = database.request?.behind ?? database;
  const feed = feeds.get(shared) ?? new ChangeFeed(shared);
  feeds.set(shared, feed);
  return feed;
}
