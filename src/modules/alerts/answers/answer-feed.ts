import type { Database } from "../../../db/database.js";
import { type Followable, Listening, onceBack } from "../../changes/index.js";
import { type AnswerChanged, latestAnswerChanges, nextAnswerChanges } from "./answer-change.repository.js";

/** How many changes of an answer one statement reads. */
const page = 10;

/** A saved question that somebody in this process follows. */
interface Followed {
  followers: number;
  /** How far in the feed its answer has changed last. */
  upTo: number;
}

/**
 * The changes of answers as one process follows them: one look after each signal, however many follow however many saved
 * questions. A follower then reads what is new to it, which stays in the table until it does.
 */
class AnswerFeed {
  readonly #database: Database;
  readonly #listening: Listening;
  readonly #followed = new Map<string, Followed>();

  constructor(database: Database) {
    this.#database = database;
    this.#listening = new Listening(database, { begin: () => this.#look(), readOn: () => this.#look() });
  }

  /**
   * The changes of the answer to a saved question, after a number of the feed, and then each as it comes; until the
   * question is deleted. None is missed and none comes twice; while the database is away there are none.
   */
  follow(savedQuestion: string, after: number): Followable<AnswerChanged> {
    const followed = this.#join(savedQuestion);
    return {
      join: async () => {
        try {
          await this.#listening.join();
        } catch (error) {
          this.#leave(savedQuestion, followed);
          throw error;
        }
      },
      leave: () => {
        this.#leave(savedQuestion, followed);
        return this.#listening.leave();
      },
      events: (signal) => this.#events(savedQuestion, followed, after, signal),
    };
  }

  async *#events(
    savedQuestion: string,
    followed: Followed,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<AnswerChanged, void> {
    signal.addEventListener("abort", () => this.#listening.wake(), { once: true });
    // Sent before this process had it.
    await onceBack(() => this.#look(), signal);
    for (let seen = after; !signal.aborted && this.#followed.get(savedQuestion) === followed; ) {
      const { upTo } = followed;
      const read = () => nextAnswerChanges(this.#database, savedQuestion, seen, page);
      const changes = upTo > seen ? await onceBack(read, signal) : [];
      for (const change of changes) yield change;
      // What was read may be newer than what was known before: it must not be read again.
      seen = Math.max(seen, changes.at(-1)?.upTo ?? 0, changes.length < page ? upTo : 0);
      if (followed.upTo <= seen && !signal.aborted) await this.#listening.wait();
    }
  }

  #join(savedQuestion: string): Followed {
    const followed = this.#followed.get(savedQuestion) ?? { followers: 0, upTo: 0 };
    followed.followers += 1;
    this.#followed.set(savedQuestion, followed);
    return followed;
  }

  #leave(savedQuestion: string, followed: Followed): void {
    followed.followers -= 1;
    if (followed.followers === 0 && this.#followed.get(savedQuestion) === followed)
      this.#followed.delete(savedQuestion);
  }

  /** Looks how far the answers are to all that is followed; forgets what was deleted. */
  async #look(): Promise<void> {
    const asked = [...this.#followed.keys()];
    if (asked.length === 0) return;
    const latest = await latestAnswerChanges(this.#database, asked);
    for (const id of asked) {
      const followed = this.#followed.get(id);
      const upTo = latest.get(id);
      if (upTo === undefined) this.#followed.delete(id);
      else if (followed) followed.upTo = Math.max(followed.upTo, upTo);
    }
    this.#listening.wake();
  }
}

const feeds = new WeakMap<Database, AnswerFeed>();

/** The changes of answers in a database, which all subscribers of this process follow together, at no request's cost. */
export function answerFeedOf(database: Database): AnswerFeed {
  const shared = database.request?.behind ?? database;
  const feed = feeds.get(shared) ?? new AnswerFeed(shared);
  feeds.set(shared, feed);
  return feed;
}
