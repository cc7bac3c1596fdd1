const words = [
  ...["nuclear", "weapons", "palestine", "human rights", "embargo", "decolonization", "disarmament", "israel", "peace"],
  ...[
    "trade",
    "cuba",
    "refugees",
    "outer space",
    "children",
    "women",
    "racial discrimination",
    "south africa",
    "budget",
  ],
  ...["sea", "environment", "missiles", "self-determination", "colonial countries", "occupied territories", "security"],
];

/** The best 20 of what has some words in it: ranked over all that matches. */
export const search = {
  name: "search",
  title: "The first 20 of a search",
  inputs: words.flatMap((word, index) => [word, `${word} ${words[(index + 1) % words.length]}`]),
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
    text: `with named as (
        select name."entityId", name."kind",
          max(name."weight" + case when name."starts" @@ (select standpoint_symbol_query($1)) then 300
            when name."key" = (select standpoint_name_key(standpoint_words($1))) then 200 else 100 end) as "score",
          max(1.0 / char_length(name."key"))::float8 as "closeness"
        from "SearchName" name where name."starts" @@ (select standpoint_name_query($1)) group by 1, 2
      ), worded as (
        select document."entityId", document."kind",
          (ts_rank_cd(document."document", (select standpoint_search_query($1)))
            * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness"
        from "SearchDocument" document where document."document" @@ (select standpoint_search_query($1))
      ), hit as (
        select "entityId", "kind", coalesce(named."score", 0) as "score",
          coalesce(named."closeness", worded."closeness") as "closeness"
        from named full join worded using ("entityId", "kind")
        union all
        select name."entityId", name."kind",
          max(-1 - "typos" - abs(char_length(name."key")
            - char_length((select standpoint_name_key(standpoint_words($1)))))), max(name."weight")::float8
        from "SearchName" name
        cross join lateral standpoint_typos((select standpoint_misspelt_words($1)), name."spellings") "typos"
        where name."spellings" && (select standpoint_longest_spellings(standpoint_misspelt_words($1)))
          and "typos" is not null and not exists (select from named) and not exists (select from worded)
        group by 1, 2
      )
      select coalesce(json_agg(json_build_object('kind', found."kind", 'slug', entity."slug", 'text', entity."text")
        order by found."score" desc, found."closeness" desc, found."entityId" desc), '[]')::text
      from (
        select "kind", "entityId", "score", "closeness" from hit
        order by "score" desc, "closeness" desc, "entityId" desc limit 20
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
