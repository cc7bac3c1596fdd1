select coalesce((
  select coalesce('{"delivery":"' || statement_1."delivery" || '","speaker":' || coalesce((
    select coalesce('{"name":' || to_json(speaker_2."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_2 on speaker_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statement_1."speakerId"
  ), 'null') || ',"speakerAsPrinted":' || coalesce(to_json(statement_1."speakerAsPrinted")::text, 'null') || ',"capacity":' || coalesce((
    select coalesce('{"role":' || coalesce(to_json(capacity_2."role")::text, 'null') || '}', '␟nStatement.capacity␟') from "Affiliation" capacity_2 where capacity_2."id" = statement_1."capacityId"
  ), 'null') || ',"onBehalfOf":' || coalesce((
    select coalesce('{"name":' || to_json(onBehalfOf_2."name")::text || '}', '␟nStatement.onBehalfOf␟') from "Actor" named join "Actor" onBehalfOf_2 on onBehalfOf_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statement_1."onBehalfOfId"
  ), 'null') || ',"madeOn":' || to_json(statement_1."madeOn")::text || ',"summary":' || to_json(statement_1."summary")::text || ',"sources":[' || coalesce((
    select string_agg(coalesce('{"title":' || to_json(sources_2."title")::text || '}', '␟nStatement.sources␟'), ',') from (
      select sources_2.* from "StatementSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."statementId" = statement_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || '],"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || ',"stance":"' || positions_2."stance" || '","basis":"' || positions_2."basis" || '","subject":' || case when positions_2."proposalId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '"}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = positions_2."proposalId"
    ) when positions_2."policyActionId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '"}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = positions_2."policyActionId"
    ) end || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select statement_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."evidenceStatementId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.statement␟') from "Statement" statement_1 where statement_1."slug" = $1 and statement_1."retractedAt" is null
), 'null') as "json";

select coalesce((
  select coalesce('{"supporters":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || supporters_2."slug" || '"}', '␟nActorConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and position."standingUntil" = '9999-12-31'::date
      ) and true) order by actor."name" asc,actor."id" asc limit 25
    ) supporters_2
  ), '') || ']},"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"slug":"' || holder_3."slug" || '"}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."stance" = any($2::text[]::"Stance"[])))) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $3 and proposal_1."retractedAt" is null
), 'null') as "json";
