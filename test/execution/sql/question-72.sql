select coalesce((
  select coalesce('{"slug":"' || actor_1."slug" || '","name":' || to_json(actor_1."name")::text || ',"kind":"' || actor_1."kind" || '","description":' || coalesce(to_json(actor_1."description")::text, 'null') || ',"existedDuring":' || coalesce(to_json(actor_1."existedDuring")::text, 'null') || ',"membersComplete":' || (coalesce(actor_1."membersCompleteDuringStartLatest" <= $1::date and actor_1."membersCompleteDuringEndEarliest" >= $2::date, false))::text || ',"membersCompleteDuring":' || coalesce(to_json(actor_1."membersCompleteDuring")::text, 'null') || ',"membersSource":' || coalesce((
    select coalesce('{"title":' || to_json(membersSource_2."title")::text || ',"publisher":' || coalesce(to_json(membersSource_2."publisher")::text, 'null') || ',"url":' || coalesce(to_json(membersSource_2."url")::text, 'null') || '}', '␟nActor.membersSource␟') from "Source" membersSource_2 where membersSource_2."id" = actor_1."membersSourceId"
  ), 'null') || ',"members":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "Actor" actor where actor."retractedAt" is null and actor."id" in (
      select membership."memberId" from "Affiliation" membership where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $3::date and membership."duringLatest" >= $4::date))
    ) and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || members_2."slug" || '","name":' || to_json(members_2."name")::text || ',"codes":[' || coalesce((
      select string_agg(coalesce('{"scheme":"' || codes_3."scheme" || '","value":' || to_json(codes_3."value")::text || '}', '␟nActor.codes␟'), ',') from (
        select codes_3.* from "ExternalCode" codes_3 where codes_3."actorId" = members_2."id" order by codes_3."ordinal"
      ) codes_3
    ), '') || ']}', '␟nActorConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select membership."memberId" from "Affiliation" membership where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $5::date and membership."duringLatest" >= $6::date))
      ) and true) order by actor."name" asc,actor."id" asc limit 250
    ) members_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $7 and actor_1."retractedAt" is null
), 'null') as "json";

select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"year":' || coalesce((cohesion_1."year")::text, 'null') || ',"subjects":' || (cohesion_1."subjects")::text || ',"holders":' || (cohesion_1."holders")::text || ',"unanimous":' || (cohesion_1."unanimous")::text || ',"divided":' || (cohesion_1."divided")::text || ',"rice":' || coalesce((cohesion_1."rice")::text, 'null') || ',"agreementIndex":' || (cohesion_1."agreementIndex")::text || ',"agreementIndexFormula":' || (
    select coalesce('{"name":' || to_json(agreementIndexFormula_2."name")::text || ',"version":' || to_json(agreementIndexFormula_2."version")::text || ',"definition":' || to_json(agreementIndexFormula_2."definition")::text || ',"reference":' || to_json(agreementIndexFormula_2."reference")::text || '}', '␟nCohesion.agreementIndexFormula␟') from (
      select $1::text as "name", $2::text as "version", $3::text as "definition", $4::text as "reference"
    ) agreementIndexFormula_2
  ) || '}', '␟nQuery.cohesion␟'), ',') end from (
    with term as materialized ( select membership."during", membership."duringStartLatest", membership."duringLatest", place."place" / 256 as "part", bit_or(standpoint_holder_bit(place."place")) as "holders" from "Affiliation" membership join "HolderPlace" place on place."holderId" = membership."memberId" where membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($5::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and ((place."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1) group by 1, 2, 3, 4 ), member as materialized ( select held."day", those.* from (
      select distinct stances."sinceLatest" as "day" from "SubjectStances" stances
    ) held cross join lateral ( select term."part", bit_or(term."holders") as "holders" from term where (term."during" is null or (term."duringStartLatest" <= held."day"::date and term."duringLatest" >= held."day"::date)) group by term."part") those ), voted as materialized ( select counted.* from ( select stances."subjectId", stances."proposalId", stances."policyActionId", stances."stance", stances."sinceLatest", stances."part", stances."holders" & member."holders" as "holders", bit_count(stances."holders" & member."holders")::int as "count" from "SubjectStances" stances join member on member."part" = stances."part" and member."day" = stances."sinceLatest" where ((stances."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (stances."basis" = any($6::text[]::"PositionBasis"[]) and (stances."sinceEarliest" >= $7::date and stances."sinceLatest" is not null))) ) counted where counted."count" > 0 ), subject as ( select voted."subjectId", voted."proposalId", voted."policyActionId", coalesce(sum(voted."count") filter (where voted."stance" in ('SUPPORTS', 'CONDITIONALLY_SUPPORTS')), 0) as "yes",coalesce(sum(voted."count") filter (where voted."stance" in ('ABSTAINS', 'UNDECIDED')), 0) as "abstain",coalesce(sum(voted."count") filter (where voted."stance" in ('OPPOSES')), 0) as "no", sum(voted."count") as "votes", date_part('year', max(voted."sinceLatest"))::int as "year" from voted group by 1, 2, 3 having sum(voted."count") >= $8::int ), keyed as ( select subject."subjectId", subject."yes", subject."abstain", subject."no", subject."votes", greatest(subject."yes", subject."abstain", subject."no") as "most", subject."year" as "year",null::int as "decade",null::uuid as "topicId",null::uuid as "proposalId",null::uuid as "policyActionId" from subject ), grouped as ( select keyed.*, dense_rank() over (order by keyed."year",keyed."decade",keyed."topicId",keyed."proposalId",keyed."policyActionId") as "group" from keyed ) select measure.*, coalesce(people."holders", 0) as "holders" from ( select grouped."group", grouped."year",grouped."decade",grouped."topicId",grouped."proposalId",grouped."policyActionId", count(*) as "subjects", sum(grouped."yes") as "yes", sum(grouped."abstain") as "abstain", sum(grouped."no") as "no", count(*) filter (where grouped."most" = grouped."votes") as "unanimous", count(*) filter (where grouped."yes" > 0 and grouped."no" > 0) as "divided", avg(abs(grouped."yes" - grouped."no")::numeric / nullif(grouped."yes" + grouped."no", 0))::float8 as "rice", avg((3 * grouped."most" - grouped."votes")::numeric / (2 * grouped."votes"))::float8 as "agreementIndex" from grouped group by grouped."group", grouped."year",grouped."decade",grouped."topicId",grouped."proposalId",grouped."policyActionId" ) measure left join ( select part."group", sum(part."holders") as "holders" from ( select grouped."group", bit_count(bit_or(voted."holders")) as "holders" from grouped join voted on voted."subjectId" = grouped."subjectId" group by grouped."group", voted."part" ) part group by part."group" ) people on people."group" = measure."group" order by measure."year" limit $9
  ) cohesion_1
), '') || ']' as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
