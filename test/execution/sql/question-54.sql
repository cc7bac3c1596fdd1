select (
  with page as materialized (
    select listed.*, row_number() over () as "n" from (
      select hit."kind", hit."entityId", (hit."score")::text as "key0", (hit."closeness")::text as "key1", (hit."entityId")::text as "key2" from ( with named as (
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
      )) group by 1, 2) hit where (true) order by hit."score" desc,hit."closeness" desc,hit."entityId" desc limit 31
    ) listed
  ) select '{"totalCount":' || (
    select count(*)::text from ( with named as (
      select name."entityId", name."kind", max(name."weight" + case when name."starts" @@ (
        select standpoint_symbol_query($9)
      ) then 300 when name."key" = (
        select standpoint_name_key(standpoint_words($10))
      ) then 200 else 100 end) as "score", max(1.0 / char_length(name."key"))::float8 as "closeness" from "SearchName" name where (name."starts" @@ (
        select standpoint_name_query($11)
      )) group by 1, 2
    ), worded as (
      select document."entityId", document."kind", (ts_rank_cd(document."document", (
        select standpoint_search_query($12)
      )) * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness" from "SearchDocument" document where (document."document" @@ (
        select standpoint_search_query($13)
      ))
    ) select "entityId", "kind", coalesce(named."score", 0) as "score", coalesce(named."closeness", worded."closeness") as "closeness" from named full join worded using ("entityId", "kind") union all select name."entityId", name."kind", max(-1 - "typos" - abs(char_length(name."key") - char_length((
      select standpoint_name_key(standpoint_words($14))
    )))), max(name."weight")::float8 from "SearchName" name cross join lateral standpoint_typos((
      select standpoint_misspelt_words($15)
    ), name."spellings") "typos" where (name."spellings" && (
      select standpoint_longest_spellings(standpoint_misspelt_words($16))
    ) and "typos" is not null and not exists (
      select from named
    ) and not exists (
      select from worded
    )) group by 1, 2) hit where true
  ) || ',"pageInfo":{"hasNextPage":' || exists (
    select from page where page."n" > 30
  )::text || ',"endCursor":' || coalesce((
    select '"␟c["Search.RANK","DESC",' || to_json(page."key0") || ',' || to_json(page."key1") || ',' || to_json(page."key2") || ']␟"' from page where page."n" <= 30 order by page."n" desc limit 1
  ), 'null') || '},"nodes":[' || coalesce((
    select string_agg(coalesce(case when search_1."kind" = 'SOURCE' then (
      select coalesce('{"__typename":"Source","slug":"' || nodes_2."slug" || '","title":' || to_json(nodes_2."title")::text || ',"publisher":' || coalesce(to_json(nodes_2."publisher")::text, 'null') || ',"url":' || coalesce(to_json(nodes_2."url")::text, 'null') || '}', '␟nSearchConnection.nodes␟') from "Source" nodes_2 where nodes_2."id" = search_1."entityId"
    ) when search_1."kind" = 'ACTOR' then (
      select coalesce('{"__typename":"Actor","slug":"' || nodes_2."slug" || '","name":' || to_json(nodes_2."name")::text || ',"actorKind":"' || nodes_2."kind" || '","description":' || coalesce(to_json(nodes_2."description")::text, 'null') || '}', '␟nSearchConnection.nodes␟') from "Actor" named join "Actor" nodes_2 on nodes_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = search_1."entityId"
    ) when search_1."kind" = 'TOPIC' then (
      select coalesce('{"__typename":"Topic","slug":"' || nodes_2."slug" || '","name":' || to_json(nodes_2."name")::text || '}', '␟nSearchConnection.nodes␟') from "Topic" nodes_2 where nodes_2."id" = search_1."entityId"
    ) when search_1."kind" = 'PROPOSAL' then (
      select coalesce('{"__typename":"Proposal","slug":"' || nodes_2."slug" || '","title":' || to_json(nodes_2."title")::text || ',"about":' || coalesce(to_json(nodes_2."summary")::text, 'null') || ',"date":' || coalesce(to_json(coalesce(nodes_2."proposedOn", (
        select vote."heldOn" from (
          select vote.* from "RollCall" vote where vote."proposalId" = nodes_2."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )))::text, 'null') || '}', '␟nSearchConnection.nodes␟') from "Proposal" nodes_2 where nodes_2."id" = search_1."entityId"
    ) when search_1."kind" = 'POLICY_ACTION' then (
      select coalesce('{"__typename":"PolicyAction","slug":"' || nodes_2."slug" || '","title":' || to_json(nodes_2."title")::text || ',"announcedOn":' || coalesce(to_json(nodes_2."announcedOn")::text, 'null') || '}', '␟nSearchConnection.nodes␟') from "PolicyAction" nodes_2 where nodes_2."id" = search_1."entityId"
    ) when search_1."kind" = 'MEETING' then (
      select coalesce('{"__typename":"Meeting","slug":"' || nodes_2."slug" || '","title":' || to_json(nodes_2."title")::text || ',"heldOn":' || to_json(nodes_2."heldOn")::text || '}', '␟nSearchConnection.nodes␟') from "Meeting" nodes_2 where nodes_2."id" = search_1."entityId"
    ) when search_1."kind" = 'STATEMENT' then (
      select coalesce('{"__typename":"Statement","slug":"' || nodes_2."slug" || '","summary":' || to_json(nodes_2."summary")::text || ',"madeOn":' || to_json(nodes_2."madeOn")::text || ',"speaker":' || coalesce((
        select coalesce('{"slug":"' || speaker_3."slug" || '","name":' || to_json(speaker_3."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_3 on speaker_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = nodes_2."speakerId"
      ), 'null') || '}', '␟nSearchConnection.nodes␟') from "Statement" nodes_2 where nodes_2."id" = search_1."entityId"
    ) end, '␟nSearchConnection.nodes␟'), ',') from page search_1 where search_1."n" <= 30
  ), '') || ']}'
) as "json";
