select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"supporters":{"totalCount":' || (
    select count(*)::text from (
      select proposal_1."id" as "id"
    ) parent cross join lateral ( select from "Actor" actor where actor."retractedAt" is null and actor."id" in (
      select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and (position."sinceEarliest" <= $2::date and position."sinceLatest" <= $3::date and position."standingUntil" > $4::date)
    ) and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"name":' || to_json(supporters_2."name")::text || ',"kind":"' || supporters_2."kind" || '"}', '␟nActorConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $5::text::"Stance" and (position."sinceEarliest" <= $6::date and position."sinceLatest" <= $7::date and position."standingUntil" > $8::date)
      ) and true) order by actor."name" asc,actor."id" asc limit 100
    ) supporters_2
  ), '') || ']},"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || ',"through":' || coalesce((
      select coalesce('{"name":' || to_json(through_3."name")::text || '}', '␟nPosition.through␟') from "Actor" named join "Actor" through_3 on through_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."throughId"
    ), 'null') || ',"since":' || to_json(positions_2."since")::text || ',"basis":"' || positions_2."basis" || '","version":' || (positions_2."version")::text || ',"recordedAt":"' || to_char(positions_2."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","evidence":' || coalesce(case when positions_2."evidenceStatementId" is not null then (
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
      select position.* from "Position" position where ((position."subjectId" = parent."id" and (position."sinceEarliest" <= $9::date and position."sinceLatest" <= $10::date and position."standingUntil" > $11::date) and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."stance" = any($12::text[]::"Stance"[])))) order by position."sinceEarliest" asc,position."id" asc limit 100
    ) positions_2
  ), '') || ']},"leanings":{"totalCount":' || (
    select count(*)::text from (
      select proposal_1."id" as "id"
    ) parent cross join lateral ( select from (
      select counted.*, actor."name" as "name", counted."considered" >= $13::integer as "enough", case when counted."considered" >= $14::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and (position."sinceEarliest" <= $15::date and position."sinceLatest" <= $16::date and position."standingUntil" > $17::date) cross join lateral (
        select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
      ) sided where (related."leaningOn" = parent."id" and position."holderId" in (
        select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($18::text[]::"ActorKind"[]))
      )) group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and (actor."kind" = any($19::text[]::"ActorKind"[]))
    ) leaning where leaning."enough" = $20::boolean) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"name":' || to_json(holder_3."name")::text || '}', '␟nLeaning.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = leanings_2."holderId"
    ) || ',"for":' || (leanings_2."for")::text || ',"considered":' || (leanings_2."considered")::text || ',"score":' || coalesce((leanings_2."score")::text, 'null') || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, actor."name" as "name", counted."considered" >= $21::integer as "enough", case when counted."considered" >= $22::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and (position."sinceEarliest" <= $23::date and position."sinceLatest" <= $24::date and position."standingUntil" > $25::date) cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where (related."leaningOn" = parent."id" and position."holderId" in (
          select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($26::text[]::"ActorKind"[]))
        )) group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and (actor."kind" = any($27::text[]::"ActorKind"[]))
      ) leaning where (leaning."enough" = $28::boolean) order by coalesce(leaning."score", -2) desc,leaning."considered" desc,leaning."id" desc limit 250
    ) leanings_2
  ), '') || ']}}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $29 and proposal_1."retractedAt" is null
), 'null') as "json";
