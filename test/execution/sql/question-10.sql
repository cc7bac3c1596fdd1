select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || holders_1."slug" || '","name":' || to_json(holders_1."name")::text || ',"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"subject":' || case when positions_2."proposalId" is not null then (
      select coalesce('{"title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = positions_2."proposalId"
    ) when positions_2."policyActionId" is not null then (
      select '{}' from "PolicyAction" subject_3 where subject_3."id" = positions_2."policyActionId"
    ) end || ',"stance":"' || positions_2."stance" || '","basis":"' || positions_2."basis" || '","evidence":' || coalesce(case when positions_2."evidenceStatementId" is not null then (
      select '{}' from "Statement" evidence_3 where evidence_3."id" = positions_2."evidenceStatementId"
    ) when positions_2."evidenceRollCallId" is not null then (
      select '{}' from "RollCall" evidence_3 where evidence_3."id" = positions_2."evidenceRollCallId"
    ) when positions_2."evidencePolicyActionId" is not null then (
      select coalesce('{"title":' || to_json(evidence_3."title")::text || '}', '␟nPosition.evidence␟') from "PolicyAction" evidence_3 where evidence_3."id" = positions_2."evidencePolicyActionId"
    ) end, 'null') || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select holders_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."slug" = any($1::text[])) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (action."slug" = any($2::text[])))))) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and ((actor."id" in (
      select position."holderId" from "Position" position where position."subjectId" = (
        select proposal."id" from "Proposal" proposal where proposal."slug" = $3 and proposal."retractedAt" is null union all select action."id" from "PolicyAction" action where action."slug" = $4 and action."retractedAt" is null
      ) and (position."standingUntil" = '9999-12-31'::date and position."stance" = any($5::text[]::"Stance"[]))
    ) and actor."id" in (
      select position."holderId" from "Position" position where position."subjectId" = (
        select proposal."id" from "Proposal" proposal where proposal."slug" = $6 and proposal."retractedAt" is null union all select action."id" from "PolicyAction" action where action."slug" = $7 and action."retractedAt" is null
      ) and (position."standingUntil" = '9999-12-31'::date and position."stance" = any($8::text[]::"Stance"[]))
    ))) and true) order by actor."name" asc,actor."id" asc limit 25
  ) holders_1
), '') || ']}' as "json";
