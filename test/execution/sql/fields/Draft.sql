-- Draft.changes: { draft(id: "draft_00000000000000000000000000") { changes { after } } }
select coalesce((
  select coalesce('{"changes":␟j0 ' || (json_build_array(draft_1."action", draft_1."entry", case draft_1."entityKind" when 'SOURCE' then ( select json_build_object( 'slug', t.slug, 'title', t.title, 'publisher', t.publisher, 'url', t.url, 'kind', t.kind, 'publishedOn', t."publishedOn", 'retrievedOn', t."retrievedOn"::text, 'language', t.language) from "Source" t where t.id = draft_1."entityId") when 'ACTOR' then ( select json_build_object( 'slug', t.slug, 'kind', t.kind, 'name', t.name, 'names', (
    select json_agg(json_build_object('value', n.value, 'language', n.language, 'kind', n.kind, 'during', n.during) order by n.ordinal) from "ActorName" n where n."actorId" = t.id
  ), 'description', t.description, 'codes', (
    select json_agg(json_build_object('scheme', c.scheme, 'value', c.value, 'during', c.during) order by c.ordinal) from "ExternalCode" c where c."actorId" = t.id
  ), 'existedDuring', t."existedDuring", 'region', t.region, 'subregion', t.subregion, 'membersCompleteDuring', t."membersCompleteDuring", 'membersSource', (
    select r.slug from "Source" r where r.id = t."membersSourceId"
  )) from "Actor" t where t.id = draft_1."entityId") when 'AFFILIATION' then ( select json_build_object( 'member', (
    select r.slug from "Actor" r where r.id = t."memberId"
  ), 'organization', (
    select r.slug from "Actor" r where r.id = t."organizationId"
  ), 'kind', t.kind, 'role', t.role, 'acting', t.acting, 'during', t.during, 'sources', (
    select json_agg(s.slug order by l.ordinal) from "AffiliationSource" l join "Source" s on s.id = l."sourceId" where l."affiliationId" = t.id
  )) from "Affiliation" t where t.id = draft_1."entityId") when 'MEETING' then ( select json_build_object( 'slug', t.slug, 'title', t.title, 'body', (
    select r.slug from "Actor" r where r.id = t."bodyId"
  ), 'heldOn', t."heldOn", 'place', t.place, 'symbol', t.symbol) from "Meeting" t where t.id = draft_1."entityId") when 'TOPIC' then ( select json_build_object('slug', t.slug, 'name', t.name, 'description', t.description) from "Topic" t where t.id = draft_1."entityId") when 'PROPOSAL' then ( select json_build_object( 'slug', t.slug, 'title', t.title, 'kind', t.kind, 'status', t.status, 'summary', t.summary, 'sponsors', (
    select json_agg(a.slug order by l.ordinal) from "ProposalSponsor" l join "Actor" a on a.id = l."actorId" where l."proposalId" = t.id
  ), 'proposedOn', t."proposedOn", 'timeframe', t.timeframe, 'venue', t.venue, 'note', t.note, 'participants', (
    select json_agg(json_build_object('actor', a.slug, 'role', l.role) order by l.ordinal) from "Participation" l join "Actor" a on a.id = l."actorId" where l."proposalId" = t.id
  ), 'relations', (
    select json_agg(json_build_object('kind', l.kind, 'proposal', r.slug, 'note', l.note, 'weight', l.weight, 'weightReason', l."weightReason", 'sources', (
      select json_agg(s.slug order by w.ordinal) from "ProposalRelationSource" w join "Source" s on s.id = w."sourceId" where (w."proposalId", w."relatedId", w.kind) = (l."proposalId", l."relatedId", l.kind)
    )) order by l.ordinal) from "ProposalRelation" l join "Proposal" r on r.id = l."relatedId" where l."proposalId" = t.id
  ), 'topics', (
    select json_agg(o.slug order by l.ordinal) from "ProposalTopic" l join "Topic" o on o.id = l."topicId" where l."proposalId" = t.id
  ), 'sources', (
    select json_agg(s.slug order by l.ordinal) from "ProposalSource" l join "Source" s on s.id = l."sourceId" where l."proposalId" = t.id
  )) from "Proposal" t where t.id = draft_1."entityId") when 'POLICY_ACTION' then ( select json_build_object( 'slug', t.slug, 'title', t.title, 'kind', t.kind, 'status', t.status, 'agent', (
    select r.slug from "Actor" r where r.id = t."agentId"
  ), 'through', (
    select r.slug from "Actor" r where r.id = t."throughId"
  ), 'targets', (
    select json_agg(a.slug order by l.ordinal) from "PolicyActionTarget" l join "Actor" a on a.id = l."actorId" where l."policyActionId" = t.id
  ), 'announcedOn', t."announcedOn", 'during', t.during, 'reverses', (
    select json_agg(r.slug order by l.ordinal) from "PolicyActionReversal" l join "PolicyAction" r on r.id = l."reversedId" where l."reversingId" = t.id
  ), 'bearsOn', (
    select json_agg(json_build_object('proposal', p.slug, 'bearing', l.bearing, 'weight', l.weight, 'weightReason', l."weightReason") order by l.ordinal) from "PolicyActionBearing" l join "Proposal" p on p.id = l."proposalId" where l."policyActionId" = t.id
  ), 'summary', t.summary, 'sources', (
    select json_agg(s.slug order by l.ordinal) from "PolicyActionSource" l join "Source" s on s.id = l."sourceId" where l."policyActionId" = t.id
  )) from "PolicyAction" t where t.id = draft_1."entityId") when 'STATEMENT' then ( select json_build_object( 'slug', t.slug, 'speaker', (
    select r.slug from "Actor" r where r.id = t."speakerId"
  ), 'speakerAsPrinted', t."speakerAsPrinted", 'capacity', (
    select json_build_object('organization', o.slug, 'role', c.role) from "Affiliation" c join "Actor" o on o.id = c."organizationId" where c.id = t."capacityId" and c."retractedAt" is null
  ), 'onBehalfOf', (
    select r.slug from "Actor" r where r.id = t."onBehalfOfId"
  ), 'delivery', t.delivery, 'madeOn', t."madeOn", 'meeting', (
    select r.slug from "Meeting" r where r.id = t."meetingId"
  ), 'inReplyTo', (
    select r.slug from "Statement" r where r.id = t."inReplyToId"
  ), 'summary', t.summary, 'quote', t.quote, 'quoteLanguage', t."quoteLanguage", 'mentions', (
    select json_agg(json_build_object('proposal', p.slug, 'policyAction', d.slug, 'actor', a.slug) order by l.ordinal) from "StatementMention" l left join "Proposal" p on p.id = l."proposalId" left join "PolicyAction" d on d.id = l."policyActionId" left join "Actor" a on a.id = l."actorId" where l."statementId" = t.id
  ), 'sources', (
    select json_agg(s.slug order by l.ordinal) from "StatementSource" l join "Source" s on s.id = l."sourceId" where l."statementId" = t.id
  )) from "Statement" t where t.id = draft_1."entityId") when 'ROLL_CALL' then ( select json_build_object( 'slug', t.slug, 'proposal', (
    select r.slug from "Proposal" r where r.id = t."proposalId"
  ), 'body', (
    select r.slug from "Actor" r where r.id = t."bodyId"
  ), 'meeting', (
    select r.slug from "Meeting" r where r.id = t."meetingId"
  ), 'heldOn', t."heldOn", 'session', t.session, 'number', t.number, 'stated', json_build_object('yes', t."statedYes", 'no', t."statedNo", 'abstain', t."statedAbstain", 'absent', t."statedAbsent"), 'absent', t."countedAbsent", 'absences', (
    select json_agg(json_build_object('actor', a.slug, 'basis', l.basis) order by l.ordinal) from "RollCallAbsence" l join "Actor" a on a.id = l."actorId" where l."rollCallId" = t.id
  ), 'outcome', t.outcome, 'note', t.note, 'sources', (
    select json_agg(s.slug order by l.ordinal) from "RollCallSource" l join "Source" s on s.id = l."sourceId" where l."rollCallId" = t.id
  )) from "RollCall" t where t.id = draft_1."entityId") when 'POSITION' then ( select json_build_object( 'holder', (
    select r.slug from "Actor" r where r.id = t."holderId"
  ), 'through', (
    select r.slug from "Actor" r where r.id = t."throughId"
  ), 'subject', coalesce((
    select r.slug from "Proposal" r where r.id = t."proposalId"
  ), (
    select r.slug from "PolicyAction" r where r.id = t."policyActionId"
  )), 'stance', t.stance, 'basis', t.basis, 'conditions', t.conditions, 'since', t.since, 'evidence', json_build_object('statement', (
    select r.slug from "Statement" r where r.id = t."evidenceStatementId"
  ), 'rollCall', (
    select r.slug from "RollCall" r where r.id = t."evidenceRollCallId"
  ), 'policyAction', (
    select r.slug from "PolicyAction" r where r.id = t."evidencePolicyActionId"
  )), 'note', t.note, 'sources', (
    select json_agg(s.slug order by l.ordinal) from "PositionSource" l join "Source" s on s.id = l."sourceId" where l."positionId" = t.id
  )) from "Position" t where t.id = draft_1."entityId") end))::text || '␟}', '␟nQuery.draft␟') from "Draft" draft_1 where draft_1."id" = $1::uuid and true
), 'null') as "json";

