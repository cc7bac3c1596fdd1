import { sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { sourceSlug } from "../sources.js";
import { author } from "../write/record-revisions.js";

/** What an earlier import recorded, and the slugs that are taken. */
export interface OnRecord {
  /** The import's own roll calls, by the data's number. */
  readonly rollCalls: ReadonlyMap<number, RollCallOnRecord>;
  /** Proposals whose slug is one that the import would give. */
  readonly proposals: ReadonlyMap<string, ProposalOnRecord>;
  /** The same and those that roll calls are about, by id. */
  readonly proposalsById: ReadonlyMap<string, ProposalOnRecord>;
  /** The Assembly's roll calls from elsewhere, by proposal. */
  readonly others: ReadonlyMap<string, RollCallOnRecord>;
  /** The Assembly's roll calls, by proposal. */
  readonly byProposal: ReadonlyMap<string, readonly RollCallOnRecord[]>;
  readonly rollCallSlugs: ReadonlySet<string>;
  readonly policyActionSlugs: ReadonlySet<string>;
}

export interface RollCallOnRecord {
  readonly id: string;
  readonly number: number | null;
  readonly proposalId: string;
  readonly heldOn: string;
  readonly earliest: string;
  readonly latest: string;
  readonly statedYes: number | null;
  readonly statedNo: number | null;
  readonly statedAbstain: number | null;
  readonly countedAbsent: number | null;
  readonly retracted: boolean;
  readonly session: number | null;
  readonly slug: string;
  readonly ours: boolean;
}

export interface ProposalOnRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  readonly note: string | null;
  readonly status: string;
  readonly retracted: boolean;
  readonly topics: readonly string[];
  /** Whether the import recorded it, and not somebody else. */
  readonly ours: boolean;
}

export async function loadOnRecord(session: BulkSession, bodyId: string): Promise<OnRecord> {
  const rollCalls = await session.query<RollCallOnRecord>(sql`
    select r.id, r.slug, r.number, r.session, r."proposalId", r."heldOn", r."heldOnEarliest" as earliest,
      r."heldOnLatest" as latest, r."statedYes", r."statedNo", r."statedAbstain", r."countedAbsent",
      r."retractedAt" is not null as retracted,
      exists (select from "Revision" v where v."entityId" = r.id and v.version = 1 and v.author = ${author})
        or exists (select from "RollCallSource" l join "Source" s on s.id = l."sourceId"
          where l."rollCallId" = r.id and s.slug = ${sourceSlug}) as ours
    from "RollCall" r where r."bodyId" = ${bodyId}::uuid`);
  const proposals = await session.query<ProposalOnRecord>(
    sql`select p.id, p.slug, p.title, p.summary, p.note, p.status, p."retractedAt" is not null as retracted,
        exists (select from "Revision" v where v."entityId" = p.id and v.version = 1 and v.author = ${author}) as ours,
        array(
        select t.slug from "ProposalTopic" l join "Topic" t on t.id = l."topicId"
        where l."proposalId" = p.id order by l.ordinal) as topics
      from "Proposal" p where p.slug like 'un-ga-%'
        or p.id in (select "proposalId" from "RollCall" where "bodyId" = ${bodyId}::uuid)`,
  );
  const actions = await session.query<{ slug: string }>(sql`select slug from "PolicyAction" where slug like 'un-ga-%'`);
  const slugs = await session.query<{ slug: string }>(sql`select slug from "RollCall" where slug like 'un-ga-%'`);
  return {
    rollCalls: new Map(
      rollCalls.flatMap((rollCall) =>
        rollCall.ours && rollCall.number !== null ? [[rollCall.number, rollCall] as const] : [],
      ),
    ),
    byProposal: groupedByProposal(rollCalls),
    others: new Map(rollCalls.filter(({ ours }) => !ours).map((rollCall) => [rollCall.proposalId, rollCall])),
    proposals: new Map(proposals.map((proposal) => [proposal.slug, proposal])),
    proposalsById: new Map(proposals.map((proposal) => [proposal.id, proposal])),
    rollCallSlugs: new Set(slugs.map(({ slug }) => slug)),
    policyActionSlugs: new Set(actions.map(({ slug }) => slug)),
  };
}

function groupedByProposal(rollCalls: readonly RollCallOnRecord[]): Map<string, RollCallOnRecord[]> {
  const groups = new Map<string, RollCallOnRecord[]>();
  for (const rollCall of rollCalls) {
    const group = groups.get(rollCall.proposalId);
    if (group) group.push(rollCall);
    else groups.set(rollCall.proposalId, [rollCall]);
  }
  return groups;
}
