import { v7 } from "uuid";
import type { BulkSession } from "../../db/bulk-session.js";
import { BatchWriter } from "./batch-writer.js";
import type { Holders } from "./holders.js";
import { type NewVote, recordBatch, refuseMerged, wayToRecord } from "./record-votes.js";
import { RecordedVotes, type Stance, stances } from "./recorded-votes.js";
import type { Report } from "./report.js";
import type { RollCalls } from "./roll-calls.js";
import { openTable, type TableRow } from "./tables.js";

export interface VoteOptions {
  /** How many positions one transaction records. */
  readonly batchSize: number;
  /** Told after each batch. */
  readonly onProgress: (progress: VoteProgress) => void;
  /** Stops after the batch under way. */
  readonly signal: AbortSignal;
}

export interface VoteProgress {
  readonly rows: number;
  /** From 0 to 1, of the file. */
  readonly share: number;
}

/**
 * Records each vote as a position, in batches: a transaction holds a batch whole or not at all. What is recorded already
 * is left alone, so this goes on where an earlier run was stopped.
 */
export async function importVotes(
  sessions: readonly [BulkSession, ...BulkSession[]],
  path: string,
  rollCalls: RollCalls,
  holders: Holders,
  report: Report,
  { batchSize, onProgress, signal }: VoteOptions,
): Promise<void> {
  const [session] = sessions;
  const recorded = await RecordedVotes.load(session, rollCalls);
  const table = await openTable(path, ["rcid", "country", "country_code", "vote"], ["country_code"]);
  const sums = report.of(table.file);
  const record = await wayToRecord(session);
  const writer = new BatchWriter<NewVote>(sessions, async (lane, rows) => {
    await lane.transaction(async () => {
      await record(lane, rows);
      await refuseMerged(lane, rows);
      await recordBatch(lane, rows);
    });
    sums.recorded += rows.length;
  });
  const tell = () => onProgress({ rows: sums.read, share: Math.min(1, table.bytesRead() / Math.max(1, table.bytes)) });
  const write = async (rows: readonly NewVote[]) => {
    if (holders.states.hasAdded) {
      // Votes on every session refer to them, so they are recorded before any of those.
      await writer.settled();
      await session.transaction(() => holders.states.recordAdded(session));
    }
    await writer.write(rows);
  };
  try {
    let batch: NewVote[] = [];
    for await (const row of table.rows()) {
      sums.read++;
      const read = readVote(row, rollCalls, holders, recorded);
      if (typeof read === "string") report.reject(table.file, row.line, read);
      else if (read === undefined) sums.unchanged++;
      else batch.push(read);
      if (batch.length < batchSize && sums.read % tellEvery !== 0) continue;
      tell();
      if (batch.length >= batchSize) {
        await write(batch);
        batch = [];
      }
      if (signal.aborted) break;
    }
    if (batch.length > 0) await write(batch);
  } finally {
    // Also where the file cannot be read to its end: no batch may be under way when the sessions end.
    await writer.settled();
  }
  tell();
}

const tellEvery = 1_000;

/** The vote to record; undefined where it is on record; or why it cannot be. */
function readVote(
  { cells, fault }: TableRow,
  rollCalls: RollCalls,
  holders: Holders,
  recorded: RecordedVotes,
): NewVote | string | undefined {
  if (fault !== undefined) return fault;
  const [rcid = "", country = "", code = "", vote = ""] = cells;
  const rollCall = rollCalls.get(/^\d{1,9}$/.test(rcid) ? Number(rcid) : Number.NaN);
  if (!rollCall) return `no roll call ${rcid} is recorded`;
  const stance = stanceOf(vote);
  if (!stance) return `the vote is "${vote}", not yes, no or abstain`;
  const match = holders.of(country.trim(), code.trim(), rollCall);
  if ("doubt" in match) return match.doubt;
  const { id: holderId } = match.state;
  const known = recorded.get(rollCall.index, holderId);
  if (known === stance) {
    return recorded.seenHere(rollCall.index, holderId)
      ? `${country} voted in roll call ${rcid} on an earlier line`
      : undefined;
  }
  if (known) return `${country} has another vote in roll call ${rcid}: ${known}, which stays`;
  recorded.add(rollCall.index, holderId, stance);
  const { id, proposalId, heldOn, earliest, latest } = rollCall;
  const since = { since: heldOn, sinceEarliest: earliest, sinceLatest: latest };
  return { id: v7(), holderId, proposalId, rollCallId: id, stance, ...since };
}

const stanceOf = (vote: string): Stance | undefined =>
  Object.hasOwn(stances, vote) ? stances[vote as keyof typeof stances] : undefined; // just looked up
