import { v7 } from "uuid";
import type { BulkSession } from "../../db/bulk-session.js";
import { sql } from "../../db/sql.js";
import { folded } from "./known-states.js";
import { recordRevisions } from "./record-revisions.js";
import type { Report } from "./report.js";
import { openTable } from "./tables.js";

export interface Topic {
  readonly id: string;
  readonly slug: string;
}

/** A line of the table of issues. */
export interface Issue {
  readonly line: number;
  readonly rcid: number;
  readonly topic: Topic;
}

const description = "Set by key words in the data of roll calls of the General Assembly; not certain for each.";

/** Reads which topics roll calls have, and records the topics that are not on record by slug or name. */
export async function readIssues(session: BulkSession, path: string, report: Report): Promise<Issue[]> {
  const known = await knownTopics(session);
  const added: Topic[] = [];
  const addedNames = new Map<string, string>();
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const table = await openTable(path, ["rcid", "issue"]);
  const sums = report.of(table.file);
  for await (const { line, cells, fault } of table.rows()) {
    sums.read++;
    const [rcid = "", name = ""] = cells.map((cell) => cell.trim());
    const slug = folded(name).replaceAll(" ", "-");
    const key = `${rcid} ${slug}`;
    const reason =
      fault ??
      (/^\d{1,9}$/.test(rcid) ? undefined : `rcid is "${rcid}"`) ??
      (/^[a-z0-9-]+$/.test(slug) ? undefined : `issue is "${name}"`) ??
      (seen.has(key) ? `roll call ${rcid} has the issue "${name}" on an earlier line` : undefined);
    if (reason !== undefined) {
      report.reject(table.file, line, reason);
      continue;
    }
    seen.add(key);
    let topic = known.get(slug);
    if (!topic) {
      topic = { id: v7(), slug };
      known.set(slug, topic);
      added.push(topic);
      addedNames.set(slug, name);
    }
    issues.push({ line, rcid: Number(rcid), topic });
  }
  const rows = added.map(({ id, slug }) => [id, slug, addedNames.get(slug) ?? slug, description]);
  await session.copy("Topic", ["id", "slug", "name", "description"], rows);
  await recordRevisions(
    session,
    "topics",
    added.map(({ id }) => id),
  );
  return issues;
}

/** By slug, and by the slug that its name would have. */
async function knownTopics(session: BulkSession): Promise<Map<string, Topic>> {
  const topics = await session.query<Topic & { name: string }>(sql`select id, slug, name from "Topic" order by slug`);
  return new Map([
    ...topics.map(({ id, slug, name }) => [folded(name).replaceAll(" ", "-"), { id, slug }] as const),
    ...topics.map(({ id, slug }) => [slug, { id, slug }] as const),
  ]);
}
