select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1 and (roll_call."proposalId" in (
    select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
      select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($1::text[]) and topic."retractedAt" is null
    ))
  )))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"heldOn":' || to_json(rollCalls_1."heldOn")::text || ',"session":' || coalesce((rollCalls_1."session")::text, 'null') || ',"proposal":' || (
    select coalesce('{"slug":"' || proposal_2."slug" || '","title":' || to_json(proposal_2."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_2 where proposal_2."id" = rollCalls_1."proposalId"
  ) || ',"tally":{"counted":' || (
    select coalesce('{"yes":' || coalesce((counted_2."yes")::text, 'null') || ',"no":' || coalesce((counted_2."no")::text, 'null') || ',"abstain":' || coalesce((counted_2."abstain")::text, 'null') || ',"absent":' || coalesce((counted_2."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
      select rollCalls_1."countedYes" as "yes",rollCalls_1."countedNo" as "no",rollCalls_1."countedAbstain" as "abstain",rollCalls_1."countedAbsent" as "absent"
    ) counted_2
  ) || ',"stated":' || coalesce((
    select coalesce('{"yes":' || coalesce((stated_2."yes")::text, 'null') || ',"no":' || coalesce((stated_2."no")::text, 'null') || ',"abstain":' || coalesce((stated_2."abstain")::text, 'null') || '}', '␟nRollCallTally.stated␟') from (
      select rollCalls_1."statedYes" as "yes",rollCalls_1."statedNo" as "no",rollCalls_1."statedAbstain" as "abstain",rollCalls_1."statedAbsent" as "absent"
    ) stated_2 where num_nonnulls(stated_2."yes", stated_2."no", stated_2."abstain", stated_2."absent") > 0
  ), 'null') || '}}', '␟nRollCallConnection.nodes␟'), ',') from (
    select roll_call.* from "RollCall" roll_call where ((roll_call."retractedAt" is null and (roll_call."proposalId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null
    ))::int <> 1 and (roll_call."proposalId" in (
      select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
        select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($2::text[]) and topic."retractedAt" is null
      ))
    )))) order by roll_call."heldOnEarliest" desc,roll_call."id" desc limit 50
  ) rollCalls_1
), '') || ']}' as "json";

select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"year":' || coalesce((positionCounts_1."year")::text, 'null') || ',"stance":' || coalesce('"' || positionCounts_1."stance" || '"', 'null') || ',"count":' || (positionCounts_1."count")::text || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::text as "basis", null::uuid as "holderId", null::text as "holderKind", null::uuid as "proposalId", null::uuid as "policyActionId", null::uuid as "topicId", null::text as "month" from ( select case when date_trunc('year', held."earliest") = date_trunc('year', held."latest") then date_part('year', held."earliest")::int end as "year",held."stance" as "stance",sum(held."count")::int as "count" from ( select position."sinceEarliest" as "earliest",position."sinceLatest" as "latest",position."stance" as "stance",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((proposal."id" in (
        select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($1::text[]) and topic."retractedAt" is null
      ))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (false)) and position."basis" = any($2::text[]::"PositionBasis"[])) 
    ) position group by 1,2,3 ) held group by 1,2 limit $3 ) counted order by counted."year",counted."stance"
  ) positionCounts_1
), '') || ']' as "json";
