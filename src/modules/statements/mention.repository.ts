import { isAmong, isNoneOf } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import { groupByParent } from "../../db/group.js";
import { sql } from "../../db/sql.js";

/** The id of something mentioned, under its type's name; the other two are null. */
export interface MentionLink {
  proposalId: string | null;
  policyActionId: string | null;
  actorId: string | null;
}

const retracted = sql`select "id" from "Proposal" where "retractedAt" is not null
  union all select "id" from "PolicyAction" where "retractedAt" is not null
  union all select "id" from "Actor" where "retractedAt" is not null`;

/** What each statement mentions, in the order in which it was listed, without what was retracted: one statement. */
export async function mentionsOf(database: Database, statements: readonly string[]): Promise<MentionLink[][]> {
  const rows = await database.query<MentionLink & { parent: string }>(
    sql`select mention."statementId" as "parent", mention."proposalId", mention."policyActionId", mention."actorId"
      from "StatementMention" mention
      where ${isAmong(sql`mention."statementId"`, statements)}
      and ${isNoneOf(sql`coalesce(mention."proposalId", mention."policyActionId", mention."actorId")`, retracted)}
      order by mention."statementId", mention."ordinal"`,
  );
  return groupByParent(rows, statements);
}
