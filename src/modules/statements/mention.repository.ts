import type { Database } from "../../db/database.js";
import { groupByParent } from "../../db/group.js";
import { sql } from "../../db/sql.js";

/** The id of something mentioned, under its type's name; the other two are null. */
export interface MentionLink {
  proposalId: string | null;
  policyActionId: string | null;
  actorId: string | null;
}

/** What each statement mentions, in the order in which it was listed, without what was retracted: one statement. */
export async function mentionsOf(database: Database, statements: readonly string[]): Promise<MentionLink[][]> {
  const rows = await database.query<MentionLink & { parent: string }>(
    sql`select mention."statementId" as "parent", mention."proposalId", mention."policyActionId", mention."actorId"
      from "StatementMention" mention
      left join "Proposal" proposal on proposal."id" = mention."proposalId"
      left join "PolicyAction" action on action."id" = mention."policyActionId"
      left join "Actor" actor on actor."id" = mention."actorId"
      where mention."statementId" = any(${statements}::uuid[])
      and coalesce(proposal."retractedAt", action."retractedAt", actor."retractedAt") is null
      order by mention."statementId", mention."ordinal"`,
  );
  return groupByParent(rows, statements);
}
