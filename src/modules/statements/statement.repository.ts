import { inSight, orTrue } from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { tableOf } from "../../graphql/entity-table.js";
import {
  type ActorStatementsArgs,
  type StatementRole,
  type StatementsArgs,
  statementMatches,
  statementOrder,
} from "./statement.input.js";

export const statementTable = tableOf("statements");

/**
 * The list of statements that match the arguments and `condition`, which may name the statement's table `statement` and,
 * in a nested field, the parent `parent`. For every field that returns statements.
 */
export function statementList(
  { where, orderBy, includeRetracted }: StatementsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery {
  const statement = raw("statement");
  return {
    rows: sql`${statement}.*`,
    from: sql`"Statement" statement`,
    where: sql`${inSight(statement, includeRetracted)} and ${condition} and ${orTrue(statementMatches(where, statement, asOf))}`,
    sort: statementOrder.sort(orderBy, statement),
  };
}

/** The links that lead from a parent to statements: a condition each, on `statement` and `parent`. */
export const statementsOf = {
  meeting: sql`statement."meetingId" = parent."id"`,
  repliedTo: sql`statement."inReplyToId" = parent."id"`,
  source: sql`statement."id" in (
    select cited."statementId" from "StatementSource" cited where cited."sourceId" = parent."id")`,
  proposal: sql`statement."id" in (
    select mention."statementId" from "StatementMention" mention where mention."proposalId" = parent."id")`,
  policyAction: sql`statement."id" in (
    select mention."statementId" from "StatementMention" mention where mention."policyActionId" = parent."id")`,
} satisfies Record<string, Sql>;

const spokenBy = sql`select own."id" from "Statement" own where own."speakerId" = parent."id"`;
const spokenFor = sql`select own."id" from "Statement" own where own."onBehalfOfId" = parent."id"`;
const inRole: Record<StatementRole, Sql> = {
  SPEAKER: sql`statement."speakerId" = parent."id"`,
  ON_BEHALF: sql`statement."onBehalfOfId" = parent."id"`,
};

/** The statements to which each actor is what the arguments name. */
export function actorStatementList({ role, ...args }: ActorStatementsArgs, asOf: string | undefined): ListQuery {
  return statementList(args, asOf, role ? inRole[role] : sql`statement."id" in (${spokenBy} union all ${spokenFor})`);
}
