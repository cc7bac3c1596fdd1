import type { Logger } from "pino";
import type { FairQueue } from "../../admission/fair-queue.js";
import type { Database, ReplicaOptions, Replicas } from "../../database.js";
import { DatabaseUnavailable } from "../../errors.js";
import { sql } from "../../sql.js";
import type { LivePool } from "../live-pool.js";
import { Outage } from "../outage.js";
import { readsOn } from "../reads.js";
import { type FeedState, Replica } from "./replica.js";

/** Milliseconds between two looks at each replica. */
const lookEvery = 1_000;

/** The states of the database that are remembered: of the last minutes, so that it can be said how far behind a replica is. */
const mostStates = 300;

export interface ReplicasConfig extends ReplicaOptions {
  readonly log: Logger;
  primary(): Database;
  poolOf(url: string, outage: Outage): LivePool;
  turns(): FairQueue;
}

export interface OpenReplicas extends Replicas {
  close(within: number): Promise<void>;
}

/**
 * Follows the replicas of a database. Each second it is read how far the feed of changes has come on the database and on each
 * replica: by that, and not by the replica's own clock or log position, it is known how far behind one is. So it works
 * alike whatever keeps the replica in step, and one that was promoted while the database lived on is found out.
 */
export function openReplicas({ urls, wait, lag, log, primary, poolOf, turns }: ReplicasConfig): OpenReplicas {
  const states: FeedState[] = [];
  const replicas = urls.map((url) => {
    const pool = poolOf(url, new Outage());
    return new Replica({ name: new URL(url).host, pool, reads: readsOn(pool, log, primary), turns: turns(), log });
  });
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function look(): Promise<void> {
    const at = Date.now();
    try {
      const [row] = await primary().query<Omit<FeedState, "at">>(
        sql`select "sequence", coalesce("revisionId", "importBatchId")::text as "entry" from "Change"
          order by "sequence" desc limit 1`,
      );
      states.push({ at, sequence: row?.sequence ?? 0, entry: row?.entry ?? null });
      if (states.length > mostStates) states.shift();
    } catch (error) {
      // The database is away, and nothing is written: the replicas are as far as they were. The pool reports the outage.
      if (!(error instanceof DatabaseUnavailable)) log.warn({ err: error }, "the feed's state could not be read");
    }
    if (!closed) for (const replica of replicas) void replica.look(states, lag); // none waits for another
  }

  const lookOn = async (): Promise<void> => {
    await look();
    if (!closed) timer = setTimeout(() => void lookOn(), lookEvery).unref();
  };
  setImmediate(() => void lookOn()); // by then the database is open

  /** The same for one client as long as it can be used; the next one where it cannot. */
  function chosen(client: string): Replica | undefined {
    const first = numberOf(client) % replicas.length;
    const inOrder = [...replicas.slice(first), ...replicas.slice(0, first)];
    return inOrder.find(({ problem }) => problem === undefined);
  }

  return {
    async readingFor(client, atLeast) {
      const replica = chosen(client);
      const isSoFar = replica && (atLeast === 0 || (await replica.has(atLeast, wait)));
      return isSoFar ? readingFrom(replica, primary()) : primary();
    },
    count: replicas.length,
    get usable() {
      return replicas.filter(({ problem }) => problem === undefined).length;
    },
    async close(within) {
      closed = true;
      clearTimeout(timer);
      await Promise.all(replicas.map(({ pool }) => pool.endWithin(within)));
    },
  };
}

/** FNV-1a. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Postgres' code where a replica cancels a query that keeps it from following. */
const CONFLICT_WITH_RECOVERY = "40001";

/**
 * The database as one request reads it: by a replica, until that fails. Then the database itself answers, which has at
 * least what the replica had.
 */
function readingFrom(replica: Replica, primary: Database): Database {
  const { freshAt } = replica;
  let isLeft = false;

  const read =
    (byReplica: Database["query"], byPrimary: Database["query"]): Database["query"] =>
    async (sqlQuery, signal) => {
      if (isLeft) return byPrimary(sqlQuery, signal);
      try {
        return await byReplica(sqlQuery, signal);
      } catch (error) {
        if (!isReplicas(error)) throw error;
        return byPrimary(sqlQuery, signal);
      }
    };

  /** Whether an error is the replica's own affair, and not the query's. */
  const isReplicas = (error: unknown): boolean => {
    if (error instanceof DatabaseUnavailable) replica.failed(error);
    else if ((error as { code?: unknown }).code !== CONFLICT_WITH_RECOVERY) return false;
    isLeft = true;
    return true;
  };

  const reading: Database = {
    ...primary,
    // Read when a turn is taken: by then it may be the database's.
    get turns() {
      return isLeft ? primary.turns : replica.turns;
    },
    isAway: () => (isLeft ? (primary.isAway?.() ?? false) : replica.problem !== undefined),
    query: read(replica.reads.query, primary.query),
    asKnownAt: (moment) => ({
      ...reading,
      query: read(replica.reads.queryAt(moment), primary.asKnownAt(moment).query),
    }),
    inSnapshot: (work, signal) => (isLeft ? primary : replica.reads).inSnapshot(work, signal),
    replica: {
      primary,
      freshAt,
      leave: () => {
        isLeft = true;
      },
    },
  };
  return reading;
}
