select coalesce((
  select coalesce('{"slug":"' || meeting_1."slug" || '","title":' || to_json(meeting_1."title")::text || ',"heldOn":' || to_json(meeting_1."heldOn")::text || ',"place":' || coalesce(to_json(meeting_1."place")::text, 'null') || ',"symbol":' || coalesce(to_json(meeting_1."symbol")::text, 'null') || ',"retractedAt":' || coalesce('"' || to_char(meeting_1."retractedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || ',"retractionReason":' || coalesce(to_json(meeting_1."retractionReason")::text, 'null') || ',"body":' || coalesce((
    select coalesce('{"slug":"' || body_2."slug" || '","name":' || to_json(body_2."name")::text || '}', '␟nMeeting.body␟') from "Actor" named join "Actor" body_2 on body_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = meeting_1."bodyId"
  ), 'null') || ',"rollCalls":{"totalCount":' || (
    select count(*)::text from (
      select meeting_1."id" as "id"
    ) parent cross join lateral ( select from "RollCall" roll_call where (roll_call."meetingId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null
    ))::int <> 1)) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || rollCalls_2."slug" || '","heldOn":' || to_json(rollCalls_2."heldOn")::text || ',"outcome":' || coalesce('"' || coalesce(rollCalls_2."outcome"::text, (
      select decided."status"::text from "Proposal" decided where decided."id" = rollCalls_2."proposalId" and decided."status" in ('ADOPTED', 'REJECTED') and not exists (
        select from "RollCall" another where another."proposalId" = decided."id" and another."id" <> rollCalls_2."id" and another."retractedAt" is null
      )
    ), case when coalesce(rollCalls_2."statedYes", rollCalls_2."countedYes") < coalesce(rollCalls_2."statedNo", rollCalls_2."countedNo") then 'REJECTED' end) || '"', 'null') || ',"proposal":' || (
      select coalesce('{"slug":"' || proposal_3."slug" || '","title":' || to_json(proposal_3."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = rollCalls_2."proposalId"
    ) || ',"tally":{"counted":' || (
      select coalesce('{"yes":' || coalesce((counted_3."yes")::text, 'null') || ',"no":' || coalesce((counted_3."no")::text, 'null') || ',"abstain":' || coalesce((counted_3."abstain")::text, 'null') || ',"absent":' || coalesce((counted_3."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
        select rollCalls_2."countedYes" as "yes",rollCalls_2."countedNo" as "no",rollCalls_2."countedAbstain" as "abstain",rollCalls_2."countedAbsent" as "absent"
      ) counted_3
    ) || ',"stated":' || coalesce((
      select coalesce('{"yes":' || coalesce((stated_3."yes")::text, 'null') || ',"no":' || coalesce((stated_3."no")::text, 'null') || ',"abstain":' || coalesce((stated_3."abstain")::text, 'null') || ',"absent":' || coalesce((stated_3."absent")::text, 'null') || '}', '␟nRollCallTally.stated␟') from (
        select rollCalls_2."statedYes" as "yes",rollCalls_2."statedNo" as "no",rollCalls_2."statedAbstain" as "abstain",rollCalls_2."statedAbsent" as "absent"
      ) stated_3 where num_nonnulls(stated_3."yes", stated_3."no", stated_3."abstain", stated_3."absent") > 0
    ), 'null') || '},"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"publisher":' || coalesce(to_json(sources_3."publisher")::text, 'null') || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nRollCall.sources␟'), ',') from (
        select sources_3.* from "RollCallSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."rollCallId" = rollCalls_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nRollCallConnection.nodes␟'), ',') from (
      select meeting_1."id" as "id"
    ) parent cross join lateral (
      select roll_call.* from "RollCall" roll_call where ((roll_call."meetingId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 100
    ) rollCalls_2
  ), '') || ']},"statements":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select meeting_1."id" as "id"
      ) parent cross join lateral (
        select statement.*, (statement."madeOnEarliest")::text as "key0", (statement."id")::text as "key1" from "Statement" statement where (statement."retractedAt" is null and statement."meetingId" = parent."id" and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 101
      ) listed
    ) select '{"totalCount":' || (
      select count(*)::text from (
        select meeting_1."id" as "id"
      ) parent cross join lateral ( select from "Statement" statement where statement."retractedAt" is null and statement."meetingId" = parent."id" and true) counted
    ) || ',"pageInfo":{"hasNextPage":' || exists (
      select from page where page."n" > 100
    )::text || ',"endCursor":' || coalesce((
      select '"␟c["Statement.MADE_ON","ASC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 100 order by page."n" desc limit 1
    ), 'null') || '},"nodes":[' || coalesce((
      select string_agg(coalesce('{"slug":"' || statements_2."slug" || '","summary":' || to_json(statements_2."summary")::text || ',"madeOn":' || to_json(statements_2."madeOn")::text || ',"delivery":"' || statements_2."delivery" || '","speakerAsPrinted":' || coalesce(to_json(statements_2."speakerAsPrinted")::text, 'null') || ',"speaker":' || coalesce((
        select coalesce('{"slug":"' || speaker_3."slug" || '","name":' || to_json(speaker_3."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_3 on speaker_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."speakerId"
      ), 'null') || ',"onBehalfOf":' || coalesce((
        select coalesce('{"slug":"' || onBehalfOf_3."slug" || '","name":' || to_json(onBehalfOf_3."name")::text || '}', '␟nStatement.onBehalfOf␟') from "Actor" named join "Actor" onBehalfOf_3 on onBehalfOf_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."onBehalfOfId"
      ), 'null') || ',"sources":[' || coalesce((
        select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"publisher":' || coalesce(to_json(sources_3."publisher")::text, 'null') || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
          select sources_3.* from "StatementSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."statementId" = statements_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
        ) sources_3
      ), '') || '],"positions":{"nodes":[' || coalesce((
        select string_agg(coalesce('{"stance":"' || positions_3."stance" || '","holder":' || (
          select coalesce('{"slug":"' || holder_4."slug" || '","name":' || to_json(holder_4."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_4 on holder_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_3."holderId"
        ) || ',"subject":' || case when positions_3."proposalId" is not null then (
          select coalesce('{"__typename":"Proposal","slug":"' || subject_4."slug" || '","title":' || to_json(subject_4."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_4 where subject_4."id" = positions_3."proposalId"
        ) when positions_3."policyActionId" is not null then (
          select coalesce('{"__typename":"PolicyAction","slug":"' || subject_4."slug" || '","title":' || to_json(subject_4."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_4 where subject_4."id" = positions_3."policyActionId"
        ) end || '}', '␟nPositionConnection.nodes␟'), ',') from (
          select statements_2."id" as "id"
        ) parent cross join lateral (
          select position.* from "Position" position where ((position."evidenceStatementId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and (position."subjectId" in (
            select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
          ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 10
        ) positions_3
      ), '') || ']}}', '␟nStatementConnection.nodes␟'), ',') from page statements_2 where statements_2."n" <= 100
    ), '') || ']}'
  ) || '}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
