import { found, mostlyTheSame } from "./varied.js";

const read = ({ title, supporters: { totalCount, pageInfo, nodes } }) => ({
  title,
  totalCount,
  more: pageInfo.hasNextPage,
  nodes,
});

/** Of twelve hundred resolutions by chance, the same on every run. */
const resolutions = `select "slug" from "Proposal" where "kind" = 'RESOLUTION' and "retractedAt" is null
  order by md5("slug") limit 1200`;

/** The holders of standing positions with one stance on one resolution, by name, with their number. */
export const supporters = {
  name: "supporters",
  title: "The first 100 supporters of a resolution, and how many there are",
  inputs: async (record) => mostlyTheSame(await found(record, resolutions)),
  rows: ({ nodes }) => nodes.length,

  standpoint: {
    query: `query ($slug: String!) {
      proposal(slug: $slug) {
        title
        supporters(first: 100) { totalCount pageInfo { hasNextPage } nodes { slug name kind } }
      }
    }`,
    variables: (slug) => ({ slug }),
    read: ({ proposal }) => read(proposal),
  },

  handwritten: {
    text: `with supporter as (
        select actor."slug", actor."name", actor."kind", actor."id"
        from "Proposal" proposal
        join "Position" position on position."subjectId" = proposal."id" and position."stance" = 'SUPPORTS'
          and position."standingUntil" = '9999-12-31'
        join "Actor" actor on actor."id" = position."holderId" and actor."retractedAt" is null
        where proposal."slug" = $1 and proposal."retractedAt" is null
      )
      select json_build_object(
        'title', (select "title" from "Proposal" where "slug" = $1 and "retractedAt" is null),
        'totalCount', (select count(*) from supporter),
        'more', (select count(*) > 100 from supporter),
        'nodes', (select coalesce(json_agg(page), '[]') from (
          select "slug", "name", "kind" from supporter order by "name", "id" limit 100) page))::text`,
    values: (slug) => [slug],
  },

  postgraphile: {
    query: `query ($slug: String!) {
      proposalBySlug(slug: $slug) {
        title
        supporters(first: 100) { totalCount pageInfo { hasNextPage } nodes { slug name kind } }
      }
    }`,
    variables: (slug) => ({ slug }),
    read: ({ proposalBySlug }) => read(proposalBySlug),
  },
};
