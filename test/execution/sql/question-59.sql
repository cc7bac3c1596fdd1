select coalesce((
  select coalesce('{"slug":"' || proposal_1."slug" || '","title":' || to_json(proposal_1."title")::text || ',"summary":' || coalesce(to_json(proposal_1."summary")::text, 'null') || ',"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || stanceCounts_2."stance" || '","count":' || (stanceCounts_2."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = proposal_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || '],"rollCalls":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"heldOn":' || to_json(rollCalls_2."heldOn")::text || ',"absences":[' || coalesce((
      select string_agg(coalesce('{"actor":' || (
        select coalesce('{"slug":"' || actor_4."slug" || '","name":' || to_json(actor_4."name")::text || ',"codes":[' || coalesce((
          select string_agg(coalesce('{"scheme":"' || codes_5."scheme" || '","value":' || to_json(codes_5."value")::text || '}', '␟nActor.codes␟'), ',') from (
            select codes_5.* from "ExternalCode" codes_5 where codes_5."actorId" = actor_4."id" order by codes_5."ordinal"
          ) codes_5
        ), '') || ']}', '␟nAbsence.actor␟') from "Actor" named join "Actor" actor_4 on actor_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absences_3."actorId"
      ) || '}', '␟nRollCall.absences␟'), ',') from (
        select absences_3.* from "RollCallAbsence" link join "Actor" target on target."id" = link."actorId" cross join lateral (
          select link.*, target."id" as "targetId"
        ) absences_3 where link."rollCallId" = rollCalls_2."id" and target."retractedAt" is null and true order by target."name", target."id", link."ordinal"
      ) absences_3
    ), '') || '],"tally":{"counted":' || (
      select coalesce('{"absent":' || coalesce((counted_3."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
        select rollCalls_2."countedYes" as "yes",rollCalls_2."countedNo" as "no",rollCalls_2."countedAbstain" as "abstain",rollCalls_2."countedAbsent" as "absent"
      ) counted_3
    ) || '}}', '␟nRollCallConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select roll_call.* from "RollCall" roll_call where ((roll_call."proposalId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 5
    ) rollCalls_2
  ), '') || ']},"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || positions_2."stance" || '","basis":"' || positions_2."basis" || '","since":' || to_json(positions_2."since")::text || ',"holder":' || (
      select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || ',"kind":"' || holder_3."kind" || '","codes":[' || coalesce((
        select string_agg(coalesce('{"scheme":"' || codes_4."scheme" || '","value":' || to_json(codes_4."value")::text || '}', '␟nActor.codes␟'), ',') from (
          select codes_4.* from "ExternalCode" codes_4 where codes_4."actorId" = holder_3."id" order by codes_4."ordinal"
        ) codes_4
      ), '') || ']}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
    ) || '}', '␟nPositionConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by (
        select related."name" from "Actor" related where related."id" = position."holderId"
      ) asc,position."id" asc limit 250
    ) positions_2
  ), '') || ']},"leanings":{"totalCount":' || (
    select count(*)::text from (
      select proposal_1."id" as "id"
    ) parent cross join lateral ( select from (
      select counted.*, actor."name" as "name", counted."considered" >= $1::integer as "enough", case when counted."considered" >= $2::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
        select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
      ) sided where (related."leaningOn" = parent."id" and position."holderId" in (
        select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($3::text[]::"ActorKind"[]))
      )) group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and (actor."kind" = any($4::text[]::"ActorKind"[]))
    ) leaning where leaning."enough" = $5::boolean) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"for":' || (leanings_2."for")::text || ',"against":' || (leanings_2."against")::text || ',"considered":' || (leanings_2."considered")::text || ',"holder":' || (
      select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || ',"codes":[' || coalesce((
        select string_agg(coalesce('{"scheme":"' || codes_4."scheme" || '","value":' || to_json(codes_4."value")::text || '}', '␟nActor.codes␟'), ',') from (
          select codes_4.* from "ExternalCode" codes_4 where codes_4."actorId" = holder_3."id" order by codes_4."ordinal"
        ) codes_4
      ), '') || ']}', '␟nLeaning.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = leanings_2."holderId"
    ) || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, actor."name" as "name", counted."considered" >= $6::integer as "enough", case when counted."considered" >= $7::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where (related."leaningOn" = parent."id" and position."holderId" in (
          select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($8::text[]::"ActorKind"[]))
        )) group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and (actor."kind" = any($9::text[]::"ActorKind"[]))
      ) leaning where (leaning."enough" = $10::boolean) order by coalesce(leaning."score", -2) desc,leaning."considered" desc,leaning."id" desc limit 250
    ) leanings_2
  ), '') || ']}}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $11 and proposal_1."retractedAt" is null
), 'null') as "json";
