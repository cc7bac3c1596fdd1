import { sql } from "../../../db/sql.js";
import type { BulkSession } from "../../../db/writing/bulk-session.js";
import { newId } from "../../../record/new-id.js";
import { folded } from "../read/csv/folded.js";
import type { Issue, IssueTable } from "../read/issues.js";
import type { Report } from "../report.js";
import { recordRevisions } from "../write/record-revisions.js";
import type { ProposalOnRecord } from "./on-record.js";
import { authorsIn, otherAuthor, revise } from "./ownership.js";

interface Topic {
  readonly id: string;
  readonly slug: string;
}

export interface NewTopic extends Topic {
  readonly name: string;
}

export interface TopicLink {
  readonly proposalId: string;
  readonly topicId: string;
  readonly ordinal: number;
}

export interface TopicPlan {
  readonly added: readonly NewTopic[];
  readonly links: readonly TopicLink[];
  /** The proposals on record that get a topic. */
  readonly revised: readonly string[];
}

const description = "Set by key words in the data of roll calls of the General Assembly; not certain for each.";

export interface TopicContext {
  /** By the data's number; undefined where the roll call is not recorded. */
  readonly proposalOf: (rcid: number) => string | undefined;
  /** Why a roll call is not recorded. */
  readonly rejected: ReadonlyMap<number, string>;
  readonly proposals: ReadonlyMap<string, ProposalOnRecord>;
  readonly overwrite: boolean;
}

/**
 * Which topics proposals get: also one that was on record from elsewhere gets those that it lacks. A topic that somebody
 * took from it stays away.
 */
export async function planTopics(
  session: BulkSession,
  { file, rows }: IssueTable,
  { proposalOf, rejected, proposals, overwrite }: TopicContext,
  report: Report,
): Promise<TopicPlan> {
  const topics = await topicsOnRecord(session);
  const onRecord = [...new Set(rows.map(({ rcid }) => proposalOf(rcid)))].filter(
    (id) => id !== undefined && proposals.has(id),
  ) as string[]; // filtered
  const authors = await authorsIn(session, "proposals", onRecord);
  const added: NewTopic[] = [];
  const links: TopicLink[] = [];
  const revised = new Set<string>();
  const listed = new Map<string, string[]>();
  for (const issue of rows) {
    const proposalId = proposalOf(issue.rcid);
    if (proposalId === undefined) {
      report.reject(file, issue.line, "no roll call", noRollCall(issue, rejected));
      continue;
    }
    let topic = topics.get(issue.slug);
    const slugs = listed.get(proposalId) ?? [...(proposals.get(proposalId)?.topics ?? [])];
    listed.set(proposalId, slugs);
    if (topic && slugs.includes(topic.slug)) {
      report.of(file).unchanged++;
      continue;
    }
    if (topic && !overwrite && otherAuthor(authors.get(proposalId), [`topics[${topic.slug}]`])) {
      const what = `the topic ${topic.slug} of ${proposals.get(proposalId)?.slug}`;
      report.conflict(file, issue.line, "topic", `${what} was removed and is not added again without --overwrite`);
      report.reject(file, issue.line, "topic", `${what} was removed by an editor`);
      continue;
    }
    if (!topic) {
      const fresh = { id: newId(), slug: issue.slug, name: issue.name };
      topics.set(issue.slug, fresh);
      added.push(fresh);
      topic = fresh;
    }
    links.push({ proposalId, topicId: topic.id, ordinal: slugs.length });
    slugs.push(topic.slug);
    if (proposals.has(proposalId)) revised.add(proposalId);
    report.of(file).recorded++;
  }
  return { added, links, revised: [...revised] };
}

const noRollCall = ({ rcid }: Issue, rejected: ReadonlyMap<number, string>): string => {
  const why = rejected.get(rcid);
  return `no roll call ${rcid} is recorded${why ? `: ${why}` : ""}`;
};

/** Records topics, and links proposals with them. Those that are on record get a revision. */
export async function recordTopics(session: BulkSession, { added, links, revised }: TopicPlan): Promise<void> {
  await session.copy(
    "Topic",
    ["id", "slug", "name", "description"],
    added.map(({ id, slug, name }) => [id, slug, name, description]),
  );
  await recordRevisions(
    session,
    "topics",
    added.map(({ id }) => id),
  );
  const ids = new Set(revised);
  const copy = (rows: readonly TopicLink[]) =>
    session.copy(
      "ProposalTopic",
      ["proposalId", "topicId", "ordinal"],
      rows.map(({ proposalId, topicId, ordinal }) => [proposalId, topicId, ordinal]),
    );
  await copy(links.filter(({ proposalId }) => !ids.has(proposalId)));
  await revise(session, "proposals", revised, "Topics that the files of the data set give", () =>
    copy(links.filter(({ proposalId }) => ids.has(proposalId))),
  );
}

/** By slug, and by the slug that its name would have. */
async function topicsOnRecord(session: BulkSession): Promise<Map<string, Topic>> {
  const topics = await session.query<Topic & { name: string }>(sql`select id, slug, name from "Topic" order by slug`);
  return new Map([
    ...topics.map(({ id, slug, name }) => [folded(name).replaceAll(" ", "-"), { id, slug }] as const),
    ...topics.map(({ id, slug }) => [slug, { id, slug }] as const),
  ]);
}
