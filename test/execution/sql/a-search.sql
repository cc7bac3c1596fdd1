select '{"nodes":[' || coalesce((
  select string_agg(coalesce(case when search_1."kind" = 'SOURCE' then (
    select '{}' from "Source" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'ACTOR' then (
    select '{}' from "Actor" named join "Actor" nodes_2 on nodes_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = search_1."entityId"
  ) when search_1."kind" = 'TOPIC' then (
    select '{}' from "Topic" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'PROPOSAL' then (
    select coalesce('{"title":' || to_json(nodes_2."title")::text || '}', '␟nSearchConnection.nodes␟') from "Proposal" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'POLICY_ACTION' then (
    select '{}' from "PolicyAction" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'MEETING' then (
    select '{}' from "Meeting" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'STATEMENT' then (
    select '{}' from "Statement" nodes_2 where nodes_2."id" = search_1."entityId"
  ) end, '␟nSearchConnection.nodes␟'), ',') from (
    select hit."kind", hit."entityId" from ( with named as (
      select name."entityId", name."kind", max(name."weight" + case when name."starts" @@ (
        select standpoint_symbol_query($1)
      ) then 300 when name."key" = (
        select standpoint_name_key(standpoint_words($2))
      ) then 200 else 100 end) as "score", max(1.0 / char_length(name."key"))::float8 as "closeness" from "SearchName" name where (name."starts" @@ (
        select standpoint_name_query($3)
      )) group by 1, 2
    ), worded as (
      select document."entityId", document."kind", (ts_rank_cd(document."document", (
        select standpoint_search_query($4)
      )) * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness" from "SearchDocument" document where (document."document" @@ (
        select standpoint_search_query($5)
      ))
    ) select "entityId", "kind", coalesce(named."score", 0) as "score", coalesce(named."closeness", worded."closeness") as "closeness" from named full join worded using ("entityId", "kind") union all select name."entityId", name."kind", max(-1 - "typos" - abs(char_length(name."key") - char_length((
      select standpoint_name_key(standpoint_words($6))
    )))), max(name."weight")::float8 from "SearchName" name cross join lateral standpoint_typos((
      select standpoint_misspelt_words($7)
    ), name."spellings") "typos" where (name."spellings" && (
      select standpoint_longest_spellings(standpoint_misspelt_words($8))
    ) and "typos" is not null and not exists (
      select from named
    ) and not exists (
      select from worded
    )) group by 1, 2) hit where (true) order by hit."score" desc,hit."closeness" desc,hit."entityId" desc limit 2
  ) search_1
), '') || ']}' as "json";
