import { randomUUID } from "node:crypto";
import type { Database } from "../../src/db/database.js";
import { type Sql, sql } from "../../src/db/sql.js";

/** Columns of a position that a test sets; `since` is a day. */
export interface PositionRow {
  id?: string;
  holder: string;
  proposal: string;
  since: string;
  stance?: string;
  basis?: string;
  rollCall?: string | null;
  recordedAt?: string;
  retracted?: boolean;
}

/** Inserts positions with one statement. */
export async function insertPositions(database: Database, rows: readonly PositionRow[]): Promise<string[]> {
  const ids = rows.map(({ id }) => id ?? randomUUID());
  const list = (value: (row: PositionRow) => string | null): Sql => sql`${rows.map(value)}`;
  await database.query(sql`
    insert into "Position" ("id", "holderId", "proposalId", "subjectId", "since", "sinceEarliest", "sinceLatest", "stance",
      "basis", "evidenceRollCallId", "recordedAt", "retractedAt", "retractionReason")
    select id, holder, proposal, proposal, since, since::date, since::date, stance::"Stance", basis::"PositionBasis",
      roll_call, recorded_at, case when retracted then now() end, case when retracted then 'wrong' end
    from unnest(${ids}::uuid[], ${list((row) => row.holder)}::uuid[], ${list((row) => row.proposal)}::uuid[],
      ${list((row) => row.since)}::text[], ${list((row) => row.stance ?? "SUPPORTS")}::text[],
      ${list((row) => row.basis ?? "STATEMENT")}::text[], ${list((row) => row.rollCall ?? null)}::uuid[],
      ${list((row) => row.recordedAt ?? "2026-01-01T00:00:00Z")}::timestamptz[],
      ${list((row) => String(row.retracted ?? false))}::boolean[])
      as row(id, holder, proposal, since, stance, basis, roll_call, recorded_at, retracted)`);
  return ids;
}

/** Makes actors, and proposals each with a roll call of its own. */
export async function insertCast(
  database: Database,
  { holders, subjects }: { holders: number; subjects: number },
): Promise<{ holders: string[]; subjects: string[]; rollCalls: string[] }> {
  const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
  const cast = { holders: ids(holders), subjects: ids(subjects), rollCalls: ids(subjects) };
  await database.query(sql`insert into "Actor" ("id", "slug", "kind", "name")
    select id, id::text, 'STATE', 'A state' from unnest(${cast.holders}::uuid[]) id`);
  await database.query(sql`insert into "Proposal" ("id", "slug", "title", "kind", "status")
    select id, id::text, 'A plan', 'PLAN', 'PROPOSED' from unnest(${cast.subjects}::uuid[]) id`);
  await database.query(sql`
    insert into "RollCall" ("id", "slug", "proposalId", "bodyId", "heldOn", "heldOnEarliest", "heldOnLatest")
    select id, id::text, proposal, ${cast.holders[0]}::uuid, '2021-01-26', '2021-01-26', '2021-01-26'
    from unnest(${cast.rollCalls}::uuid[], ${cast.subjects}::uuid[]) as row(id, proposal)`);
  return cast;
}
