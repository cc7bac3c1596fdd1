import { join, raw, type Sql, sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import type { CopyRow } from "../../../db/writing/copy-text.js";
import { newId } from "../../../record/new-id.js";
import { author, importer } from "./record-revisions.js";

/** A vote that is not on record yet. */
export interface NewVote {
  readonly id: string;
  readonly holderId: string;
  readonly proposalId: string;
  readonly rollCallId: string;
  readonly stance: string;
  readonly since: string;
  readonly sinceEarliest: string;
  readonly sinceLatest: string;
}

const columns = [
  ...["id", "holderId", "proposalId", "subjectId", "stance", "basis"],
  ...["since", "sinceEarliest", "sinceLatest", "evidenceRollCallId"],
];

/** Records votes as positions, in the transaction that is open. */
export type RecordVotes = (session: BulkSession, votes: readonly NewVote[]) => Promise<void>;

/** With the table's triggers: one look at each row for each foreign key. */
const withTriggers: RecordVotes = (session, votes) => session.copy("Position", columns, votes.map(rowOf));

/**
 * Without them, doing for all rows at once what they do for each, in the same order of locks: the rows that are referred to
 * are there and stay, later positions end earlier ones, standing positions have their bits, and roll calls count their votes. Takes half the time.
 */
const bySet: RecordVotes = async (session, votes) => {
  const holders = distinct(votes.map(({ holderId }) => holderId));
  const rollCalls = distinct(votes.map(({ rollCallId }) => rollCallId));
  const proposals = distinct(votes.map(({ proposalId }) => proposalId));
  await keep(session, "Actor", holders);
  await keep(session, "Proposal", proposals);
  await keep(session, "RollCall", rollCalls);
  await session.query(sql`set local session_replication_role = replica`);
  await withTriggers(session, votes);
  await session.query(sql`set local session_replication_role = origin`);
  // As the trigger does: of two transactions with positions of one holder, the second waits here and sees the first's.
  await session.query(sql`select from "Actor" where id = any(${holders}::uuid[]) order by id for no key update`);
  await session.query(sql`
    select standpoint_refresh_standing(array_agg("holderId"), array_agg("subjectId")) from (
      select "holderId", "subjectId" from "Position" where "subjectId" = any(${proposals}::uuid[])
      group by "holderId", "subjectId" having count(*) > 1
    ) pair having count(*) > 0`);
  const pairs = sql`${votes.map(({ holderId }) => holderId)}::uuid[], ${votes.map(({ proposalId }) => proposalId)}::uuid[]`;
  await session.query(sql`select standpoint_add_stances(${pairs})`);
  await session.query(sql`select standpoint_refresh_tallies(${rollCalls}::uuid[])`);
};

/** What `bySet` does itself; of any other trigger on positions it knows nothing. */
const knownTriggers = ["standing_insert", "stances_insert", "tallies_insert"];

/** An actor that the import records votes of was merged into another while it ran. */
export class MergedMeanwhile extends Error {
  override readonly name = "MergedMeanwhile";

  constructor(slugs: readonly string[]) {
    super(
      `${slugs.join(", ")} was merged into another actor during the import. The rows recorded before stay; run the import again`,
    );
  }
}

/**
 * At the end of a batch: that none of its holders was merged since it was made out whose votes these are. The lock has a merge
 * that is under way end first, and one that comes later wait and see these votes.
 */
export async function refuseMerged(session: BulkSession, votes: readonly NewVote[]): Promise<void> {
  const holders = distinct(votes.map(({ holderId }) => holderId));
  const rows = await session.query<{ slug: string; merged: boolean }>(sql`
    select slug, "mergedIntoId" is not null as merged from "Actor" where id = any(${holders}::uuid[]) order by id for share`);
  const merged = rows.filter((row) => row.merged).map(({ slug }) => slug);
  if (merged.length > 0) throw new MergedMeanwhile(merged);
}

/** Adds a batch to the feed of changes. Its rows are found by their roll calls and the transaction's moment. */
export async function recordBatch(session: BulkSession, votes: readonly NewVote[]): Promise<void> {
  const rollCalls = distinct(votes.map(({ rollCallId }) => rollCallId));
  await session.query(sql`
    insert into "ImportBatch" (id, "entityKind", author, importer, "rollCallIds", count)
    values (${newId()}::uuid, 'POSITION', ${author}, ${importer}, ${rollCalls}::uuid[], ${votes.length})`);
}

/** How this database lets votes be recorded: only a superuser may leave triggers out. */
export async function wayToRecord(session: BulkSession): Promise<RecordVotes> {
  const names = join(knownTriggers);
  const [may] = await session.query<{ bySet: boolean }>(sql`
    select (select rolsuper from pg_roles where rolname = current_user) and not exists (
      select from pg_trigger where tgrelid = '"Position"'::regclass and not tgisinternal
        and tgtype & 4 <> 0 and tgname not in (${names})) as "bySet"`);
  return may?.bySet ? bySet : withTriggers;
}

/** Sees to it that rows stay, as a foreign key does. Throws where one is not there. */
async function keep(
  session: BulkSession,
  table: "Actor" | "Proposal" | "RollCall",
  ids: readonly string[],
): Promise<void> {
  const name: Sql = raw(`"${table}"`);
  const rows = await session.query(
    sql`select from ${name} where id = any(${[...ids]}::uuid[]) order by id for key share`,
  );
  if (rows.length !== ids.length) throw new Error(`A row of ${table} that votes refer to no longer exists`);
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

const rowOf = (vote: NewVote): CopyRow => [
  ...[vote.id, vote.holderId, vote.proposalId, vote.proposalId, vote.stance, "VOTE"],
  ...[vote.since, vote.sinceEarliest, vote.sinceLatest, vote.rollCallId],
];
