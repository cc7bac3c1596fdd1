/** The best 20 of what has some words in it: ranked over all that matches. */
export const search = {
  name: "search",
  title: "The first 20 of a search",
  inputs: ["nuclear weapons", "palestine", "human rights", "economic embargo cuba"],
  rows: (nodes) => nodes.length,

  standpoint: {
    query: `query ($query: String!) {
      search(query: $query, first: 20) {
        nodes {
          __typename
          ... on Source { slug title }
          ... on Actor { slug name }
          ... on Topic { slug name }
          ... on Proposal { slug title }
          ... on PolicyAction { slug title }
          ... on Meeting { slug title }
          ... on Statement { slug summary }
        }
      }
    }`,
    variables: (query) => ({ query }),
    read: ({ search }) =>
      search.nodes.map(({ __typename, slug, title, name, summary }) => ({
        kind: __typename.replace(/(?!^)(?=[A-Z])/, "_").toUpperCase(),
        slug,
        text: title ?? name ?? summary,
      })),
  },

  handwritten: {
    text: `select json_agg(json_build_object('kind', found."kind", 'slug', entity."slug", 'text', entity."text")
        order by found."rank" desc, found."entityId" desc)::text
      from (
        select "kind", "entityId", ts_rank_cd("document", query)::float8 as "rank"
        from "SearchDocument", standpoint_search_query($1) query
        where "document" @@ query order by "rank" desc, "entityId" desc limit 20
      ) found
      cross join lateral (
        select "slug", "title" as "text" from "Source" where found."kind" = 'SOURCE' and "id" = found."entityId"
        union all select "slug", "name" from "Actor" where found."kind" = 'ACTOR' and "id" = found."entityId"
        union all select "slug", "name" from "Topic" where found."kind" = 'TOPIC' and "id" = found."entityId"
        union all select "slug", "title" from "Proposal" where found."kind" = 'PROPOSAL' and "id" = found."entityId"
        union all select "slug", "title" from "PolicyAction" where found."kind" = 'POLICY_ACTION' and "id" = found."entityId"
        union all select "slug", "title" from "Meeting" where found."kind" = 'MEETING' and "id" = found."entityId"
        union all select "slug", "summary" from "Statement" where found."kind" = 'STATEMENT' and "id" = found."entityId"
      ) entity`,
    values: (query) => [query],
  },

  postgraphile: {
    query: `query ($query: String!) {
      standpointBenchSearchList(query: $query, limit: 20) { kind slug text }
    }`,
    variables: (query) => ({ query }),
    read: ({ standpointBenchSearchList }) => standpointBenchSearchList,
  },
};
