select coalesce((
  select coalesce('{"slug":"' || statement_1."slug" || '","summary":' || to_json(statement_1."summary")::text || ',"quote":' || coalesce(to_json(statement_1."quote")::text, 'null') || ',"quoteLanguage":' || coalesce(to_json(statement_1."quoteLanguage")::text, 'null') || ',"delivery":"' || statement_1."delivery" || '","madeOn":' || to_json(statement_1."madeOn")::text || ',"speakerAsPrinted":' || coalesce(to_json(statement_1."speakerAsPrinted")::text, 'null') || ',"retractedAt":' || coalesce('"' || to_char(statement_1."retractedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || ',"retractionReason":' || coalesce(to_json(statement_1."retractionReason")::text, 'null') || ',"speaker":' || coalesce((
    select coalesce('{"slug":"' || speaker_2."slug" || '","name":' || to_json(speaker_2."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_2 on speaker_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statement_1."speakerId"
  ), 'null') || ',"onBehalfOf":' || coalesce((
    select coalesce('{"slug":"' || onBehalfOf_2."slug" || '","name":' || to_json(onBehalfOf_2."name")::text || '}', '␟nStatement.onBehalfOf␟') from "Actor" named join "Actor" onBehalfOf_2 on onBehalfOf_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statement_1."onBehalfOfId"
  ), 'null') || ',"capacity":' || coalesce((
    select coalesce('{"role":' || coalesce(to_json(capacity_2."role")::text, 'null') || ',"organization":' || (
      select coalesce('{"slug":"' || organization_3."slug" || '","name":' || to_json(organization_3."name")::text || '}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_3 on organization_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = capacity_2."organizationId"
    ) || '}', '␟nStatement.capacity␟') from "Affiliation" capacity_2 where capacity_2."id" = statement_1."capacityId"
  ), 'null') || ',"meeting":' || coalesce((
    select coalesce('{"slug":"' || meeting_2."slug" || '","title":' || to_json(meeting_2."title")::text || ',"heldOn":' || to_json(meeting_2."heldOn")::text || '}', '␟nStatement.meeting␟') from "Meeting" meeting_2 where meeting_2."id" = statement_1."meetingId"
  ), 'null') || ',"inReplyTo":' || coalesce((
    select coalesce('{"slug":"' || inReplyTo_2."slug" || '","summary":' || to_json(inReplyTo_2."summary")::text || '}', '␟nStatement.inReplyTo␟') from "Statement" inReplyTo_2 where inReplyTo_2."id" = statement_1."inReplyToId"
  ), 'null') || ',"sources":[' || coalesce((
    select string_agg(coalesce('{"title":' || to_json(sources_2."title")::text || ',"publisher":' || coalesce(to_json(sources_2."publisher")::text, 'null') || ',"url":' || coalesce(to_json(sources_2."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
      select sources_2.* from "StatementSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."statementId" = statement_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || '],"positions":{"totalCount":' || (
    select count(*)::text from (
      select statement_1."id" as "id"
    ) parent cross join lateral ( select from "Position" position where (position."evidenceStatementId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟","stance":"' || positions_2."stance" || '","since":' || to_json(positions_2."since")::text || ',"holder":' || (
      select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || ',"subject":' || case when positions_2."proposalId" is not null then (
      select coalesce('{"__typename":"Proposal","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = positions_2."proposalId"
    ) when positions_2."policyActionId" is not null then (
      select coalesce('{"__typename":"PolicyAction","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = positions_2."policyActionId"
    ) end || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select statement_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."evidenceStatementId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 50
    ) positions_2
  ), '') || ']}}', '␟nQuery.statement␟') from "Statement" statement_1 where statement_1."slug" = $1 and statement_1."retractedAt" is null
), 'null') as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
