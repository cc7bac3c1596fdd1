import { inSight, oneOf, orTrue } from "../../db/conditions.js";
import type { Database } from "../../db/database.js";
import { EntityTable } from "../../db/entity-table.js";
import type { Prisma } from "../../db/generated/client.js";
import type { ParticipationRole, ProposalRelationKind } from "../../db/generated/enums.js";
import type { Link } from "../../db/links.js";
import type { ListQuery } from "../../db/page.js";
import { raw, type Sql, sql } from "../../db/sql.js";
import { type Legacy, type ListSql, links } from "../../graphql/field-sql.js";
import { linkedList } from "../../graphql/linked-list.js";
import { type Actor, actorTable } from "../actors/index.js";
import type { Participation } from "./participation.type.js";
import { proposalMatches } from "./proposal.filter.js";
import { type ActorProposalsArgs, type ProposalRole, type ProposalsArgs, proposalOrder } from "./proposal.input.js";
import { Proposal } from "./proposal.type.js";
import { proposalLinks } from "./proposal-links.js";
import type { ProposalRelation } from "./proposal-relation.type.js";
import { Topic } from "./topic.type.js";

export const proposalTable = new EntityTable(Proposal, [
  "slug",
  "title",
  "kind",
  "status",
  "summary",
  "proposedOn",
  "timeframe",
  "venue",
  "note",
] satisfies Prisma.ProposalScalarFieldEnum[]);

export const topicTable = new EntityTable(Topic, [
  "slug",
  "name",
  "description",
] satisfies Prisma.TopicScalarFieldEnum[]);

/**
 * The list of proposals that match the arguments and `condition`, which may name the proposal's table `proposal` and, in
 * a nested field, the parent `parent`. For every field that returns proposals.
 */
export function proposalList(
  { where, orderBy, includeRetracted }: ProposalsArgs,
  asOf: string | undefined,
  condition = sql`true`,
): ListQuery<Proposal> {
  const proposal = raw("proposal");
  return {
    rows: sql`${proposal}.*`,
    select: proposalTable.select(proposal),
    from: sql`"Proposal" proposal`,
    where: sql`${inSight(proposal, includeRetracted)} and ${condition} and ${orTrue(proposalMatches(where, proposal, asOf))}`,
    sort: proposalOrder.sort(orderBy, proposal),
    node: proposalTable.instance,
  };
}

const sponsored = sql`select sponsor."proposalId" from "ProposalSponsor" sponsor where sponsor."actorId" = parent."id"`;
const takenPartIn = sql`select participation."proposalId" from "Participation" participation
  where participation."actorId" = parent."id"`;
const inRole: Record<ProposalRole, Sql> = { SPONSOR: sponsored, PARTICIPANT: takenPartIn };

/** The proposals to which each actor is what the arguments name. */
export function actorProposalList(
  { role, ...args }: ActorProposalsArgs,
  asOf: string | undefined,
): ListQuery<Proposal> {
  const own = role ? inRole[role] : sql`${sponsored} union all ${takenPartIn}`;
  return proposalList(args, asOf, sql`proposal."id" in (${own})`);
}

/** The proposals about each topic. */
export function topicProposalList(args: ProposalsArgs, asOf: string | undefined): ListQuery<Proposal> {
  return proposalList(
    args,
    asOf,
    sql`proposal."id" in (select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id")`,
  );
}

/** Who is to take part in a proposal, in one of some roles. */
export function participantsOf(roles: readonly ParticipationRole[] | null | undefined): ListSql {
  const link = proposalLinks.participants;
  return links(actorTable, link, {
    where: oneOf(sql`link."role"`, roles, "ParticipationRole"),
    async former(source: { uuid: string }, context, info) {
      const found = await linkedList<Actor, Pick<Participation, "role">>(
        { context, info },
        source.uuid,
        actorTable,
        link,
      );
      return found.filter(({ role }) => roles?.includes(role) ?? true).map(({ role, node }) => ({ role, actor: node }));
    },
  });
}

/** The relations of a proposal, of one of some kinds. */
export function relationsOf(link: Link, kinds: readonly ProposalRelationKind[] | null | undefined): ListSql {
  return links(proposalTable, link, {
    where: oneOf(sql`link."kind"`, kinds, "ProposalRelationKind"),
    async former(source: { uuid: string }, context, info) {
      const found = await linkedList<Proposal, Omit<ProposalRelation, "proposal">>(
        { context, info },
        source.uuid,
        proposalTable,
        link,
      );
      return found
        .filter(({ kind }) => kinds?.includes(kind) ?? true)
        .map(({ kind, note, node }) => ({ kind, note, proposal: node }));
    },
  });
}

/** All topics by name, without or with retracted ones. */
export function topicList(includeRetracted: boolean | null): ListSql & { legacy: Legacy } {
  return {
    kind: "list",
    rows: (topic) => ({
      from: sql`"Topic" ${topic}`,
      where: inSight(topic, includeRetracted),
      orderBy: sql`${topic}."name", ${topic}."id"`,
    }),
    legacy: (_source, { database }) => allTopics(database, includeRetracted),
  };
}

async function allTopics(database: Database, includeRetracted: boolean | null): Promise<Topic[]> {
  const topic = raw("topic");
  const rows = await database.query<object>(
    sql`select ${topicTable.select(topic)} from "Topic" topic
      where ${inSight(topic, includeRetracted)} order by topic."name", topic."id"`,
  );
  return rows.map(topicTable.instance);
}
