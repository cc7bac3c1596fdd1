/** What a dashboard asks: fifty states with what each said, holds and did, and what that is about. */
export const nested = {
  name: "nested",
  title: "50 actors with 10 statements and what these mention, 5 positions and 5 policy actions",
  inputs: [50],
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
    text: `select json_agg(json_build_object('slug', actor."slug", 'name', actor."name", 'statements', said."list",
        'positions', held."list", 'policyActions', done."list") order by actor."name", actor."id")::text
      from (
        select "id", "slug", "name" from "Actor" where "kind" = 'STATE' and "retractedAt" is null
        order by "name", "id" limit $1
      ) actor
      cross join lateral (
        select coalesce(json_agg(json_build_object('slug', statement."slug", 'madeOn', statement."madeOn",
          'summary', statement."summary", 'mentions', mentioned."list")
          order by statement."madeOnEarliest", statement."id"), '[]') as "list"
        from (
          select "id", "slug", "madeOn", "summary", "madeOnEarliest" from "Statement"
          where "speakerId" = actor."id" and "retractedAt" is null order by "madeOnEarliest", "id" limit 10
        ) statement
        cross join lateral (
          select coalesce(json_agg(json_build_object('slug', proposal."slug", 'title', proposal."title")
            order by mention."ordinal"), '[]') as "list"
          from "StatementMention" mention
          join "Proposal" proposal on proposal."id" = mention."proposalId" and proposal."retractedAt" is null
          where mention."statementId" = statement."id"
        ) mentioned
      ) said
      cross join lateral (
        select coalesce(json_agg(json_build_object('stance', "stance", 'since', "since",
          'holder', json_build_object('slug', actor."slug", 'name', actor."name"),
          'subject', json_build_object('slug', "slug", 'title', "title")) order by "sinceEarliest", "id"), '[]') as "list"
        from (
          select position."id", "stance", "since", "sinceEarliest", coalesce(proposal."slug", action."slug") as "slug",
            coalesce(proposal."title", action."title") as "title"
          from "Position" position
          left join "Proposal" proposal on proposal."id" = position."proposalId"
          left join "PolicyAction" action on action."id" = position."policyActionId"
          where position."holderId" = actor."id" and "standingUntil" = '9999-12-31'
            and position."retractedAt" is null and proposal."retractedAt" is null and action."retractedAt" is null
          order by "sinceEarliest", position."id" limit 5
        ) position
      ) held
      cross join lateral (
        select coalesce(json_agg(json_build_object('slug', action."slug", 'title', action."title",
          'announcedOn', action."announcedOn", 'reverses', reversed."list")
          order by action."day", action."id"), '[]') as "list"
        from (
          select "id", "slug", "title", "announcedOn", coalesce("announcedOnEarliest", '9999-12-31') as "day"
          from "PolicyAction" where "agentId" = actor."id" and "retractedAt" is null order by "day", "id" limit 5
        ) action
        cross join lateral (
          select coalesce(json_agg(json_build_object('slug', earlier."slug", 'title', earlier."title")
            order by reversal."ordinal"), '[]') as "list"
          from "PolicyActionReversal" reversal
          join "PolicyAction" earlier on earlier."id" = reversal."reversedId" and earlier."retractedAt" is null
          where reversal."reversingId" = action."id"
        ) reversed
      ) done`,
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
          first: 5, condition: { standingUntil: "9999-12-31", retractedAt: null }
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
