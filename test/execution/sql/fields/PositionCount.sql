-- PositionCount.holder: { positionCounts(groupBy: [STANCE, HOLDER, SUBJECT, TOPIC]) { holder { id } } }
select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"holder":' || coalesce((
    select coalesce('{"id":"␟iactor ' || holder_2."id" || '␟"}', '␟nPositionCount.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positionCounts_1."holderId"
  ), 'null') || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::text as "basis", null::text as "holderKind", null::text as "year", null::text as "month" from ( select held."stance" as "stance",held."holderId" as "holderId",held."proposalId" as "proposalId",held."policyActionId" as "policyActionId",held."topicId" as "topicId",sum(held."count")::int as "count" from ( select position."stance" as "stance",position."holderId" as "holderId",position."proposalId" as "proposalId",position."policyActionId" as "policyActionId",topic."id" as "topicId",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and true limit $1
    ) position left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" and topic."retractedAt" is null) on about."proposalId" = position."proposalId" group by 1,2,3,4,5 ) held group by 1,2,3,4,5 limit $2 ) counted order by counted."stance",(
      select named."name" from "Actor" named where named."id" = counted."holderId"
    ),counted."holderId",coalesce((
      select named."title" from "Proposal" named where named."id" = counted."proposalId"
    ), (
      select named."title" from "PolicyAction" named where named."id" = counted."policyActionId"
    )),coalesce(counted."proposalId", counted."policyActionId"),(
      select named."name" from "Topic" named where named."id" = counted."topicId"
    ),counted."topicId"
  ) positionCounts_1
), '') || ']' as "json";

-- PositionCount.subject: { positionCounts(groupBy: [STANCE, HOLDER, SUBJECT, TOPIC]) { subject { __typename } } }
select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"subject":' || coalesce(case when positionCounts_1."proposalId" is not null then (
    select '{"__typename":"Proposal"}' from "Proposal" subject_2 where subject_2."id" = positionCounts_1."proposalId"
  ) when positionCounts_1."policyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_2 where subject_2."id" = positionCounts_1."policyActionId"
  ) end, 'null') || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::text as "basis", null::text as "holderKind", null::text as "year", null::text as "month" from ( select held."stance" as "stance",held."holderId" as "holderId",held."proposalId" as "proposalId",held."policyActionId" as "policyActionId",held."topicId" as "topicId",sum(held."count")::int as "count" from ( select position."stance" as "stance",position."holderId" as "holderId",position."proposalId" as "proposalId",position."policyActionId" as "policyActionId",topic."id" as "topicId",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and true limit $1
    ) position left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" and topic."retractedAt" is null) on about."proposalId" = position."proposalId" group by 1,2,3,4,5 ) held group by 1,2,3,4,5 limit $2 ) counted order by counted."stance",(
      select named."name" from "Actor" named where named."id" = counted."holderId"
    ),counted."holderId",coalesce((
      select named."title" from "Proposal" named where named."id" = counted."proposalId"
    ), (
      select named."title" from "PolicyAction" named where named."id" = counted."policyActionId"
    )),coalesce(counted."proposalId", counted."policyActionId"),(
      select named."name" from "Topic" named where named."id" = counted."topicId"
    ),counted."topicId"
  ) positionCounts_1
), '') || ']' as "json";

-- PositionCount.topic: { positionCounts(groupBy: [STANCE, HOLDER, SUBJECT, TOPIC]) { topic { id } } }
select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"topic":' || coalesce((
    select coalesce('{"id":"␟itopic ' || topic_2."id" || '␟"}', '␟nPositionCount.topic␟') from "Topic" topic_2 where topic_2."id" = positionCounts_1."topicId"
  ), 'null') || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::text as "basis", null::text as "holderKind", null::text as "year", null::text as "month" from ( select held."stance" as "stance",held."holderId" as "holderId",held."proposalId" as "proposalId",held."policyActionId" as "policyActionId",held."topicId" as "topicId",sum(held."count")::int as "count" from ( select position."stance" as "stance",position."holderId" as "holderId",position."proposalId" as "proposalId",position."policyActionId" as "policyActionId",topic."id" as "topicId",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and true limit $1
    ) position left join ("ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" and topic."retractedAt" is null) on about."proposalId" = position."proposalId" group by 1,2,3,4,5 ) held group by 1,2,3,4,5 limit $2 ) counted order by counted."stance",(
      select named."name" from "Actor" named where named."id" = counted."holderId"
    ),counted."holderId",coalesce((
      select named."title" from "Proposal" named where named."id" = counted."proposalId"
    ), (
      select named."title" from "PolicyAction" named where named."id" = counted."policyActionId"
    )),coalesce(counted."proposalId", counted."policyActionId"),(
      select named."name" from "Topic" named where named."id" = counted."topicId"
    ),counted."topicId"
  ) positionCounts_1
), '') || ']' as "json";
