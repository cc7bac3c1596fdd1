/** What costs about the most that one question may: as many objects as are allowed. Asked beside a light question. */
export const heavy = {
  name: "heavy",
  title: "500 proposals with 90 positions each and who holds them",
  inputs: [90],
  rows: (proposals) => proposals.reduce((sum, { positions }) => sum + 1 + 2 * positions.length, 0),

  standpoint: {
    query: `query ($first: Int!) {
      proposals(first: 500) { nodes { slug positions(first: $first) { nodes { stance holder { name } } } } }
    }`,
    variables: (first) => ({ first }),
    read: ({ proposals }) => proposals.nodes.map(({ slug, positions }) => ({ slug, positions: positions.nodes })),
  },

  handwritten: {
    text: `select json_agg(json_build_object('slug', "slug", 'positions', (
        select coalesce(json_agg(position), '[]') from (
          select "stance", json_build_object('name', actor."name") as "holder"
          from "Position" position join "Actor" actor on actor."id" = position."holderId"
          where position."proposalId" = proposal."id" and "standingUntil" = '9999-12-31'
          order by "sinceEarliest", position."id" limit $1
        ) position)))::text
      from (select "id", "slug" from "Proposal" where "retractedAt" is null order by "title", "id" limit 500) proposal`,
    values: (first) => [first],
  },

  postgraphile: {
    query: `query ($first: Int!) {
      allProposalsList(first: 500, condition: { retractedAt: null }, orderBy: [TITLE_ASC, ROW_ID_ASC]) {
        slug
        positionsByProposalIdList(
          first: $first, condition: { standingUntil: "9999-12-31" }, orderBy: [SINCE_EARLIEST_ASC, ROW_ID_ASC]
        ) { stance actorByHolderId { name } }
      }
    }`,
    variables: (first) => ({ first }),
    read: ({ allProposalsList }) =>
      allProposalsList.map(({ slug, positionsByProposalIdList }) => ({
        slug,
        positions: positionsByProposalIdList.map(({ stance, actorByHolderId }) => ({
          stance,
          holder: actorByHolderId,
        })),
      })),
  },
};
