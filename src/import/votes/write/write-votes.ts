import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { newId } from "../../../record/new-id.js";
import { BatchWriter } from "./batch-writer.js";
import { type NewVote, recordBatch, refuseMerged, wayToRecord } from "./record-votes.js";
import type { RecordedRollCall } from "./resolve-votes.js";
import { stances, type VoteMatrix } from "./vote-matrix.js";

export interface WriteOptions {
  /** How many positions one transaction records. */
  readonly batchSize: number;
  /** Called with the number of votes recorded so far. */
  readonly onRecorded: (votes: number) => void;
  /** Stops after the batches that are being recorded. */
  readonly signal: AbortSignal;
}

/**
 * Records each vote that is not on record as a position, in batches: a transaction holds a batch completely or not at all.
 *
 * @returns how many were recorded
 */
export async function writeVotes(
  sessions: readonly [BulkSession, ...BulkSession[]],
  rollCalls: readonly RecordedRollCall[],
  matrix: VoteMatrix,
  { batchSize, onRecorded, signal }: WriteOptions,
): Promise<number> {
  let recorded = 0;
  const record = await wayToRecord(sessions[0]);
  const writer = new BatchWriter<NewVote>(sessions, async (lane, rows) => {
    await lane.transaction(async () => {
      await record(lane, rows);
      await refuseMerged(lane, rows);
      await recordBatch(lane, rows);
    });
    recorded += rows.length;
    onRecorded(recorded);
  });
  try {
    let batch: NewVote[] = [];
    for (const vote of newVotes(rollCalls, matrix)) {
      batch.push(vote);
      if (batch.length < batchSize) continue;
      await writer.write(batch);
      batch = [];
      if (signal.aborted) break;
    }
    if (batch.length > 0 && !signal.aborted) await writer.write(batch);
  } finally {
    // No batch may be under way when the sessions end.
    await writer.settled();
  }
  return recorded;
}

function* newVotes(rollCalls: readonly RecordedRollCall[], matrix: VoteMatrix): Generator<NewVote> {
  for (const [index, { id, proposalId, heldOn, earliest, latest }] of rollCalls.entries()) {
    const since = { since: heldOn, sinceEarliest: earliest, sinceLatest: latest };
    for (const [holder, holderId] of matrix.holders.entries()) {
      const stance = stances[matrix.incoming(index, holder) - 1];
      if (stance === undefined || matrix.recorded(index, holder) !== 0) continue;
      yield { id: newId(), holderId, proposalId, rollCallId: id, stance, ...since };
    }
  }
}
