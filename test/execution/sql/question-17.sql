select coalesce((
  select coalesce('{"title":' || to_json(proposal_1."title")::text || ',"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relatedFrom_2."kind" || '","weight":' || coalesce((case when relatedFrom_2."kind" in ('ENDORSES', 'CONTRADICTS') then coalesce(relatedFrom_2."weight", 1) end)::text, 'null') || ',"weightReason":' || coalesce(to_json(relatedFrom_2."weightReason")::text, 'null') || ',"proposal":' || (
      select coalesce('{"slug":"' || proposal_3."slug" || '","title":' || to_json(proposal_3."title")::text || '}', '␟nProposalRelation.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = relatedFrom_2."targetId"
    ) || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nProposalRelation.sources␟'), ',') from (
        select sources_3.* from "ProposalRelationSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."proposalId" = relatedFrom_2."proposalId" and link."relatedId" = relatedFrom_2."relatedId" and link."kind" = relatedFrom_2."kind" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = proposal_1."id" and target."retractedAt" is null and link."kind" = any($1::text[]::"ProposalRelationKind"[]) order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || '],"leanings":{"totalCount":' || (
    select count(*)::text from (
      select proposal_1."id" as "id"
    ) parent cross join lateral ( select from (
      select counted.*, actor."name" as "name", counted."considered" >= $2::integer as "enough", case when counted."considered" >= $3::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
        select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
      ) sided where (related."leaningOn" = parent."id" and position."holderId" in (
        select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($4::text[]::"ActorKind"[]))
      )) group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and (actor."kind" = any($5::text[]::"ActorKind"[]))
    ) leaning where true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"holder":' || (
      select coalesce('{"name":' || to_json(holder_3."name")::text || '}', '␟nLeaning.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = leanings_2."holderId"
    ) || ',"for":' || (leanings_2."for")::text || ',"against":' || (leanings_2."against")::text || ',"abstained":' || (leanings_2."abstained")::text || ',"other":' || (leanings_2."other")::text || ',"considered":' || (leanings_2."considered")::text || ',"enough":' || (leanings_2."enough")::text || ',"score":' || coalesce((leanings_2."score")::text, 'null') || ',"formula":' || (
      select coalesce('{"name":' || to_json(formula_3."name")::text || ',"version":' || to_json(formula_3."version")::text || ',"definition":' || to_json(formula_3."definition")::text || ',"reference":' || to_json(formula_3."reference")::text || '}', '␟nLeaning.formula␟') from (
        select $6::text as "name", $7::text as "version", $8::text as "definition", $9::text as "reference"
      ) formula_3
    ) || ',"positions":{"nodes":[' || coalesce((
      select string_agg(coalesce('{"stance":"' || positions_3."stance" || '","since":' || to_json(positions_3."since")::text || ',"subject":' || case when positions_3."proposalId" is not null then (
        select coalesce('{"slug":"' || subject_4."slug" || '"}', '␟nPosition.subject␟') from "Proposal" subject_4 where subject_4."id" = positions_3."proposalId"
      ) when positions_3."policyActionId" is not null then (
        select coalesce('{"slug":"' || subject_4."slug" || '"}', '␟nPosition.subject␟') from "PolicyAction" subject_4 where subject_4."id" = positions_3."policyActionId"
      ) end || ',"evidence":' || coalesce(case when positions_3."evidenceStatementId" is not null then (
        select coalesce('{"slug":"' || evidence_4."slug" || '"}', '␟nPosition.evidence␟') from "Statement" evidence_4 where evidence_4."id" = positions_3."evidenceStatementId"
      ) when positions_3."evidenceRollCallId" is not null then (
        select coalesce('{"slug":"' || evidence_4."slug" || '"}', '␟nPosition.evidence␟') from "RollCall" evidence_4 where evidence_4."id" = positions_3."evidenceRollCallId"
      ) when positions_3."evidencePolicyActionId" is not null then (
        select coalesce('{"slug":"' || evidence_4."slug" || '"}', '␟nPosition.evidence␟') from "PolicyAction" evidence_4 where evidence_4."id" = positions_3."evidencePolicyActionId"
      ) end, 'null') || '}', '␟nPositionConnection.nodes␟'), ',') from (
        select leanings_2."positionIds" as "id"
      ) parent cross join lateral (
        select position.* from "Position" position where ((position."id" = any(parent."id"))) order by position."sinceEarliest" asc,position."id" asc limit 40
      ) positions_3
    ), '') || ']}}', '␟nLeaningConnection.nodes␟'), ',') from (
      select proposal_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, actor."name" as "name", counted."considered" >= $10::integer as "enough", case when counted."considered" >= $11::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where (related."leaningOn" = parent."id" and position."holderId" in (
          select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($12::text[]::"ActorKind"[]))
        )) group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and (actor."kind" = any($13::text[]::"ActorKind"[]))
      ) leaning where (true) order by coalesce(leaning."score", -2) desc,leaning."considered" desc,leaning."id" desc limit 250
    ) leanings_2
  ), '') || ']}}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $14 and proposal_1."retractedAt" is null
), 'null') as "json";
