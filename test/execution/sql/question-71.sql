select coalesce((
  select coalesce('{"slug":"' || topic_1."slug" || '","name":' || to_json(topic_1."name")::text || ',"description":' || coalesce(to_json(topic_1."description")::text, 'null') || ',"proposals":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select topic_1."id" as "id"
      ) parent cross join lateral (
        select proposal.*, (coalesce(coalesce(proposal."proposedOnEarliest", (
          select vote."heldOnEarliest" from (
            select vote.* from "RollCall" vote where vote."proposalId" = proposal."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
          ) vote
        )), '9999-12-31'::date))::text as "key0", (proposal."id")::text as "key1" from "Proposal" proposal where (proposal."retractedAt" is null and proposal."id" in (
          select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id"
        ) and true) order by coalesce(coalesce(proposal."proposedOnEarliest", (
          select vote."heldOnEarliest" from (
            select vote.* from "RollCall" vote where vote."proposalId" = proposal."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
          ) vote
        )), '9999-12-31'::date) desc,proposal."id" desc limit 51
      ) listed
    ) select '{"totalCount":' || (
      select count(*)::text from (
        select topic_1."id" as "id"
      ) parent cross join lateral ( select from "Proposal" proposal where proposal."retractedAt" is null and proposal."id" in (
        select about."proposalId" from "ProposalTopic" about where about."topicId" = parent."id"
      ) and true) counted
    ) || ',"pageInfo":{"hasNextPage":' || exists (
      select from page where page."n" > 50
    )::text || ',"endCursor":' || coalesce((
      select '"␟c["Proposal.DATE","DESC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 50 order by page."n" desc limit 1
    ), 'null') || '},"nodes":[' || coalesce((
      select string_agg(coalesce('{"slug":"' || proposals_2."slug" || '","title":' || to_json(proposals_2."title")::text || ',"date":' || coalesce(to_json(coalesce(proposals_2."proposedOn", (
        select vote."heldOn" from (
          select vote.* from "RollCall" vote where vote."proposalId" = proposals_2."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )))::text, 'null') || ',"stanceCounts":[' || coalesce((
        select string_agg(coalesce('{"stance":"' || stanceCounts_3."stance" || '","count":' || (stanceCounts_3."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
          select stanceCounts_3.* from (
            select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
              select position."stance", count(*) as "count" from "Position" position where position."subjectId" = proposals_2."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
                select gone."id" from "Actor" gone where gone."retractedAt" is not null
              ))::int <> 1 and true group by position."stance"
            ) counted on counted."stance" = listed."stance"
          ) stanceCounts_3 order by stanceCounts_3."stance"
        ) stanceCounts_3
      ), '') || ']}', '␟nProposalConnection.nodes␟'), ',') from page proposals_2 where proposals_2."n" <= 50
    ), '') || ']}'
  ) || '}', '␟nQuery.topic␟') from "Topic" topic_1 where topic_1."slug" = $1 and topic_1."retractedAt" is null
), 'null') as "json";

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

select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1 and (roll_call."proposalId" in (
    select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
      select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($1::text[]) and topic."retractedAt" is null
    ))
  ) and (((coalesce(roll_call."statedNo", roll_call."countedNo")) >= $2::int))))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || rollCalls_1."slug" || '","heldOn":' || to_json(rollCalls_1."heldOn")::text || ',"margin":' || coalesce((case when coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") + coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo") > 0 then abs(coalesce(rollCalls_1."statedYes", rollCalls_1."countedYes") - coalesce(rollCalls_1."statedNo", rollCalls_1."countedNo")) end)::text, 'null') || ',"proposal":' || (
    select coalesce('{"slug":"' || proposal_2."slug" || '","title":' || to_json(proposal_2."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_2 where proposal_2."id" = rollCalls_1."proposalId"
  ) || ',"tally":{"counted":' || (
    select coalesce('{"yes":' || coalesce((counted_2."yes")::text, 'null') || ',"no":' || coalesce((counted_2."no")::text, 'null') || ',"abstain":' || coalesce((counted_2."abstain")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
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
        select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($3::text[]) and topic."retractedAt" is null
      ))
    ) and (((coalesce(roll_call."statedNo", roll_call."countedNo")) >= $4::int))))) order by coalesce(case when coalesce(roll_call."statedYes", roll_call."countedYes") + coalesce(roll_call."statedNo", roll_call."countedNo") > 0 then abs(coalesce(roll_call."statedYes", roll_call."countedYes") - coalesce(roll_call."statedNo", roll_call."countedNo")) end, 999999999) asc,roll_call."id" asc limit 10
  ) rollCalls_1
), '') || ']}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1 and (roll_call."proposalId" in (
    select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
      select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($1::text[]) and topic."retractedAt" is null
    ))
  )))
) || '}' as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
