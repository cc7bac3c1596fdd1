select '{"totalCount":' || (
  select count(*)::text from "Source" source where source."retractedAt" is null and true
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || sources_1."slug" || '","title":' || to_json(sources_1."title")::text || ',"publisher":' || coalesce(to_json(sources_1."publisher")::text, 'null') || ',"kind":"' || sources_1."kind" || '","url":' || coalesce(to_json(sources_1."url")::text, 'null') || ',"statements":{"totalCount":' || (
    select count(*)::text from (
      select sources_1."id" as "id"
    ) parent cross join lateral ( select from "Statement" statement where statement."retractedAt" is null and statement."id" in ( select cited."statementId" from "StatementSource" cited where cited."sourceId" = parent."id") and true) counted
  ) || '}}', '␟nSourceConnection.nodes␟'), ',') from (
    select source.* from "Source" source where (source."retractedAt" is null and true) order by (
      select count(*)::int from "StatementSource" cited join "Statement" stated on stated."id" = cited."statementId" where cited."sourceId" = source."id" and stated."retractedAt" is null
    ) desc,source."id" desc limit 20
  ) sources_1
), '') || ']}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "Statement" statement where statement."retractedAt" is null and true and (((
    select count(*) from (
      select cited."sourceId" from "StatementSource" cited where cited."statementId" = statement."id"
    ) cited join "Source" source on source."id" = cited."sourceId" where source."retractedAt" is null
  ) = 1))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || statements_1."slug" || '","summary":' || to_json(statements_1."summary")::text || ',"sources":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || sources_2."slug" || '","title":' || to_json(sources_2."title")::text || ',"url":' || coalesce(to_json(sources_2."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
      select sources_2.* from "StatementSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."statementId" = statements_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nStatementConnection.nodes␟'), ',') from (
    select statement.* from "Statement" statement where (statement."retractedAt" is null and true and (((
      select count(*) from (
        select cited."sourceId" from "StatementSource" cited where cited."statementId" = statement."id"
      ) cited join "Source" source on source."id" = cited."sourceId" where source."retractedAt" is null
    ) = 1))) order by statement."madeOnEarliest" asc,statement."id" asc limit 100
  ) statements_1
), '') || ']}' as "json";

select '{"totalCount":' || (
  select count(*)::text from "Position" position where (position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
    select gone."id" from "Actor" gone where gone."retractedAt" is not null
  ))::int <> 1 and (position."subjectId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
  ))::int <> 1 and (position."basis" = any($1::text[]::"PositionBasis"[]) and position."basis" <> 'VOTE' and (
    select count(*) from (
      select cited."sourceId" from "PositionSource" cited where cited."positionId" = position."id" union select cited."sourceId" from "StatementSource" cited where cited."statementId" = position."evidenceStatementId" union select cited."sourceId" from "RollCallSource" cited where cited."rollCallId" = position."evidenceRollCallId" union select cited."sourceId" from "PolicyActionSource" cited where cited."policyActionId" = position."evidencePolicyActionId" union select cited."sourceId" from "ProposalSource" cited where cited."proposalId" = position."proposalId" and position."basis" = 'SPONSORSHIP'
    ) cited join "Source" source on source."id" = cited."sourceId" where source."retractedAt" is null
  ) = 1))
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"holder":' || (
    select coalesce('{"name":' || to_json(holder_2."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_1."holderId"
  ) || ',"stance":"' || positions_1."stance" || '","subject":' || case when positions_1."proposalId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '","title":' || to_json(subject_2."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_2 where subject_2."id" = positions_1."proposalId"
  ) when positions_1."policyActionId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '","title":' || to_json(subject_2."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_2 where subject_2."id" = positions_1."policyActionId"
  ) end || ',"allSources":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || allSources_2."slug" || '","title":' || to_json(allSources_2."title")::text || ',"url":' || coalesce(to_json(allSources_2."url")::text, 'null') || '}', '␟nPosition.allSources␟'), ',') from (
      select allSources_2.* from (
        select distinct on (each."sourceId") each.* from (
          select cited."sourceId", 0 as "place", cited."ordinal" from "PositionSource" cited where cited."positionId" = positions_1."id" union all select cited."sourceId", 1 as "place", cited."ordinal" from "StatementSource" cited where cited."statementId" = positions_1."evidenceStatementId" union all select cited."sourceId", 2 as "place", cited."ordinal" from "RollCallSource" cited where cited."rollCallId" = positions_1."evidenceRollCallId" union all select cited."sourceId", 3 as "place", cited."ordinal" from "PolicyActionSource" cited where cited."policyActionId" = positions_1."evidencePolicyActionId" union all select cited."sourceId", 4 as "place", cited."ordinal" from "ProposalSource" cited where cited."proposalId" = positions_1."proposalId" and positions_1."basis" = 'SPONSORSHIP'
        ) each order by each."sourceId", each."place", each."ordinal"
      ) cited join "Source" source on source."id" = cited."sourceId" cross join lateral (
        select source.*, cited."place", cited."ordinal"
      ) allSources_2 where source."retractedAt" is null order by allSources_2."place", allSources_2."ordinal", allSources_2."id"
    ) allSources_2
  ), '') || ']}', '␟nPositionConnection.nodes␟'), ',') from (
    select position.* from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."basis" = any($2::text[]::"PositionBasis"[]) and position."basis" <> 'VOTE' and (
      select count(*) from (
        select cited."sourceId" from "PositionSource" cited where cited."positionId" = position."id" union select cited."sourceId" from "StatementSource" cited where cited."statementId" = position."evidenceStatementId" union select cited."sourceId" from "RollCallSource" cited where cited."rollCallId" = position."evidenceRollCallId" union select cited."sourceId" from "PolicyActionSource" cited where cited."policyActionId" = position."evidencePolicyActionId" union select cited."sourceId" from "ProposalSource" cited where cited."proposalId" = position."proposalId" and position."basis" = 'SPONSORSHIP'
      ) cited join "Source" source on source."id" = cited."sourceId" where source."retractedAt" is null
    ) = 1))) order by position."sinceEarliest" asc,position."id" asc limit 100
  ) positions_1
), '') || ']}' as "json";
