select coalesce((
  select coalesce('{"slug":"' || actor_1."slug" || '","name":' || to_json(actor_1."name")::text || ',"kind":"' || actor_1."kind" || '","description":' || coalesce(to_json(actor_1."description")::text, 'null') || ',"region":' || coalesce('"' || actor_1."region" || '"', 'null') || ',"subregion":' || coalesce(to_json(actor_1."subregion")::text, 'null') || ',"existedDuring":' || coalesce(to_json(actor_1."existedDuring")::text, 'null') || ',"retractedAt":' || coalesce('"' || to_char(actor_1."retractedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null') || ',"retractionReason":' || coalesce(to_json(actor_1."retractionReason")::text, 'null') || ',"names":[' || coalesce((
    select string_agg(coalesce('{"value":' || to_json(names_2."value")::text || ',"language":' || coalesce(to_json(names_2."language")::text, 'null') || ',"kind":"' || names_2."kind" || '","during":' || coalesce(to_json(names_2."during")::text, 'null') || '}', '␟nActor.names␟'), ',') from (
      select names_2.* from "ActorName" names_2 where names_2."actorId" = actor_1."id" order by names_2."ordinal"
    ) names_2
  ), '') || '],"codes":[' || coalesce((
    select string_agg(coalesce('{"scheme":"' || codes_2."scheme" || '","value":' || to_json(codes_2."value")::text || '}', '␟nActor.codes␟'), ',') from (
      select codes_2.* from "ExternalCode" codes_2 where codes_2."actorId" = actor_1."id" order by codes_2."ordinal"
    ) codes_2
  ), '') || '],"positions":' || (
    with page as materialized (
      select listed.*, row_number() over () as "n" from (
        select actor_1."id" as "id"
      ) parent cross join lateral (
        select position.*, (position."sinceEarliest")::text as "key0", (position."id")::text as "key1" from "Position" position where ((position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
          select gone."id" from "Actor" gone where gone."retractedAt" is not null
        ))::int <> 1 and (position."subjectId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
        ))::int <> 1)) order by position."sinceEarliest" desc,position."id" desc limit 101
      ) listed
    ) select '{"totalCount":' || (
      select count(*)::text from (
        select actor_1."id" as "id"
      ) parent cross join lateral ( select from "Position" position where (position."holderId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) counted
    ) || ',"pageInfo":{"hasNextPage":' || exists (
      select from page where page."n" > 100
    )::text || ',"endCursor":' || coalesce((
      select '"␟c["Position.SINCE","DESC",' || to_json(page."key0") || ',' || to_json(page."key1") || ']␟"' from page where page."n" <= 100 order by page."n" desc limit 1
    ), 'null') || '},"nodes":[' || coalesce((
      select string_agg(coalesce('{"stance":"' || positions_2."stance" || '","basis":"' || positions_2."basis" || '","since":' || to_json(positions_2."since")::text || ',"sinceBounds":' || (
        select coalesce('{"earliest":' || coalesce('"' || sinceBounds_3."earliest" || '"', 'null') || ',"latest":' || coalesce('"' || sinceBounds_3."latest" || '"', 'null') || '}', '␟nPosition.sinceBounds␟') from (
          select nullif(positions_2."sinceEarliest", '0001-01-01'::date) as "earliest", nullif(positions_2."sinceLatest", '9999-12-31'::date) as "latest"
        ) sinceBounds_3 where positions_2."sinceEarliest" is not null
      ) || ',"conditions":' || coalesce(to_json(positions_2."conditions")::text, 'null') || ',"through":' || coalesce((
        select coalesce('{"slug":"' || through_3."slug" || '","name":' || to_json(through_3."name")::text || '}', '␟nPosition.through␟') from "Actor" named join "Actor" through_3 on through_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_2."throughId"
      ), 'null') || ',"subject":' || case when positions_2."proposalId" is not null then (
        select coalesce('{"__typename":"Proposal","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || ',"topics":[' || coalesce((
          select string_agg(coalesce('{"slug":"' || topics_4."slug" || '","name":' || to_json(topics_4."name")::text || '}', '␟nProposal.topics␟'), ',') from (
            select topics_4.* from "ProposalTopic" link join "Topic" topics_4 on topics_4."id" = link."topicId" where link."proposalId" = subject_3."id" and topics_4."retractedAt" is null order by link."ordinal", topics_4."id"
          ) topics_4
        ), '') || ']}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = positions_2."proposalId"
      ) when positions_2."policyActionId" is not null then (
        select coalesce('{"__typename":"PolicyAction","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = positions_2."policyActionId"
      ) end || ',"evidence":' || coalesce(case when positions_2."evidenceStatementId" is not null then (
        select coalesce('{"__typename":"Statement","slug":"' || evidence_3."slug" || '","summary":' || to_json(evidence_3."summary")::text || ',"speaker":' || coalesce((
          select coalesce('{"name":' || to_json(speaker_4."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_4 on speaker_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = evidence_3."speakerId"
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
      ), '') || ']}', '␟nPositionConnection.nodes␟'), ',') from page positions_2 where positions_2."n" <= 100
    ), '') || ']}'
  ) || ',"statements":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "Statement" statement where statement."retractedAt" is null and statement."id" in (
      select own."id" from "Statement" own where own."speakerId" = parent."id" union all select own."id" from "Statement" own where own."onBehalfOfId" = parent."id"
    ) and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || statements_2."slug" || '","madeOn":' || to_json(statements_2."madeOn")::text || ',"summary":' || to_json(statements_2."summary")::text || ',"speaker":' || coalesce((
      select coalesce('{"slug":"' || speaker_3."slug" || '","name":' || to_json(speaker_3."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_3 on speaker_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."speakerId"
    ), 'null') || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
        select sources_3.* from "StatementSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."statementId" = statements_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nStatementConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in (
        select own."id" from "Statement" own where own."speakerId" = parent."id" union all select own."id" from "Statement" own where own."onBehalfOfId" = parent."id"
      ) and true) order by statement."madeOnEarliest" desc,statement."id" desc limit 10
    ) statements_2
  ), '') || ']},"policyActions":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "PolicyAction" action where action."retractedAt" is null and action."id" in (
      select own."id" from "PolicyAction" own where own."agentId" = parent."id" union all select own."id" from "PolicyAction" own where own."throughId" = parent."id" union all select target."policyActionId" from "PolicyActionTarget" target where target."actorId" = parent."id"
    ) and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || policyActions_2."slug" || '","title":' || to_json(policyActions_2."title")::text || ',"announcedOn":' || coalesce(to_json(policyActions_2."announcedOn")::text, 'null') || ',"during":' || coalesce(to_json(policyActions_2."during")::text, 'null') || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nPolicyAction.sources␟'), ',') from (
        select sources_3.* from "PolicyActionSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."policyActionId" = policyActions_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nPolicyActionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select action.* from "PolicyAction" action where (action."retractedAt" is null and action."id" in (
        select own."id" from "PolicyAction" own where own."agentId" = parent."id" union all select own."id" from "PolicyAction" own where own."throughId" = parent."id" union all select target."policyActionId" from "PolicyActionTarget" target where target."actorId" = parent."id"
      ) and true) order by coalesce(action."announcedOnEarliest",action."duringEarliest", '9999-12-31'::date) desc,action."id" desc limit 20
    ) policyActions_2
  ), '') || ']},"affiliations":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "Affiliation" affiliation where affiliation."memberId" = parent."id" and affiliation."retractedAt" is null and true and true) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || affiliations_2."kind" || '","role":' || coalesce(to_json(affiliations_2."role")::text, 'null') || ',"acting":' || (affiliations_2."acting")::text || ',"during":' || coalesce(to_json(affiliations_2."during")::text, 'null') || ',"organization":' || (
      select coalesce('{"slug":"' || organization_3."slug" || '","name":' || to_json(organization_3."name")::text || '}', '␟nAffiliation.organization␟') from "Actor" named join "Actor" organization_3 on organization_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = affiliations_2."organizationId"
    ) || '}', '␟nAffiliationConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select affiliation.* from "Affiliation" affiliation where (affiliation."memberId" = parent."id" and affiliation."retractedAt" is null and true and true) order by coalesce(affiliation."duringEarliest", '9999-12-31'::date) asc,affiliation."id" asc limit 60
    ) affiliations_2
  ), '') || ']},"contradictions":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from ( select latest."subjectId", latest."proposalId", latest."policyActionId", array_agg(latest."id" order by latest."sinceLatest" desc, latest."recordedAt" desc, latest."id" desc) as "positionIds" from ( select distinct on (position."subjectId", position."basis") position.* from "Position" position where position."holderId" = parent."id" and position."retractedAt" is null and position."subjectId" in (
      select replaced."subjectId" from "Position" replaced where replaced."holderId" = parent."id" and replaced."standingUntil" < '9999-12-31'::date
    ) order by position."subjectId", position."basis", position."sinceLatest" desc, position."recordedAt" desc, position."id" desc ) latest group by latest."subjectId", latest."proposalId", latest."policyActionId" having count(distinct latest."stance") > 1 ) contradiction left join "Proposal" proposal on proposal."id" = contradiction."proposalId" left join "PolicyAction" action on action."id" = contradiction."policyActionId" where (contradiction."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"subject":' || case when contradictions_2."proposalId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nContradiction.subject␟') from "Proposal" subject_3 where subject_3."id" = contradictions_2."proposalId"
    ) when contradictions_2."policyActionId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nContradiction.subject␟') from "PolicyAction" subject_3 where subject_3."id" = contradictions_2."policyActionId"
    ) end || ',"positions":[' || coalesce((
      select string_agg(coalesce('{"stance":"' || positions_3."stance" || '","basis":"' || positions_3."basis" || '","since":' || to_json(positions_3."since")::text || '}', '␟nContradiction.positions␟'), ',') from (
        select positions_3.* from unnest(contradictions_2."positionIds") with ordinality as listed("id", "n") join "Position" positions_3 on positions_3."id" = listed."id" order by listed."n"
      ) positions_3
    ), '') || ']}', '␟nContradictionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select contradiction.* from ( select latest."subjectId", latest."proposalId", latest."policyActionId", array_agg(latest."id" order by latest."sinceLatest" desc, latest."recordedAt" desc, latest."id" desc) as "positionIds" from ( select distinct on (position."subjectId", position."basis") position.* from "Position" position where position."holderId" = parent."id" and position."retractedAt" is null and position."subjectId" in (
        select replaced."subjectId" from "Position" replaced where replaced."holderId" = parent."id" and replaced."standingUntil" < '9999-12-31'::date
      ) order by position."subjectId", position."basis", position."sinceLatest" desc, position."recordedAt" desc, position."id" desc ) latest group by latest."subjectId", latest."proposalId", latest."policyActionId" having count(distinct latest."stance") > 1 ) contradiction left join "Proposal" proposal on proposal."id" = contradiction."proposalId" left join "PolicyAction" action on action."id" = contradiction."policyActionId" where ((contradiction."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1) order by coalesce(proposal."title", action."title") asc,contradiction."subjectId" asc limit 10
    ) contradictions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

select '[' || coalesce((
  select case when count(*) > 10000 then '␟e0 ␟' else string_agg(coalesce('{"stance":' || coalesce('"' || positionCounts_1."stance" || '"', 'null') || ',"basis":' || coalesce('"' || positionCounts_1."basis" || '"', 'null') || ',"count":' || (positionCounts_1."count")::text || '}', '␟nQuery.positionCounts␟'), ',') end from (
    select counted.*, null::uuid as "holderId", null::text as "holderKind", null::uuid as "proposalId", null::uuid as "policyActionId", null::uuid as "topicId", null::text as "year", null::text as "month" from ( select held."stance" as "stance",held."basis" as "basis",sum(held."count")::int as "count" from ( select position."stance" as "stance",position."basis" as "basis",count(*) as "count" from (
      select position.* from "Position" position where position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."holderId" in (
        select actor."id" from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
          select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
        ))
      )) 
    ) position group by 1,2 ) held group by 1,2 limit $2 ) counted order by counted."stance",counted."basis"
  ) positionCounts_1
), '') || ']' as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
