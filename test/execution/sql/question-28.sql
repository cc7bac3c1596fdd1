select coalesce((
  select coalesce('{"name":' || to_json(actor_1."name")::text || ',"statements":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "Statement" statement where statement."retractedAt" is null and statement."id" in (
      select own."id" from "Statement" own where own."speakerId" = parent."id" union all select own."id" from "Statement" own where own."onBehalfOfId" = parent."id"
    ) and (statement."id" in (
      select mention."statementId" from "StatementMention" mention where mention."proposalId" in (
        select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
          select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($1::text[]) and topic."retractedAt" is null
        ))
      )
    ) and (statement."madeOnEarliest" <= $2::date and statement."madeOnLatest" >= $3::date and statement."madeOnEarliest" is not null))) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || statements_2."slug" || '","madeOn":' || to_json(statements_2."madeOn")::text || ',"madeOnBounds":' || (
      select coalesce('{"earliest":' || coalesce('"' || madeOnBounds_3."earliest" || '"', 'null') || ',"latest":' || coalesce('"' || madeOnBounds_3."latest" || '"', 'null') || '}', '␟nStatement.madeOnBounds␟') from (
        select nullif(statements_2."madeOnEarliest", '0001-01-01'::date) as "earliest", nullif(statements_2."madeOnLatest", '9999-12-31'::date) as "latest"
      ) madeOnBounds_3 where statements_2."madeOnEarliest" is not null
    ) || ',"summary":' || to_json(statements_2."summary")::text || ',"speaker":' || coalesce((
      select coalesce('{"name":' || to_json(speaker_3."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_3 on speaker_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = statements_2."speakerId"
    ), 'null') || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"publisher":' || coalesce(to_json(sources_3."publisher")::text, 'null') || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nStatement.sources␟'), ',') from (
        select sources_3.* from "StatementSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."statementId" = statements_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nStatementConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in (
        select own."id" from "Statement" own where own."speakerId" = parent."id" union all select own."id" from "Statement" own where own."onBehalfOfId" = parent."id"
      ) and (statement."id" in (
        select mention."statementId" from "StatementMention" mention where mention."proposalId" in (
          select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
            select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($4::text[]) and topic."retractedAt" is null
          ))
        )
      ) and (statement."madeOnEarliest" <= $5::date and statement."madeOnLatest" >= $6::date and statement."madeOnEarliest" is not null))) order by statement."madeOnEarliest" desc,statement."id" desc limit 100
    ) statements_2
  ), '') || ']},"positions":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "Position" position where (position."holderId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((proposal."id" in (
      select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($7::text[]) and topic."retractedAt" is null
    ))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and ((action."id" in (
      select bearing."policyActionId" from "PolicyActionBearing" bearing where bearing."proposalId" in (
        select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
          select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($8::text[]) and topic."retractedAt" is null
        ))
      )
    )))) and ((position."sinceEarliest" <= $9::date and position."sinceLatest" >= $10::date and position."sinceEarliest" is not null) and position."sinceEarliest" >= $11::date - least((
      select coalesce(max(wide."sinceLatest" - wide."sinceEarliest"), 31) from "Position" wide where wide."sinceLatest" - wide."sinceEarliest" > 31
    ), $12::date - '0001-01-01'::date))))) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"since":' || to_json(positionHistory_2."since")::text || ',"sinceBounds":' || (
      select coalesce('{"earliest":' || coalesce('"' || sinceBounds_3."earliest" || '"', 'null') || ',"latest":' || coalesce('"' || sinceBounds_3."latest" || '"', 'null') || '}', '␟nPosition.sinceBounds␟') from (
        select nullif(positionHistory_2."sinceEarliest", '0001-01-01'::date) as "earliest", nullif(positionHistory_2."sinceLatest", '9999-12-31'::date) as "latest"
      ) sinceBounds_3 where positionHistory_2."sinceEarliest" is not null
    ) || ',"basis":"' || positionHistory_2."basis" || '","evidence":' || coalesce(case when positionHistory_2."evidenceStatementId" is not null then (
      select coalesce('{"summary":' || to_json(evidence_3."summary")::text || ',"speaker":' || coalesce((
        select coalesce('{"name":' || to_json(speaker_4."name")::text || '}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_4 on speaker_4."id" = coalesce(named."mergedIntoId", named."id") where named."id" = evidence_3."speakerId"
      ), 'null') || '}', '␟nPosition.evidence␟') from "Statement" evidence_3 where evidence_3."id" = positionHistory_2."evidenceStatementId"
    ) when positionHistory_2."evidenceRollCallId" is not null then (
      select '{}' from "RollCall" evidence_3 where evidence_3."id" = positionHistory_2."evidenceRollCallId"
    ) when positionHistory_2."evidencePolicyActionId" is not null then (
      select '{}' from "PolicyAction" evidence_3 where evidence_3."id" = positionHistory_2."evidencePolicyActionId"
    ) end, 'null') || ',"stance":"' || positionHistory_2."stance" || '","subject":' || case when positionHistory_2."proposalId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = positionHistory_2."proposalId"
    ) when positionHistory_2."policyActionId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = positionHistory_2."policyActionId"
    ) end || ',"allSources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(allSources_3."title")::text || ',"publisher":' || coalesce(to_json(allSources_3."publisher")::text, 'null') || ',"url":' || coalesce(to_json(allSources_3."url")::text, 'null') || '}', '␟nPosition.allSources␟'), ',') from (
        select allSources_3.* from (
          select distinct on (each."sourceId") each.* from (
            select cited."sourceId", 0 as "place", cited."ordinal" from "PositionSource" cited where cited."positionId" = positionHistory_2."id" union all select cited."sourceId", 1 as "place", cited."ordinal" from "StatementSource" cited where cited."statementId" = positionHistory_2."evidenceStatementId" union all select cited."sourceId", 2 as "place", cited."ordinal" from "RollCallSource" cited where cited."rollCallId" = positionHistory_2."evidenceRollCallId" union all select cited."sourceId", 3 as "place", cited."ordinal" from "PolicyActionSource" cited where cited."policyActionId" = positionHistory_2."evidencePolicyActionId" union all select cited."sourceId", 4 as "place", cited."ordinal" from "ProposalSource" cited where cited."proposalId" = positionHistory_2."proposalId" and positionHistory_2."basis" = 'SPONSORSHIP'
          ) each order by each."sourceId", each."place", each."ordinal"
        ) cited join "Source" source on source."id" = cited."sourceId" cross join lateral (
          select source.*, cited."place", cited."ordinal"
        ) allSources_3 where source."retractedAt" is null order by allSources_3."place", allSources_3."ordinal", allSources_3."id"
      ) allSources_3
    ), '') || ']}', '␟nPositionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."holderId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and ((proposal."id" in (
        select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($13::text[]) and topic."retractedAt" is null
      ))) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and ((action."id" in (
        select bearing."policyActionId" from "PolicyActionBearing" bearing where bearing."proposalId" in (
          select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
            select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($14::text[]) and topic."retractedAt" is null
          ))
        )
      )))) and ((position."sinceEarliest" <= $15::date and position."sinceLatest" >= $16::date and position."sinceEarliest" is not null) and position."sinceEarliest" >= $17::date - least((
        select coalesce(max(wide."sinceLatest" - wide."sinceEarliest"), 31) from "Position" wide where wide."sinceLatest" - wide."sinceEarliest" > 31
      ), $18::date - '0001-01-01'::date))))) order by position."sinceEarliest" desc,position."id" desc limit 100
    ) positionHistory_2
  ), '') || ']},"policyActions":{"totalCount":' || (
    select count(*)::text from (
      select actor_1."id" as "id"
    ) parent cross join lateral ( select from "PolicyAction" action where action."retractedAt" is null and action."id" in (
      select own."id" from "PolicyAction" own where own."agentId" = parent."id" union all select own."id" from "PolicyAction" own where own."throughId" = parent."id" union all select target."policyActionId" from "PolicyActionTarget" target where target."actorId" = parent."id"
    ) and (action."id" in (
      select bearing."policyActionId" from "PolicyActionBearing" bearing where bearing."proposalId" in (
        select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
          select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($19::text[]) and topic."retractedAt" is null
        ))
      )
    ) and (((action."announcedOnEarliest" <= $20::date and action."announcedOnLatest" >= $21::date and action."announcedOnEarliest" is not null)) or ((action."duringEarliest" <= $22::date and action."duringLatest" >= $23::date and action."duringEarliest" is not null))))) counted
  ) || ',"nodes":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || policyActions_2."slug" || '","title":' || to_json(policyActions_2."title")::text || ',"announcedOn":' || coalesce(to_json(policyActions_2."announcedOn")::text, 'null') || ',"announcedOnBounds":' || coalesce((
      select coalesce('{"earliest":' || coalesce('"' || announcedOnBounds_3."earliest" || '"', 'null') || ',"latest":' || coalesce('"' || announcedOnBounds_3."latest" || '"', 'null') || '}', '␟nPolicyAction.announcedOnBounds␟') from (
        select nullif(policyActions_2."announcedOnEarliest", '0001-01-01'::date) as "earliest", nullif(policyActions_2."announcedOnLatest", '9999-12-31'::date) as "latest"
      ) announcedOnBounds_3 where policyActions_2."announcedOnEarliest" is not null
    ), 'null') || ',"during":' || coalesce(to_json(policyActions_2."during")::text, 'null') || ',"sources":[' || coalesce((
      select string_agg(coalesce('{"title":' || to_json(sources_3."title")::text || ',"publisher":' || coalesce(to_json(sources_3."publisher")::text, 'null') || ',"url":' || coalesce(to_json(sources_3."url")::text, 'null') || '}', '␟nPolicyAction.sources␟'), ',') from (
        select sources_3.* from "PolicyActionSource" link join "Source" sources_3 on sources_3."id" = link."sourceId" where link."policyActionId" = policyActions_2."id" and sources_3."retractedAt" is null order by link."ordinal", sources_3."id"
      ) sources_3
    ), '') || ']}', '␟nPolicyActionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select action.* from "PolicyAction" action where (action."retractedAt" is null and action."id" in (
        select own."id" from "PolicyAction" own where own."agentId" = parent."id" union all select own."id" from "PolicyAction" own where own."throughId" = parent."id" union all select target."policyActionId" from "PolicyActionTarget" target where target."actorId" = parent."id"
      ) and (action."id" in (
        select bearing."policyActionId" from "PolicyActionBearing" bearing where bearing."proposalId" in (
          select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."id" in (
            select about."proposalId" from "ProposalTopic" about join "Topic" topic on topic."id" = about."topicId" where topic."slug" = any($24::text[]) and topic."retractedAt" is null
          ))
        )
      ) and (((action."announcedOnEarliest" <= $25::date and action."announcedOnLatest" >= $26::date and action."announcedOnEarliest" is not null)) or ((action."duringEarliest" <= $27::date and action."duringLatest" >= $28::date and action."duringEarliest" is not null))))) order by coalesce(action."announcedOnEarliest",action."duringEarliest", '9999-12-31'::date) desc,action."id" desc limit 100
    ) policyActions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $29 and actor_1."retractedAt" is null
), 'null') as "json";
