select coalesce((
  select coalesce('{"title":' || to_json(meeting_1."title")::text || ',"heldOn":' || to_json(meeting_1."heldOn")::text || ',"body":' || coalesce((
    select coalesce('{"name":' || to_json(body_2."name")::text || '}', '␟nMeeting.body␟') from "Actor" named join "Actor" body_2 on body_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = meeting_1."bodyId"
  ), 'null') || ',"statements":{"totalCount":' || (
    select count(*)::text from (
      select meeting_1."id" as "id"
    ) parent cross join lateral ( select from "Statement" statement where statement."retractedAt" is null and statement."meetingId" = parent."id" and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || statements_2."slug" || '","speaker":' || coalesce((
      select coalesce('{"name":' || to_json(speaker_3."name")::text || ',"affiliations":{"nodes":[' || coalesce((
        select string_agg(coalesce('{"role":' || coalesce(to_json(affiliations_4."role")::text, 'null') || ',"acting":' || (affiliations_4."acting")::text || ',"organization":' || (
          select coalesce('{"name":' || to_json(organization_5."name")::text || '}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_5 on organization_5."id" = coalesce(named."mergedIntoId", named."id") where named."id" = affiliations_4."organizationId"
        ) || '}', '␟nAffiliationConnection.nodes␟'), ',') from (
          select speaker_3."id" as "id"
        ) parent cross join lateral (
          select affiliation.* from "Affiliation" affiliation where (affiliation."memberId" = parent."id" and affiliation."retractedAt" is null and (affiliation."during" is null or (affiliation."duringStartLatest" <= $1::date and affiliation."duringLatest" >= $2::date)) and (affiliation."kind" = any($3::text[]::"AffiliationKind"[]))) order by coalesce(affiliation."duringEarliest", '9999-12-31'::date) asc,affiliation."id" asc limit 25
        ) affiliations_4
      ), '') || ']}}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_3 on speaker_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."speakerId"
    ), 'null') || ',"capacity":' || coalesce((
      select coalesce('{"role":' || coalesce(to_json(capacity_3."role")::text, 'null') || '}', '␟nStatement.capacity␟') from "Affiliation" capacity_3 where capacity_3."id" = statements_2."capacityId"
    ), 'null') || ',"onBehalfOf":' || coalesce((
      select coalesce('{"name":' || to_json(onBehalfOf_3."name")::text || '}', '␟nStatement.onBehalfOf␟') from "Actor" named join "Actor" onBehalfOf_3 on onBehalfOf_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."onBehalfOfId"
    ), 'null') || ',"delivery":"' || statements_2."delivery" || '","summary":' || to_json(statements_2."summary")::text || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
        select sources_3.* from "StatementSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."statementId" = statements_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nStatementConnection.nodes␟'), ',') from (
      select meeting_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."meetingId" = parent."id" and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 100
    ) statements_2
  ), '') || ']}}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $4 and meeting_1."retractedAt" is null
), 'null') as "json";
