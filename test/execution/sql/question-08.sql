select coalesce((
  select coalesce('{"name":' || to_json(actor_1."name")::text || ',"positions":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "Position" position where (position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."stance" = any($1::text[]::"Stance"[])))) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"subject":' || case when positions_2."proposalId" is not null then (
      select coalesce('{"__typename":"Proposal","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = positions_2."proposalId"
    ) when positions_2."policyActionId" is not null then (
      select coalesce('{"__typename":"PolicyAction","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || ',"through":' || coalesce((
        select coalesce('{"name":' || to_json(through_4."name")::text || '}', '␟nPolicyAction.through␟') from "Actor" named join "Actor" through_4 on through_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = subject_3."throughId"
      ), 'null') || '}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = positions_2."policyActionId"
    ) end || ',"basis":"' || positions_2."basis" || '","since":' || to_json(positions_2."since")::text || ',"evidence":' || coalesce(case when positions_2."evidenceStatementId" is not null then (
      select coalesce('{"__typename":"Statement","slug":"' || evidence_3."slug" || '","speaker":' || coalesce((
        select coalesce('{"name":' || to_json(speaker_4."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_4 on speaker_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = evidence_3."speakerId"
      ), 'null') || ',"madeOn":' || to_json(evidence_3."madeOn")::text || ',"sources":[' || coalesce((
        select string_agg(coalesce('{"title":' || to_json(sources_4."title")::text || '}', '␟nStatement.sources␟'), ',') from (
          select sources_4.* from "StatementSource" link join "Source" sources_4 on sources_4."id" = link."sourceId" where link."statementId" = evidence_3."id" and sources_4."retractedAt" is null order by link."ordinal", sources_4."id"
        ) sources_4
      ), '') || ']}', '␟nPosition.evidence␟') from "Statement" evidence_3 where evidence_3."id" = positions_2."evidenceStatementId"
    ) when positions_2."evidenceRollCallId" is not null then (
      select '{"__typename":"RollCall"}' from "RollCall" evidence_3 where evidence_3."id" = positions_2."evidenceRollCallId"
    ) when positions_2."evidencePolicyActionId" is not null then (
      select coalesce('{"__typename":"PolicyAction","slug":"' || evidence_3."slug" || '","title":' || to_json(evidence_3."title")::text || ',"sources":[' || coalesce((
        select string_agg(coalesce('{"title":' || to_json(sources_4."title")::text || '}', '␟nPolicyAction.sources␟'), ',') from (
          select sources_4.* from "PolicyActionSource" link join "Source" sources_4 on sources_4."id" = link."sourceId" where link."policyActionId" = evidence_3."id" and sources_4."retractedAt" is null order by link."ordinal", sources_4."id"
        ) sources_4
      ), '') || ']}', '␟nPosition.evidence␟') from "PolicyAction" evidence_3 where evidence_3."id" = positions_2."evidencePolicyActionId"
    ) end, 'null') || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."stance" = any($2::text[]::"Stance"[])))) order by position."sinceEarliest" asc,position."id" asc limit 50
    ) positions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $3 and actor_1."retractedAt" is null
), 'null') as "json";
