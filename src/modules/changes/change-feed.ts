import type { Database } from "../../db/database.js";
import type { EntityKind } from "../../db/generated/enums.js";
import { readPage } from "../../db/page.js";
import { changeList, lastSequence } from "./change.repository.js";
import type { Change } from "./change.type.js";

/** How many changes one statement reads. */
const page = 100;

/** How many of the latest changes are kept for those who follow: whoever is further behind reads the table. */
const kept = 1_000;

/**
 * The feed as one process follows it for all its subscribers: each change is read once, however many wait for it. A
 * subscriber pulls, so a slow one costs nothing but its place: what it has not read yet stays in the table.
 */
class ChangeFeed {
  readonly #database: Database;
  /** The latest changes, without gaps; `#head` is the number of the last. */
  #latest: Change[] = [];
  #head = 0;
  #waiting = new Set<() => void>();
  #subscribers = 0;
  #listening: Promise<() => Promise<void>> | undefined;
  /** The reading under way, and whether there was a signal since it began. */
  #reading: Promise<void> | undefined;
  #signalled = false;
  #failure: unknown;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The changes after a number, or from now on, without end: those on record first, then each as it is committed. None is
   * missed and none comes twice.
   *
   * @param kinds only those of these types of entity
   * @param signal ends it where it waits: a generator's own `return` would wait for the next change
   */
  async *follow(
    after: number | undefined,
    kinds: readonly EntityKind[] | null | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Change, void> {
    this.#subscribers += 1;
    signal.addEventListener("abort", () => this.#wake(), { once: true });
    try {
      await this.#listen();
      let seen = after ?? this.#head;
      while (!signal.aborted) {
        const { changes, upTo } = await this.#after(seen, kinds);
        for (const change of changes) yield change;
        if (upTo === seen && !signal.aborted) await this.#more(seen);
        seen = upTo;
      }
    } finally {
      this.#subscribers -= 1;
      if (this.#subscribers === 0) await this.#stop();
    }
  }

  /** Some of the changes after a number, and up to which number they go. */
  async #after(
    seen: number,
    kinds: readonly EntityKind[] | null | undefined,
  ): Promise<{ changes: Change[]; upTo: number }> {
    if (this.#failure) throw this.#failure;
    const first = this.#head - this.#latest.length + 1;
    if (seen + 1 >= first) {
      const changes = this.#latest.slice(Math.max(0, seen + 1 - first));
      const wanted = kinds ? changes.filter(({ kind }) => kinds.includes(kind)) : changes;
      return { changes: wanted, upTo: Math.max(seen, this.#head) };
    }
    const head = this.#head;
    const { rows, more } = await this.#read(seen, kinds);
    const changes = rows.map(({ node }) => node);
    return { changes, upTo: more ? (changes.at(-1)?.sequence ?? head) : Math.max(head, changes.at(-1)?.sequence ?? 0) };
  }

  #read(seen: number, kinds?: readonly EntityKind[] | null) {
    const after = [String(seen)];
    return readPage(this.#database, changeList(kinds), { limit: page, backward: false, after });
  }

  async #more(seen: number): Promise<void> {
    if (this.#head > seen) return;
    await new Promise<void>((resume) => this.#waiting.add(resume));
  }

  /** Wakes everybody who waits, to look again. */
  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const resume of waiting) resume();
  }

  #listen(): Promise<unknown> {
    this.#listening ??= this.#start();
    return this.#listening;
  }

  async #start(): Promise<() => Promise<void>> {
    this.#failure = undefined;
    let begun = false;
    const end = await this.#database.changes.listen(() => {
      this.#signalled = true;
      if (begun) this.#catchUp();
    });
    this.#head = await lastSequence(this.#database);
    this.#latest = [];
    begun = true;
    this.#catchUp();
    return end;
  }

  async #stop(): Promise<void> {
    const listening = this.#listening;
    this.#listening = undefined;
    await (await listening)?.();
  }

  /** Reads what was appended since, once at a time; a signal meanwhile makes it read again. */
  #catchUp(): void {
    this.#reading ??= this.#readOn().finally(() => {
      this.#reading = undefined;
    });
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#signalled) {
        this.#signalled = false;
        await this.#readToEnd();
      }
    } catch (error) {
      // Those who follow are told, and come back with their cursors; once all are gone, the next one begins anew.
      this.#failure = error;
      this.#wake();
    }
  }

  async #readToEnd(): Promise<void> {
    for (let more = true; more; ) {
      const found = await this.#read(this.#head);
      more = found.more;
      const changes = found.rows.map(({ node }) => node);
      this.#latest = [...this.#latest, ...changes].slice(-kept);
      this.#head = changes.at(-1)?.sequence ?? this.#head;
      if (changes.length > 0) this.#wake();
    }
  }
}

const feeds = new WeakMap<Database, ChangeFeed>();

/** The feed of a database, which all subscribers of this process share. */
export function feedOf(database: Database): ChangeFeed {
  const feed = feeds.get(database) ?? new ChangeFeed(database);
  feeds.set(database, feed);
  return feed;
}
