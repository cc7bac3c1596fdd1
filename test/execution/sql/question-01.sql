select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || stanceCounts_2."stance" || '","count":' || (stanceCounts_2."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = proposal_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || '],"supporters":{"totalCount":' || (
    select count(*)::text from (
      select proposal_1."id" as "id"
    ) parent cross join lateral ( select from "Actor" actor where actor."retractedAt" is null and actor."id" in (
      select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and position."standingUntil" = '9999-12-31'::date
    ) and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"name":' || to_json(supporters_2."name")::text || ',"kind":"' || supporters_2."kind" || '"}', '␟nActorConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $2::text::"Stance" and position."standingUntil" = '9999-12-31'::date
      ) and true) order by actor."name" asc,actor."id" asc limit 50
    ) supporters_2
  ), '') || ']},"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || ',"through":' || coalesce((
      select coalesce('{"name":' || to_json(through_3."name")::text || '}', '␟nPosition.through␟') from "Actor" named join "Actor" through_3 on through_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."throughId"
    ), 'null') || ',"stance":"' || positions_2."stance" || '","since":' || to_json(positions_2."since")::text || ',"basis":"' || positions_2."basis" || '","evidence":' || coalesce(case when positions_2."evidenceStatementId" is not null then (
      select coalesce('{"__typename":"Statement","speaker":' || coalesce((
        select coalesce('{"name":' || to_json(speaker_4."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_4 on speaker_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = evidence_3."speakerId"
      ), 'null') || ',"onBehalfOf":' || coalesce((
        select coalesce('{"name":' || to_json(onBehalfOf_4."name")::text || '}', '␟nStatement.onBehalfOf␟') from "Actor" named join "Actor" onBehalfOf_4 on onBehalfOf_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = evidence_3."onBehalfOfId"
      ), 'null') || ',"madeOn":' || to_json(evidence_3."madeOn")::text || ',"summary":' || to_json(evidence_3."summary")::text || ',"sources":[' || coalesce((
        select string_agg(coalesce('{"title":' || to_json(sources_4."title")::text || ',"url":' || coalesce(to_json(sources_4."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
          select sources_4.* from "StatementSource" link join "Source" sources_4 on sources_4."id" = link."sourceId" where link."statementId" = evidence_3."id" and sources_4."retractedAt" is null order by link."ordinal", sources_4."id"
        ) sources_4
      ), '') || ']}', '␟nPosition.evidence␟') from "Statement" evidence_3 where evidence_3."id" = positions_2."evidenceStatementId"
    ) when positions_2."evidenceRollCallId" is not null then (
      select coalesce('{"__typename":"RollCall","heldOn":' || to_json(evidence_3."heldOn")::text || ',"proposal":' || (
        select coalesce('{"title":' || to_json(proposal_4."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_4 where proposal_4."id" = evidence_3."proposalId"
      ) || ',"sources":[' || coalesce((
        select string_agg(coalesce('{"title":' || to_json(sources_4."title")::text || ',"url":' || coalesce(to_json(sources_4."url")::text, 'null') || '}', '␟nRollCall.sources␟'), ',') from (
          select sources_4.* from "RollCallSource" link join "Source" sources_4 on sources_4."id" = link."sourceId" where link."rollCallId" = evidence_3."id" and sources_4."retractedAt" is null order by link."ordinal", sources_4."id"
        ) sources_4
      ), '') || ']}', '␟nPosition.evidence␟') from "RollCall" evidence_3 where evidence_3."id" = positions_2."evidenceRollCallId"
    ) when positions_2."evidencePolicyActionId" is not null then (
      select '{"__typename":"PolicyAction"}' from "PolicyAction" evidence_3 where evidence_3."id" = positions_2."evidencePolicyActionId"
    ) end, 'null') || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."subjectId" = parent."id" and (position."sinceEarliest" <= $3::date and position."sinceLatest" <= $4::date and position."standingUntil" > $5::date) and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."stance" = any($6::text[]::"Stance"[])))) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $7 and proposal_1."retractedAt" is null
), 'null') as "json";
