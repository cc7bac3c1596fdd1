select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1 and (((roll_call."heldOnEarliest" <= $1::date and roll_call."heldOnLatest" >= $2::date and roll_call."heldOnEarliest" is not null))))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"heldOn":' || to_json(rollCalls_1."heldOn")::text || ',"session":' || coalesce((rollCalls_1."session")::text, 'null') || ',"margin":' || coalesce((case when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") + coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") > 0 then abs(coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") - coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo")) end)::text, 'null') || ',"majority":' || coalesce('"' || case when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") + coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") = 0 then null when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") > coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") then 'FOR' when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") < coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") then 'AGAINST' else 'TIED' end || '"', 'null') || ',"proposal":' || (
    select coalesce('{"slug":"' || proposal_2."slug" || '","title":' || to_json(proposal_2."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_2 where proposal_2."id" = rollCalls_1."proposalId"
  ) || ',"tally":{"counted":' || (
    select coalesce('{"yes":' || coalesce((counted_2."yes")::text, 'null') || ',"no":' || coalesce((counted_2."no")::text, 'null') || ',"abstain":' || coalesce((counted_2."abstain")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
      select rollCalls_1."countedYes" as "yes",rollCalls_1."countedNo" as "no",rollCalls_1."countedAbstain" as "abstain",rollCalls_1."countedAbsent" as "absent"
    ) counted_2
  ) || '}}', '␟nRollCallConnection.nodes␟'), ',') from (
    select roll_call.* from "RollCall" roll_call where ((roll_call."retractedAt" is null and (roll_call."proposalId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null
    ))::int <> 1 and (((roll_call."heldOnEarliest" <= $3::date and roll_call."heldOnLatest" >= $4::date and roll_call."heldOnEarliest" is not null))))) order by coalesce(case when coalesce(roll_call."statedYes", roll_call."countedYes") + coalesce(roll_call."statedNo", roll_call."countedNo") > 0 then abs(coalesce(roll_call."statedYes", roll_call."countedYes") - coalesce(roll_call."statedNo", roll_call."countedNo")) end, 999999999) asc,roll_call."id" asc limit 10
  ) rollCalls_1
), '') || ']}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1 and (((roll_call."heldOnEarliest" <= $1::date and roll_call."heldOnLatest" >= $2::date and roll_call."heldOnEarliest" is not null) and ((coalesce(roll_call."statedNo", roll_call."countedNo")) >= $3::int and (coalesce(roll_call."statedNo", roll_call."countedNo")) <= $4::int))))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"heldOn":' || to_json(rollCalls_1."heldOn")::text || ',"session":' || coalesce((rollCalls_1."session")::text, 'null') || ',"margin":' || coalesce((case when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") + coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") > 0 then abs(coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") - coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo")) end)::text, 'null') || ',"majority":' || coalesce('"' || case when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") + coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") = 0 then null when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") > coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") then 'FOR' when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") < coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") then 'AGAINST' else 'TIED' end || '"', 'null') || ',"proposal":' || (
    select coalesce('{"slug":"' || proposal_2."slug" || '","title":' || to_json(proposal_2."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_2 where proposal_2."id" = rollCalls_1."proposalId"
  ) || ',"tally":{"counted":' || (
    select coalesce('{"yes":' || coalesce((counted_2."yes")::text, 'null') || ',"no":' || coalesce((counted_2."no")::text, 'null') || ',"abstain":' || coalesce((counted_2."abstain")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
      select rollCalls_1."countedYes" as "yes",rollCalls_1."countedNo" as "no",rollCalls_1."countedAbstain" as "abstain",rollCalls_1."countedAbsent" as "absent"
    ) counted_2
  ) || '},"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select rollCalls_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."evidenceRollCallId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."stance" = any($5::text[]::"Stance"[])))) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nRollCallConnection.nodes␟'), ',') from (
    select roll_call.* from "RollCall" roll_call where ((roll_call."retractedAt" is null and (roll_call."proposalId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null
    ))::int <> 1 and (((roll_call."heldOnEarliest" <= $6::date and roll_call."heldOnLatest" >= $7::date and roll_call."heldOnEarliest" is not null) and ((coalesce(roll_call."statedNo", roll_call."countedNo")) >= $8::int and (coalesce(roll_call."statedNo", roll_call."countedNo")) <= $9::int))))) order by (
      select related."title" from "Proposal" related where related."id" = roll_call."proposalId"
    ) asc,roll_call."id" asc limit 100
  ) rollCalls_1
), '') || ']}' as "json";
