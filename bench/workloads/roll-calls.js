const pages = 10;

/** Ten pages of roll calls with their tallies, one a request: each begins where the one before ended. */
const pagesOf = (name, size) => ({
  name,
  title: `A page of ${size} roll calls with their tallies (the first ${pages} pages in turn)`,
  inputs: Array.from({ length: pages }, (_, page) => page),
  isLast: ({ more }) => !more,
  rows: ({ nodes }) => nodes.length,

  standpoint: {
    query: `query ($after: String) {
      rollCalls(first: ${size}, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          slug heldOn session number
          tally { stated { yes no abstain absent } counted { yes no abstain absent } }
          proposal { slug title }
        }
      }
    }`,
    variables: (page, previous) => ({ after: page === 0 ? null : previous.rollCalls.pageInfo.endCursor }),
    read: ({ rollCalls: { pageInfo, nodes } }) => ({ more: pageInfo.hasNextPage, nodes }),
  },

  handwritten: {
    text: `with page as materialized (
        select roll_call.*, proposal."slug" as "proposalSlug", proposal."title"
        from "RollCall" roll_call
        join "Proposal" proposal on proposal."id" = roll_call."proposalId" and proposal."retractedAt" is null
        where roll_call."retractedAt" is null and (roll_call."heldOnEarliest", roll_call."id") > ($1::date, $2::uuid)
        order by roll_call."heldOnEarliest", roll_call."id" limit ${size + 1}
      )
      select json_build_object(
        'more', (select count(*) > ${size} from page),
        'end', (select json_build_array("heldOnEarliest", "id") from page offset ${size - 1} limit 1),
        'nodes', (select json_agg(node) from (
          select "slug", "heldOn", "session", "number", "statedYes", "statedNo", "statedAbstain", "statedAbsent",
            "countedYes", "countedNo", "countedAbstain", "countedAbsent", "proposalSlug", "title"
          from page limit ${size}) node))::text`,
    values: (page, previous) => (page === 0 ? ["-infinity", "00000000-0000-0000-0000-000000000000"] : previous.end),
    read: ({ more, nodes }) => ({
      more,
      nodes: nodes.map(({ proposalSlug, title, ...node }) =>
        rollCall({ ...node, proposal: { slug: proposalSlug, title } }),
      ),
    }),
  },

  postgraphile: {
    query: `query ($after: Cursor) {
      allRollCalls(
        first: ${size}, after: $after, condition: { retractedAt: null }, orderBy: [HELD_ON_EARLIEST_ASC, ROW_ID_ASC]
      ) {
        pageInfo { hasNextPage endCursor }
        nodes {
          slug heldOn session number
          statedYes statedNo statedAbstain statedAbsent countedYes countedNo countedAbstain countedAbsent
          proposal: proposalByProposalId { slug title }
        }
      }
    }`,
    variables: (page, previous) => ({ after: page === 0 ? null : previous.allRollCalls.pageInfo.endCursor }),
    read: ({ allRollCalls: { pageInfo, nodes } }) => ({ more: pageInfo.hasNextPage, nodes: nodes.map(rollCall) }),
  },
});

export const rollCalls = pagesOf("roll-calls", 100);
/** As long as a page may be. */
export const longPage = pagesOf("long-page", 500);

/** A roll call as the others tell it, all votes beside each other, in Standpoint's shape. */
function rollCall({ slug, heldOn, session, number, proposal, ...votes }) {
  const tally = (kind) => ({
    yes: votes[`${kind}Yes`],
    no: votes[`${kind}No`],
    abstain: votes[`${kind}Abstain`],
    absent: votes[`${kind}Absent`],
  });
  const stated = tally("stated");
  const isStated = Object.values(stated).some((number) => number !== null);
  return {
    ...{ slug, heldOn, session, number, proposal },
    tally: { stated: isStated ? stated : null, counted: tally("counted") },
  };
}
