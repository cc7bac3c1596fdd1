select '[' || coalesce((
  select string_agg(coalesce('{"text":' || to_json(suggest_1."text")::text || ',"result":' || case when suggest_1."kind" = 'SOURCE' then (
    select '{}' from "Source" result_2 where result_2."id" = suggest_1."entityId"
  ) when suggest_1."kind" = 'ACTOR' then (
    select coalesce('{"name":' || to_json(result_2."name")::text || '}', '␟nSuggestion.result␟') from "Actor" named join "Actor" result_2 on result_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = suggest_1."entityId"
  ) when suggest_1."kind" = 'TOPIC' then (
    select '{}' from "Topic" result_2 where result_2."id" = suggest_1."entityId"
  ) when suggest_1."kind" = 'PROPOSAL' then (
    select '{}' from "Proposal" result_2 where result_2."id" = suggest_1."entityId"
  ) when suggest_1."kind" = 'POLICY_ACTION' then (
    select '{}' from "PolicyAction" result_2 where result_2."id" = suggest_1."entityId"
  ) when suggest_1."kind" = 'MEETING' then (
    select '{}' from "Meeting" result_2 where result_2."id" = suggest_1."entityId"
  ) when suggest_1."kind" = 'STATEMENT' then (
    select '{}' from "Statement" result_2 where result_2."id" = suggest_1."entityId"
  ) end || '}', '␟nQuery.suggest␟'), ',') from (
    select * from ( select distinct on ("entityId") best."entityId", best."kind", best."ordinal", best."text", best."key", max(best."score") over (partition by best."entityId") as "score" from ( select name."entityId", name."kind", name."ordinal", name."text", name."key", name."weight" + case when name."starts" @@ (
      select standpoint_symbol_query($1)
    ) then 300 when name."key" = (
      select standpoint_name_key(standpoint_words($2))
    ) then 200 when starts_with(name."key", (
      select standpoint_name_key(standpoint_words($3))
    )) then 10 else 0 end as "score" from "SearchName" name where (name."starts" @@ (
      select standpoint_name_query($4)
    )) order by "score" desc, char_length("key"), "key", "entityId", "ordinal" limit 20 ) best order by "entityId", best."ordinal" < 0, best."score" desc, char_length("key"), "key", "ordinal" ) distinctly order by "score" desc, char_length("key"), "key", "entityId", "ordinal" limit 2
  ) suggest_1
), '') || ']' as "json";
