select coalesce((
  select coalesce('{"slug":"' || proposal_1."slug" || '","title":' || to_json(proposal_1."title")::text || ',"date":' || coalesce(to_json(coalesce(proposal_1."proposedOn", (
    select vote."heldOn" from (
      select vote.* from "RollCall" vote where vote."proposalId" = proposal_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
    ) vote
  )))::text, 'null') || ',"rollCalls":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select proposal_1."id" as "id"
      ) parent cross join lateral (
        select roll_call.* from "RollCall" roll_call where ((roll_call."proposalId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1)) order by roll_call."heldOnEarliest" desc,roll_call."id" desc limit 1
      ) listed
    ) select '{"nodes":[' || coalesce((
      select string_agg(coalesce('{"heldOn":' || to_json(rollCalls_2."heldOn")::text || ',"margin":' || coalesce((case when coalesce(rollCalls_2."statedYes", rollCalls_2."countedYes") + coalesce(rollCalls_2."statedNo", rollCalls_2."countedNo") > 0 then abs(coalesce(rollCalls_2."statedYes", rollCalls_2."countedYes") - coalesce(rollCalls_2."statedNo", rollCalls_2."countedNo")) end)::text, 'null') || ',"majority":' || coalesce('"' || case when coalesce(rollCalls_2."statedYes", rollCalls_2."countedYes") + coalesce(rollCalls_2."statedNo", rollCalls_2."countedNo") = 0 then null when coalesce(rollCalls_2."statedYes", rollCalls_2."countedYes") > coalesce(rollCalls_2."statedNo", rollCalls_2."countedNo") then 'FOR' when coalesce(rollCalls_2."statedYes", rollCalls_2."countedYes") < coalesce(rollCalls_2."statedNo", rollCalls_2."countedNo") then 'AGAINST' else 'TIED' end || '"', 'null') || ',"tally":{"counted":' || (
        select coalesce('{"yes":' || coalesce((counted_3."yes")::text, 'null') || ',"no":' || coalesce((counted_3."no")::text, 'null') || ',"abstain":' || coalesce((counted_3."abstain")::text, 'null') || ',"absent":' || coalesce((counted_3."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
          select rollCalls_2."countedYes" as "yes",rollCalls_2."countedNo" as "no",rollCalls_2."countedAbstain" as "abstain",rollCalls_2."countedAbsent" as "absent"
        ) counted_3
      ) || '},"positions":{"totalCount":' || (
        select count(*)::text from (
          select rollCalls_2."id" as "id"
        ) parent cross join lateral ( select from "Position" position where (position."evidenceRollCallId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
          select gone."id" from "Actor" gone where gone."retractedAt" is not null
        ))::int <> 1 and (position."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1 and (position."basis" = any($1::text[]::"PositionBasis"[])))) counted
      ) || ',"nodes":[' || coalesce((
        select string_agg(coalesce('{"stance":"' || positions_3."stance" || '","holder":' || (
          select coalesce('{"slug":"' || holder_4."slug" || '","name":' || to_json(holder_4."name")::text || ',"codes":[' || coalesce((
            select string_agg(coalesce('{"scheme":"' || codes_5."scheme" || '","value":' || to_json(codes_5."value")::text || '}', '␟nActor.codes␟'), ',') from (
              select codes_5.* from "ExternalCode" codes_5 where codes_5."actorId" = holder_4."id" order by codes_5."ordinal"
            ) codes_5
          ), '') || ']}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_4 on holder_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_3."holderId"
        ) || '}', '␟nPositionConnection.nodes␟'), ',') from (
          select rollCalls_2."id" as "id"
        ) parent cross join lateral (
          select position.* from "Position" position where ((position."evidenceRollCallId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."basis" = any($2::text[]::"PositionBasis"[])))) order by (
            select related."name" from "Actor" related where related."id" = position."holderId"
          ) asc,position."id" asc limit 500
        ) positions_3
      ), '') || ']}}', '␟nRollCallConnection.nodes␟'), ',' order by rollCalls_2."n" desc) from page rollCalls_2
    ), '') || ']}'
  ) || '}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $3 and proposal_1."retractedAt" is null
), 'null') as "json";
