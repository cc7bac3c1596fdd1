import type { Context } from "../../context.js";
import { isAmong, isNoneOf } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import { groupByParent } from "../../db/group.js";
import { sql } from "../../db/sql.js";
import { either, type Legacy, type ListSql } from "../../graphql/field-sql.js";
import type { Later } from "../../graphql/later.js";
import { fieldLoader } from "../../graphql/per-request.js";
import { reference } from "../../graphql/reference.js";
import { actorTable } from "../actors/index.js";
import { policyActionTable } from "../policy-actions/index.js";
import { proposalTable } from "../proposals/index.js";
import type { Mention } from "./mention.type.js";

/** The id of something mentioned, under its type's name; the other two are null. */
interface MentionLink {
  proposalId: string | null;
  policyActionId: string | null;
  actorId: string | null;
}

const retracted = sql`select "id" from "Proposal" where "retractedAt" is not null
  union all select "id" from "PolicyAction" where "retractedAt" is not null
  union all select "id" from "Actor" where "retractedAt" is not null`;

/** What each statement mentions, in the order in which it was listed, without what was retracted: one statement. */
async function mentionsOf(database: Database, statements: readonly string[]): Promise<MentionLink[][]> {
  const rows = await database.query<MentionLink & { parent: string }>(
    sql`select mention."statementId" as "parent", mention."proposalId", mention."policyActionId", mention."actorId"
      from "StatementMention" mention
      where ${isAmong(sql`mention."statementId"`, statements)}
      and ${isNoneOf(sql`coalesce(mention."proposalId", mention."policyActionId", mention."actorId")`, retracted)}
      order by mention."statementId", mention."ordinal"`,
  );
  return groupByParent(rows, statements);
}

/** What a statement mentions, in the order in which it was listed, without what was retracted. */
export const mentions: ListSql & { legacy: Legacy } = {
  kind: "list",
  rows: (mention, statement) => ({
    from: sql`"StatementMention" ${mention}`,
    where: sql`${mention}."statementId" = ${statement}."id" and ${isNoneOf(
      sql`coalesce(${mention}."proposalId", ${mention}."policyActionId", ${mention}."actorId")`,
      retracted,
    )}`,
    orderBy: sql`${mention}."ordinal"`,
  }),
  item: either([proposalTable, "proposalId"], [policyActionTable, "policyActionId"], [actorTable, "actorId"]),
  legacy: (source: { uuid: string }, context, info) =>
    fieldLoader(context, info, (statements: readonly string[]) => mentionsOf(context.database, statements))
      .load(source.uuid)
      .map((links) => links.map((link) => mentionedBy(link, context))),
};

function mentionedBy({ proposalId, policyActionId, actorId }: MentionLink, context: Context): Later<Mention | null> {
  if (proposalId) return reference(proposalTable, proposalId, context);
  return policyActionId
    ? reference(policyActionTable, policyActionId, context)
    : reference(actorTable, actorId, context);
}
