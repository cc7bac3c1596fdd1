select '{"nodes":[' || coalesce((
  select string_agg(case when search_1."kind" = 'SOURCE' then (
    select '{}' from "Source" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'ACTOR' then (
    select '{}' from "Actor" named join "Actor" nodes_2 on nodes_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = search_1."entityId"
  ) when search_1."kind" = 'TOPIC' then (
    select '{}' from "Topic" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'PROPOSAL' then (
    select '{"title":' || to_json(nodes_2."title")::text || '}' from "Proposal" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'POLICY_ACTION' then (
    select '{}' from "PolicyAction" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'MEETING' then (
    select '{}' from "Meeting" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'STATEMENT' then (
    select '{}' from "Statement" nodes_2 where nodes_2."id" = search_1."entityId"
  ) end, ',') from (
    select document."kind", document."entityId" from "SearchDocument" document where ((document."document" @@ (
      select standpoint_search_query($1)
    ))) order by (document."document" @@ (
      select quote_literal(standpoint_whole($2))::tsquery
    ))::int desc,ts_rank_cd(document."document", (
      select standpoint_search_query($3)
    ))::float8 desc,document."entityId" desc limit 2
  ) search_1
), '') || ']}' as "json";
