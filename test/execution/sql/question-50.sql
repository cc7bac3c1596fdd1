select '{"totalCount":' || (
  select count(*)::text from "Actor" actor where actor."retractedAt" is null and true and true
) || '}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "Actor" actor where actor."retractedAt" is null and true and (actor."kind" = any($1::text[]::"ActorKind"[]))
) || '}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "Proposal" proposal where proposal."retractedAt" is null and true and true
) || '}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "Statement" statement where statement."retractedAt" is null and true and true
) || '}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "RollCall" roll_call where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null
  ))::int <> 1)
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || rollCalls_1."slug" || '","heldOn":' || to_json(rollCalls_1."heldOn")::text || ',"session":' || coalesce((rollCalls_1."session")::text, 'null') || ',"body":' || (
    select coalesce('{"name":' || to_json(body_2."name")::text || '}', '␟nRollCall.body␟') from "Actor" named join "Actor" body_2 on body_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = rollCalls_1."bodyId"
  ) || ',"proposal":' || (
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
    ))::int <> 1)) order by roll_call."heldOnEarliest" desc,roll_call."id" desc limit 5
  ) rollCalls_1
), '') || ']}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "Source" source where source."retractedAt" is null and true
) || '}' as "json";

select '[' || coalesce((
  select string_agg(coalesce('{"slug":"' || topics_1."slug" || '","name":' || to_json(topics_1."name")::text || '}', '␟nQuery.topics␟'), ',') from (
    select topics_1.* from "Topic" topics_1 where topics_1."retractedAt" is null order by topics_1."name", topics_1."id"
  ) topics_1
), '') || ']' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || statements_1."slug" || '","madeOn":' || to_json(statements_1."madeOn")::text || ',"summary":' || to_json(statements_1."summary")::text || ',"speaker":' || coalesce((
    select coalesce('{"name":' || to_json(speaker_2."name")::text || ',"slug":"' || speaker_2."slug" || '"}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_2 on speaker_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_1."speakerId"
  ), 'null') || '}', '␟nStatementConnection.nodes␟'), ',') from (
    select statement.* from "Statement" statement where (statement."retractedAt" is null and true and true) order by statement."madeOnEarliest" desc,statement."id" desc limit 3
  ) statements_1
), '') || ']}' as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
