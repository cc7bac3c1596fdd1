/** What a dashboard asks: fifty or fewer states with what each said, holds and did, and what that is about. */
export const nested = {
  name: "nested",
  title: "41 to 50 actors with 10 statements and what these mention, 5 positions and 5 policy actions",
  inputs: Array.from({ length: 10 }, (_, index) => 50 - index),
  rows: (actors) =>
    actors.reduce(
      (sum, { statements, positions, policyActions }) =>
        sum +
        statements.reduce((mentions, statement) => mentions + 1 + statement.mentions.length, 1) +
        3 * positions.length +
        policyActions.reduce((reversed, action) => reversed + 1 + action.reverses.length, 0),
      0,
    ),

  standpoint: {
    query: `query ($first: Int!) {
      actors(first: $first, where: { kinds: [STATE] }) {
        nodes {
          slug name
          statements(first: 10, role: SPEAKER) {
            nodes { slug madeOn summary mentions { ... on Proposal { slug title } } }
          }
          positions(first: 5) {
            nodes { stance since holder { slug name } subject { ... on Proposal { slug title } } }
          }
          policyActions(first: 5, role: AGENT) {
            nodes { slug title announcedOn reverses { slug title } }
          }
        }
      }
    }`,
    variables: (first) => ({ first }),
    read: ({ actors }) =>
      actors.nodes.map(({ statements, positions, policyActions, ...actor }) => ({
        ...actor,
        statements: statements.nodes,
        positions: positions.nodes,
        policyActions: policyActions.nodes,
      })),
  },

  handwritten: {
    text: `select json_agg(actor)::text from (
        select "slug", "name",
          (select coalesce(json_agg(statement), '[]') from (
            select "slug", "madeOn", "summary",
              (select coalesce(json_agg(mentioned), '[]') from (
                select proposal."slug", proposal."title" from "StatementMention" mention
                join "Proposal" proposal on proposal."id" = mention."proposalId" and proposal."retractedAt" is null
                where mention."statementId" = statement."id" order by mention."ordinal"
              ) mentioned) as "mentions"
            from "Statement" statement where "speakerId" = actor."id" and "retractedAt" is null
            order by "madeOnEarliest", "id" limit 10
          ) statement) as "statements",
          (select coalesce(json_agg(position), '[]') from (
            select "stance", "since",
              (select holder from (select actor."slug", actor."name") holder) as "holder",
              (select subject from (select coalesce(proposal."slug", action."slug") as "slug",
                coalesce(proposal."title", action."title") as "title") subject) as "subject"
            from "Position" position
            left join "Proposal" proposal on proposal."id" = position."proposalId"
            left join "PolicyAction" action on action."id" = position."policyActionId"
            where position."holderId" = actor."id" and "standingUntil" = '9999-12-31'
              and proposal."retractedAt" is null and action."retractedAt" is null
            order by "sinceEarliest", position."id" limit 5
          ) position) as "positions",
          (select coalesce(json_agg(action), '[]') from (
            select "slug", "title", "announcedOn",
              (select coalesce(json_agg(earlier), '[]') from (
                select earlier."slug", earlier."title" from "PolicyActionReversal" reversal
                join "PolicyAction" earlier on earlier."id" = reversal."reversedId" and earlier."retractedAt" is null
                where reversal."reversingId" = action."id" order by reversal."ordinal"
              ) earlier) as "reverses"
            from "PolicyAction" action where "agentId" = actor."id" and "retractedAt" is null
            order by coalesce("announcedOnEarliest", '9999-12-31'), "id" limit 5
          ) action) as "policyActions"
        from "Actor" actor where "kind" = 'STATE' and "retractedAt" is null order by "name", "id" limit $1
      ) actor`,
    values: (first) => [first],
  },

  postgraphile: {
    query: `query ($first: Int!) {
      allActorsList(first: $first, condition: { kind: STATE, retractedAt: null }, orderBy: [NAME_ASC, ROW_ID_ASC]) {
        slug name
        statementsBySpeakerIdList(
          first: 10, condition: { retractedAt: null }, orderBy: [MADE_ON_EARLIEST_ASC, ROW_ID_ASC]
        ) {
          slug madeOn summary
          statementMentionsByStatementIdList(orderBy: [PRIMARY_KEY_ASC]) { proposalByProposalId { slug title } }
        }
        positionsByHolderIdList(
          first: 5, condition: { standingUntil: "9999-12-31" }
          orderBy: [SINCE_EARLIEST_ASC, ROW_ID_ASC]
        ) {
          stance since actorByHolderId { slug name } proposalByProposalId { slug title }
        }
        policyActionsByAgentIdList(
          first: 5, condition: { retractedAt: null }, orderBy: [ANNOUNCED_ON_EARLIEST_ASC, ROW_ID_ASC]
        ) {
          slug title announcedOn
          policyActionReversalsByReversingIdList(orderBy: [PRIMARY_KEY_ASC]) { policyActionByReversedId { slug title } }
        }
      }
    }`,
    variables: (first) => ({ first }),
    read: ({ allActorsList }) => allActorsList.map(actorOf),
  },
};

/** An actor as PostGraphile tells it, in Standpoint's shape. */
function actorOf({ slug, name, statementsBySpeakerIdList, positionsByHolderIdList, policyActionsByAgentIdList }) {
  return {
    slug,
    name,
    statements: statementsBySpeakerIdList.map(({ statementMentionsByStatementIdList, ...statement }) => ({
      ...statement,
      mentions: statementMentionsByStatementIdList.map(({ proposalByProposalId }) => proposalByProposalId),
    })),
    positions: positionsByHolderIdList.map(({ actorByHolderId, proposalByProposalId, ...position }) => ({
      ...position,
      holder: actorByHolderId,
      subject: proposalByProposalId,
    })),
    policyActions: policyActionsByAgentIdList.map(({ policyActionReversalsByReversingIdList, ...action }) => ({
      ...action,
      reverses: policyActionReversalsByReversingIdList.map(({ policyActionByReversedId }) => policyActionByReversedId),
    })),
  };
}
