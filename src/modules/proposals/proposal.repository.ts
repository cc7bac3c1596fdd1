import type { ParticipationRole, ProposalRelationKind } from "../../db/generated/enums.js";
import { inSight, oneOf, orTrue } from "../../db/reading/conditions.js";
import type { ListQuery } from "../../db/reading/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { tableOf } from "../../graphql/entity-table.js";
import { type Link, type ListSql, links } from "../../graphql/field-sql.js";
import type { LinksArgs } from "../../graphql/links-args.js";
import { actorTable } from "../actors/index.js";
import {
  type ActorProposalsArgs,
  type ProposalRole,
  type ProposalsArgs,
  proposalMatches,
  proposalOrder,
  proposalSources,
} from "./proposal.input.js";

/** The tables that tie a proposal to what its lists show. */
export const proposalLinks = {
  sponsors: { table: "ProposalSponsor", from: "proposalId", to: "actorId" },
  participants: { table: "Participation", from: "proposalId", to: "actorId" },
  relations: { table: "ProposalRelation", from: "proposalId", to: "relatedId" },
  relatedFrom: {
    table: "ProposalRelation",
    from: "relatedId",
    to: "proposalId",
    orderBy: "title",
  },
  topics: { table: "ProposalTopic", from: "proposalId", to: "topicId" },
  sources: proposalSources,
} satisfies Record<string, Link>;

export const proposalTable = tableOf("proposals");

export const topicTable = tableOf("topics");

/**
 * The list of proposals that match the arguments and `condition`, which may name the proposal's table `proposal` and, in
 * a nested field, the parent `parent`. For every field that returns proposals.
 */
export function proposalList(
  { where, orderBy, includeRetracted }: ProposalsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery {
  const proposal = raw("proposal");
  return {
    rows: sql`${proposal}.*`,
    from: sql`"Proposal" proposal`,
    where: sql`${inSight(proposal, includeRetracted)} and ${condition} and ${orTrue(proposalMatches(where, proposal, asOf))}`,
    sort: proposalOrder.sort(orderBy, proposal),
  };
}

const sponsored = sql`select sponsor."proposalId" from "ProposalSponsor" sponsor where sponsor."actorId" = parent."id"`;
const takenPartIn = sql`select participation."proposalId" from "Participation" participation
  where participation."actorId" = parent."id"`;
const inRole: Record<ProposalRole, Sql> = { SPONSOR: sponsored, PARTICIPANT: takenPartIn };

/** The proposals to which each actor is what the arguments name. */
export function actorProposalList({ role, ...args }: ActorProposalsArgs, asOf: string | undefined): ListQuery {
  const own = role ? inRole[role] : sql`${sponsored} union all ${takenPartIn}`;
  return proposalList(args, asOf, sql`proposal."id" in (${own})`);
}

/** The proposals about each topic. */
export function topicProposalList(args: ProposalsArgs, asOf: string | undefined): ListQuery {
  return proposalList(
    args,
    asOf,
    sql`proposal."id" in (select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id")`,
  );
}

/** Who is to take part in a proposal, in one of some roles. */
export const participantsOf = (roles: readonly ParticipationRole[] | null | undefined, args: LinksArgs): ListSql =>
  links(actorTable, proposalLinks.participants, args, oneOf(sql`link."role"`, roles, "ParticipationRole"));

/** The relations of a proposal, of one of some kinds. */
export const relationsOf = (
  link: Link,
  kinds: readonly ProposalRelationKind[] | null | undefined,
  args?: LinksArgs,
): ListSql => links(proposalTable, link, args, oneOf(sql`link."kind"`, kinds, "ProposalRelationKind"));

/** The sources of a relation. */
export const relationSources = ({ includeRetracted }: LinksArgs): ListSql => ({
  kind: "list",
  rows: (source, relation) => ({
    from: sql`"ProposalRelationSource" link join "Source" ${source} on ${source}."id" = link."sourceId"`,
    where: sql`link."proposalId" = ${relation}."proposalId" and link."relatedId" = ${relation}."relatedId"
      and link."kind" = ${relation}."kind" and ${inSight(source, includeRetracted)}`,
    orderBy: sql`link."ordinal", ${source}."id"`,
  }),
});

/** All topics by name, without or with retracted ones. */
export function topicList(includeRetracted: boolean | null): ListSql {
  return {
    kind: "list",
    rows: (topic) => ({
      from: sql`"Topic" ${topic}`,
      where: inSight(topic, includeRetracted),
      orderBy: sql`${topic}."name", ${topic}."id"`,
    }),
  };
}
