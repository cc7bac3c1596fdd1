select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"stance":' || coalesce('"' || positionCounts_1."stance" || '"', 'null') || ',"year":' || coalesce((positionCounts_1."year")::text, 'null') || ',"count":' || (positionCounts_1."count")::text || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::text as "basis", null::uuid as "holderId", null::text as "holderKind", null::uuid as "proposalId", null::uuid as "policyActionId", null::uuid as "topicId", null::text as "month" from ( select held."stance" as "stance",case when date_trunc('year', held."earliest") = date_trunc('year', held."latest") then date_part('year', held."earliest")::int end as "year",sum(held."count")::int as "count" from ( select position."stance" as "stance",position."sinceEarliest" as "earliest",position."sinceLatest" as "latest",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and true 
    ) position group by 1,2,3 ) held group by 1,2 limit $1 ) counted order by counted."stance",counted."year"
  ) positionCounts_1
), '') || ']' as "json";
