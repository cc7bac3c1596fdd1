select '{"nodes":[' || coalesce((
  select string_agg(coalesce(case when search_1."kind" = 'SOURCE' then (
    select '{}' from "Source" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'ACTOR' then (
    select coalesce('{"name":' || to_json(nodes_2."name")::text || ',"region":' || coalesce('"' || nodes_2."region" || '"', 'null') || ',"codes":[' || coalesce((
      select string_agg(coalesce('{"scheme":"' || codes_3."scheme" || '","value":' || to_json(codes_3."value")::text || '}', '␟nActor.codes␟'), ',') from (
        select codes_3.* from "ExternalCode" codes_3 where codes_3."actorId" = nodes_2."id" order by codes_3."ordinal"
      ) codes_3
    ), '') || ']}', '␟nSearchConnection.nodes␟') from "Actor" named join "Actor" nodes_2 on nodes_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = search_1."entityId"
  ) when search_1."kind" = 'TOPIC' then (
    select '{}' from "Topic" nodes_2 where nodes_2."id" = search_1."entityId"
  ) when search_1."kind" = 'PROPOSAL' then (
    select '{}' from "Proposal" nodes_2 where nodes_2."id" = search_1."entityId"
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
      ) and name."kind" = any($4::text[]::"EntityKind"[])) group by 1, 2
    ), worded as (
      select document."entityId", document."kind", (ts_rank_cd(document."document", (
        select standpoint_search_query($5)
      )) * case document."kind" when 'ACTOR' then 4 when 'TOPIC' then 3 when 'PROPOSAL' then 2 else 1 end)::float8 as "closeness" from "SearchDocument" document where (document."document" @@ (
        select standpoint_search_query($6)
      ) and document."kind" = any($7::text[]::"EntityKind"[]))
    ) select "entityId", "kind", coalesce(named."score", 0) as "score", coalesce(named."closeness", worded."closeness") as "closeness" from named full join worded using ("entityId", "kind") union all select name."entityId", name."kind", max(-1 - "typos" - abs(char_length(name."key") - char_length((
      select standpoint_name_key(standpoint_words($8))
    )))), max(name."weight")::float8 from "SearchName" name cross join lateral standpoint_typos((
      select standpoint_misspelt_words($9)
    ), name."spellings") "typos" where (name."spellings" && (
      select standpoint_longest_spellings(standpoint_misspelt_words($10))
    ) and "typos" is not null and not exists (
      select from named
    ) and not exists (
      select from worded
    ) and name."kind" = any($11::text[]::"EntityKind"[])) group by 1, 2) hit where (true) order by hit."score" desc,hit."closeness" desc,hit."entityId" desc limit 3
  ) search_1
), '') || ']}' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"name":' || to_json(actors_1."name")::text || ',"names":[' || coalesce((
    select string_agg(coalesce('{"value":' || to_json(names_2."value")::text || ',"language":' || coalesce(to_json(names_2."language")::text, 'null') || ',"kind":"' || names_2."kind" || '","during":' || coalesce(to_json(names_2."during")::text, 'null') || '}', '␟nActor.names␟'), ',') from (
      select names_2.* from "ActorName" names_2 where names_2."actorId" = actors_1."id" order by names_2."ordinal"
    ) names_2
  ), '') || ']}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and (((standpoint_fold(actor."name") = (
      select standpoint_fold($1)
    )) or exists (
      select from "ActorName" name where name."actorId" = actor."id" and (standpoint_fold(name."value") = (
        select standpoint_fold($2)
      ))
    )))) order by actor."name" asc,actor."id" asc limit 25
  ) actors_1
), '') || ']}' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"name":' || to_json(actors_1."name")::text || ',"description":' || coalesce(to_json(actors_1."description")::text, 'null') || ',"kind":"' || actors_1."kind" || '","region":' || coalesce('"' || actors_1."region" || '"', 'null') || ',"subregion":' || coalesce(to_json(actors_1."subregion")::text, 'null') || ',"existedDuring":' || coalesce(to_json(actors_1."existedDuring")::text, 'null') || ',"affiliations":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || affiliations_2."kind" || '","role":' || coalesce(to_json(affiliations_2."role")::text, 'null') || ',"during":' || coalesce(to_json(affiliations_2."during")::text, 'null') || ',"organization":' || (
      select coalesce('{"name":' || to_json(organization_3."name")::text || '}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_3 on organization_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = affiliations_2."organizationId"
    ) || '}', '␟nAffiliationConnection.nodes␟'), ',') from (
      select actors_1."id" as "id"
    ) parent cross join lateral (
      select affiliation.* from "Affiliation" affiliation where (affiliation."memberId" = parent."id" and affiliation."retractedAt" is null and (affiliation."during" is null or (affiliation."duringStartLatest" <= $1::date and affiliation."duringLatest" >= $2::date)) and (affiliation."kind" = any($3::text[]::"AffiliationKind"[]))) order by coalesce(affiliation."duringEarliest", '9999-12-31'::date) asc,affiliation."id" asc limit 25
    ) affiliations_2
  ), '') || ']}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and ((actor."id" in (
      select code."actorId" from "ExternalCode" code where code."scheme" = $4::text::"CodeScheme" and code."value" = any($5::text[])
    ) or actor."id" in (
      select code."actorId" from "ExternalCode" code where code."scheme" = $6::text::"CodeScheme" and code."value" = any($7::text[])
    ) or actor."id" in (
      select code."actorId" from "ExternalCode" code where code."scheme" = $8::text::"CodeScheme" and code."value" = any($9::text[])
    )))) order by actor."name" asc,actor."id" asc limit 25
  ) actors_1
), '') || ']}' as "json";
