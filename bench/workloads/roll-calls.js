const size = 100;
const pages = 10;

/** A thousand roll calls with their tallies, a page a request: each page begins where the one before ended. */
export const rollCalls = {
  name: "roll-calls",
  title: `A page of ${size} roll calls with their tallies (the first ${pages} pages in turn)`,
  inputs: Array.from({ length: pages }, (_, page) => page),
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
    text: `with page as (
        select roll_call.*, proposal."slug" as "proposalSlug", proposal."title"
        from "RollCall" roll_call
        join "Proposal" proposal on proposal."id" = roll_call."proposalId" and proposal."retractedAt" is null
        where roll_call."retractedAt" is null and (roll_call."heldOnEarliest", roll_call."id") > ($1::date, $2::uuid)
        order by roll_call."heldOnEarliest", roll_call."id" limit ${size + 1}
      ), shown as (
        select * from page order by "heldOnEarliest", "id" limit ${size}
      )
      select json_build_object(
        'more', (select count(*) > ${size} from page),
        'end', (select json_build_array("heldOnEarliest", "id") from shown order by "heldOnEarliest" desc, "id" desc limit 1),
        'nodes', (select json_agg(json_build_object(
          'slug', "slug", 'heldOn', "heldOn", 'session', "session", 'number', "number",
          'tally', json_build_object(
            'stated', case when num_nonnulls("statedYes", "statedNo", "statedAbstain", "statedAbsent") > 0 then
              json_build_object('yes', "statedYes", 'no', "statedNo", 'abstain', "statedAbstain", 'absent', "statedAbsent") end,
            'counted', json_build_object(
              'yes', "countedYes", 'no', "countedNo", 'abstain', "countedAbstain", 'absent', "countedAbsent")),
          'proposal', json_build_object('slug', "proposalSlug", 'title', "title"))
          order by "heldOnEarliest", "id") from shown))::text`,
    values: (page, previous) => (page === 0 ? ["-infinity", "00000000-0000-0000-0000-000000000000"] : previous.end),
    read: ({ more, nodes }) => ({ more, nodes }),
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
          proposalByProposalId { slug title }
        }
      }
    }`,
    variables: (page, previous) => ({ after: page === 0 ? null : previous.allRollCalls.pageInfo.endCursor }),
    read: ({ allRollCalls: { pageInfo, nodes } }) => ({ more: pageInfo.hasNextPage, nodes: nodes.map(rollCall) }),
  },
};

/** A roll call as PostGraphile tells it, in Standpoint's shape. */
function rollCall({ slug, heldOn, session, number, proposalByProposalId, ...votes }) {
  const tally = (kind) => ({
    yes: votes[`${kind}Yes`],
    no: votes[`${kind}No`],
    abstain: votes[`${kind}Abstain`],
    absent: votes[`${kind}Absent`],
  });
  const stated = tally("stated");
  const isStated = Object.values(stated).some((number) => number !== null);
  return {
    ...{ slug, heldOn, session, number, proposal: proposalByProposalId },
    tally: { stated: isStated ? stated : null, counted: tally("counted") },
  };
}