-- Draft.entity: { draft(id: "draft_00000000000000000000000000") { entity { __typename } } }
select coalesce((
  select coalesce('{"entity":' || coalesce(case when draft_1."entityKind" = 'SOURCE' then (
    select '{"__typename":"Source"}' from "Source" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'ACTOR' then (
    select '{"__typename":"Actor"}' from "Actor" named join "Actor" entity_2 on entity_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = coalesce((
      select merged."mergedIntoId" from "Actor" merged where merged."id" = draft_1."entityId"
    ), draft_1."entityId")
  ) when draft_1."entityKind" = 'AFFILIATION' then (
    select '{"__typename":"Affiliation"}' from "Affiliation" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'TOPIC' then (
    select '{"__typename":"Topic"}' from "Topic" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'PROPOSAL' then (
    select '{"__typename":"Proposal"}' from "Proposal" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'POLICY_ACTION' then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'MEETING' then (
    select '{"__typename":"Meeting"}' from "Meeting" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'STATEMENT' then (
    select '{"__typename":"Statement"}' from "Statement" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'ROLL_CALL' then (
    select '{"__typename":"RollCall"}' from "RollCall" entity_2 where entity_2."id" = draft_1."entityId"
  ) when draft_1."entityKind" = 'POSITION' then (
    select '{"__typename":"Position"}' from "Position" entity_2 where entity_2."id" = draft_1."entityId"
  ) end, 'null') || '}', '␟nQuery.draft␟') from "Draft" draft_1 where draft_1."id" = $1::uuid and true
), 'null') as "json";

-- Draft.kind: { draft(id: "draft_00000000000000000000000000") { kind } }
select coalesce((
  select coalesce('{"kind":"' || draft_1."entityKind" || '"}', '␟nQuery.draft␟') from "Draft" draft_1 where draft_1."id" = $1::uuid and true
), 'null') as "json";
