select coalesce((
  select coalesce('{"slug":"' || proposal_1."slug" || '","title":' || to_json(proposal_1."title")::text || ',"summary":' || coalesce(to_json(proposal_1."summary")::text, 'null') || ',"kind":"' || proposal_1."kind" || '","status":"' || proposal_1."status" || '","date":' || coalesce(to_json(coalesce(proposal_1."proposedOn", (
    select vote."heldOn" from (
      select vote.* from "RollCall" vote where vote."proposalId" = proposal_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
    ) vote
  )))::text, 'null') || ',"venue":' || coalesce(to_json(proposal_1."venue")::text, 'null') || ',"note":' || coalesce(to_json(proposal_1."note")::text, 'null') || ',"version":' || (proposal_1."version")::text || ',"updatedAt":"' || to_char(proposal_1."updatedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","retractedAt":' || coalesce('"' || to_char(proposal_1."retractedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || ',"retractionReason":' || coalesce(to_json(proposal_1."retractionReason")::text, 'null') || ',"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || stanceCounts_2."stance" || '","count":' || (stanceCounts_2."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = proposal_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || '],"sponsors":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || sponsors_2."slug" || '","name":' || to_json(sponsors_2."name")::text || '}', '␟nProposal.sponsors␟'), ',') from (
      select sponsors_2.* from "ProposalSponsor" link join "Actor" sponsors_2 on sponsors_2."id" = link."actorId" where link."proposalId" = proposal_1."id" and sponsors_2."retractedAt" is null order by link."ordinal", sponsors_2."id"
    ) sponsors_2
  ), '') || '],"topics":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || topics_2."slug" || '","name":' || to_json(topics_2."name")::text || '}', '␟nProposal.topics␟'), ',') from (
      select topics_2.* from "ProposalTopic" link join "Topic" topics_2 on topics_2."id" = link."topicId" where link."proposalId" = proposal_1."id" and topics_2."retractedAt" is null order by link."ordinal", topics_2."id"
    ) topics_2
  ), '') || '],"sources":[' || coalesce((
    select string_agg(coalesce('{"title":' || to_json(sources_2."title")::text || ',"publisher":' || coalesce(to_json(sources_2."publisher")::text, 'null') || ',"url":' || coalesce(to_json(sources_2."url")::text, 'null') || '}', '␟nProposal.sources␟'), ',') from (
      select sources_2.* from "ProposalSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."proposalId" = proposal_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || '],"relations":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relations_2."kind" || '","proposal":' || (
      select coalesce('{"slug":"' || proposal_3."slug" || '","title":' || to_json(proposal_3."title")::text || ',"date":' || coalesce(to_json(coalesce(proposal_3."proposedOn", (
        select vote."heldOn" from (
          select vote.* from "RollCall" vote where vote."proposalId" = proposal_3."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )))::text, 'null') || '}', '␟nProposalRelation.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = relations_2."targetId"
    ) || '}', '␟nProposal.relations␟'), ',') from (
      select relations_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."relatedId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relations_2 where link."proposalId" = proposal_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) relations_2
  ), '') || '],"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relatedFrom_2."kind" || '","proposal":' || (
      select coalesce('{"slug":"' || proposal_3."slug" || '","title":' || to_json(proposal_3."title")::text || ',"date":' || coalesce(to_json(coalesce(proposal_3."proposedOn", (
        select vote."heldOn" from (
          select vote.* from "RollCall" vote where vote."proposalId" = proposal_3."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )))::text, 'null') || '}', '␟nProposalRelation.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = relatedFrom_2."targetId"
    ) || '}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = proposal_1."id" and target."retractedAt" is null and true order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || '],"rollCalls":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || rollCalls_2."slug" || '","heldOn":' || to_json(rollCalls_2."heldOn")::text || ',"body":' || (
      select coalesce('{"name":' || to_json(body_3."name")::text || '}', '␟nRollCall.body␟') from "Actor" named join "Actor" body_3 on body_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = rollCalls_2."bodyId"
    ) || ',"session":' || coalesce((rollCalls_2."session")::text, 'null') || ',"absences":[' || coalesce((
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
      select coalesce('{"yes":' || coalesce((counted_3."yes")::text, 'null') || ',"no":' || coalesce((counted_3."no")::text, 'null') || ',"abstain":' || coalesce((counted_3."abstain")::text, 'null') || ',"absent":' || coalesce((counted_3."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
        select rollCalls_2."countedYes" as "yes",rollCalls_2."countedNo" as "no",rollCalls_2."countedAbstain" as "abstain",rollCalls_2."countedAbsent" as "absent"
      ) counted_3
    ) || ',"stated":' || coalesce((
      select coalesce('{"yes":' || coalesce((stated_3."yes")::text, 'null') || ',"no":' || coalesce((stated_3."no")::text, 'null') || ',"abstain":' || coalesce((stated_3."abstain")::text, 'null') || ',"absent":' || coalesce((stated_3."absent")::text, 'null') || '}', '␟nRollCallTally.stated␟') from (
        select rollCalls_2."statedYes" as "yes",rollCalls_2."statedNo" as "no",rollCalls_2."statedAbstain" as "abstain",rollCalls_2."statedAbsent" as "absent"
      ) stated_3 where num_nonnulls(stated_3."yes", stated_3."no", stated_3."abstain", stated_3."absent") > 0
    ), 'null') || '}}', '␟nRollCallConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select roll_call.* from "RollCall" roll_call where ((roll_call."proposalId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 5
    ) rollCalls_2
  ), '') || ']},"positions":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select proposal_1."id" as "id"
      ) parent cross join lateral (
        select position.*, ((
          select related."name" from "Actor" related where related."id" = position."holderId"
        ))::text as "key0", (position."id")::text as "key1" from "Position" position where ((position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
          select gone."id" from "Actor" gone where gone."retractedAt" is not null
        ))::int <> 1 and (position."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)) order by (
          select related."name" from "Actor" related where related."id" = position."holderId"
        ) asc,position."id" asc limit 251
      ) listed
    ) select '{"totalCount":' || (
      select count(*)::text from (
        select proposal_1."id" as "id"
      ) parent cross join lateral ( select from "Position" position where (position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) counted
    ) || ',"pageInfo":{"hasNextPage":' || exists (
      select from page where page."n" > 250
    )::text || ',"endCursor":' || coalesce((
      select '"␟c["Position.HOLDER","ASC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 250 order by page."n" desc limit 1
    ), 'null') || '},"nodes":[' || coalesce((
      select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟","stance":"' || positions_2."stance" || '","basis":"' || positions_2."basis" || '","since":' || to_json(positions_2."since")::text || ',"conditions":' || coalesce(to_json(positions_2."conditions")::text, 'null') || ',"holder":' || (
        select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || ',"kind":"' || holder_3."kind" || '","codes":[' || coalesce((
          select string_agg(coalesce('{"scheme":"' || codes_4."scheme" || '","value":' || to_json(codes_4."value")::text || '}', '␟nActor.codes␟'), ',') from (
            select codes_4.* from "ExternalCode" codes_4 where codes_4."actorId" = holder_3."id" order by codes_4."ordinal"
          ) codes_4
        ), '') || ']}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."holderId"
      ) || ',"through":' || coalesce((
        select coalesce('{"slug":"' || through_3."slug" || '","name":' || to_json(through_3."name")::text || '}', '␟nPosition.through␟') from "Actor" named join "Actor" through_3 on through_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."throughId"
      ), 'null') || ',"evidence":' || coalesce(case when positions_2."evidenceStatementId" is not null then (
        select coalesce('{"__typename":"Statement","slug":"' || evidence_3."slug" || '","summary":' || to_json(evidence_3."summary")::text || ',"madeOn":' || to_json(evidence_3."madeOn")::text || ',"speaker":' || coalesce((
          select coalesce('{"name":' || to_json(speaker_4."name")::text || ',"slug":"' || speaker_4."slug" || '"}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_4 on speaker_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = evidence_3."speakerId"
        ), 'null') || '}', '␟nPosition.evidence␟') from "Statement" evidence_3 where evidence_3."id" = positions_2."evidenceStatementId"
      ) when positions_2."evidenceRollCallId" is not null then (
        select coalesce('{"__typename":"RollCall","slug":"' || evidence_3."slug" || '","heldOn":' || to_json(evidence_3."heldOn")::text || '}', '␟nPosition.evidence␟') from "RollCall" evidence_3 where evidence_3."id" = positions_2."evidenceRollCallId"
      ) when positions_2."evidencePolicyActionId" is not null then (
        select coalesce('{"__typename":"PolicyAction","slug":"' || evidence_3."slug" || '","title":' || to_json(evidence_3."title")::text || '}', '␟nPosition.evidence␟') from "PolicyAction" evidence_3 where evidence_3."id" = positions_2."evidencePolicyActionId"
      ) end, 'null') || ',"allSources":[' || coalesce((
        select string_agg(coalesce('{"title":' || to_json(allSources_3."title")::text || ',"url":' || coalesce(to_json(allSources_3."url")::text, 'null') || '}', '␟nPosition.allSources␟'), ',') from (
          select allSources_3.* from (
            select distinct on (each."sourceId") each.* from (
              select cited."sourceId", 0 as "place", cited."ordinal" from "PositionSource" cited where cited."positionId" = positions_2."id" union all select cited."sourceId", 1 as "place", cited."ordinal" from "StatementSource" cited where cited."statementId" = positions_2."evidenceStatementId" union all select cited."sourceId", 2 as "place", cited."ordinal" from "RollCallSource" cited where cited."rollCallId" = positions_2."evidenceRollCallId" union all select cited."sourceId", 3 as "place", cited."ordinal" from "PolicyActionSource" cited where cited."policyActionId" = positions_2."evidencePolicyActionId" union all select cited."sourceId", 4 as "place", cited."ordinal" from "ProposalSource" cited where cited."proposalId" = positions_2."proposalId" and positions_2."basis" = 'SPONSORSHIP'
            ) each order by each."sourceId", each."place", each."ordinal"
          ) cited join "Source" source on source."id" = cited."sourceId" cross join lateral (
            select source.*, cited."place", cited."ordinal"
          ) allSources_3 where source."retractedAt" is null order by allSources_3."place", allSources_3."ordinal", allSources_3."id"
        ) allSources_3
      ), '') || ']}', '␟nPositionConnection.nodes␟'), ',') from page positions_2 where positions_2."n" <= 250
    ), '') || ']}'
  ) || ',"leanings":{"totalCount":' || (
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
    select string_agg(coalesce('{"for":' || (leanings_2."for")::text || ',"against":' || (leanings_2."against")::text || ',"abstained":' || (leanings_2."abstained")::text || ',"considered":' || (leanings_2."considered")::text || ',"score":' || coalesce((leanings_2."score")::text, 'null') || ',"holder":' || (
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

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || actors_1."slug" || '","name":' || to_json(actors_1."name")::text || ',"members":{"totalCount":' || (
    select count(*)::text from (
      select actors_1."id" as "id"
    ) parent cross join lateral ( select from "Actor" actor where actor."retractedAt" is null and actor."id" in (
      select membership."memberId" from "Affiliation" membership where membership."organizationId" = parent."id" and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $1::date and membership."duringLatest" >= $2::date))
    ) and true) counted
  ) || '}}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and (actor."kind" = any($3::text[]::"ActorKind"[]))) order by actor."name" asc,actor."id" asc limit 100
  ) actors_1
), '') || ']}' as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
