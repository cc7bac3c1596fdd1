-- Position.allSources: { node(id: "position_00000000000000000000000000") { ... on Position { allSources { id } } } }
select coalesce((
  select coalesce('{"allSources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || allSources_2."id" || '␟"}', '␟nPosition.allSources␟'), ',') from (
      select allSources_2.* from (
        select distinct on (each."sourceId") each.* from (
          select cited."sourceId", 0 as "place", cited."ordinal" from "PositionSource" cited where cited."positionId" = node_1."id" union all select cited."sourceId", 1 as "place", cited."ordinal" from "StatementSource" cited where cited."statementId" = node_1."evidenceStatementId" union all select cited."sourceId", 2 as "place", cited."ordinal" from "RollCallSource" cited where cited."rollCallId" = node_1."evidenceRollCallId" union all select cited."sourceId", 3 as "place", cited."ordinal" from "PolicyActionSource" cited where cited."policyActionId" = node_1."evidencePolicyActionId" union all select cited."sourceId", 4 as "place", cited."ordinal" from "ProposalSource" cited where cited."proposalId" = node_1."proposalId" and node_1."basis" = 'SPONSORSHIP'
        ) each order by each."sourceId", each."place", each."ordinal"
      ) cited join "Source" source on source."id" = cited."sourceId" cross join lateral (
        select source.*, cited."place", cited."ordinal"
      ) allSources_2 where source."retractedAt" is null order by allSources_2."place", allSources_2."ordinal", allSources_2."id"
    ) allSources_2
  ), '') || ']}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.evidence: { node(id: "position_00000000000000000000000000") { ... on Position { evidence { __typename } } } }
select coalesce((
  select coalesce('{"evidence":' || coalesce(case when node_1."evidenceStatementId" is not null then (
    select '{"__typename":"Statement"}' from "Statement" evidence_2 where evidence_2."id" = node_1."evidenceStatementId"
  ) when node_1."evidenceRollCallId" is not null then (
    select '{"__typename":"RollCall"}' from "RollCall" evidence_2 where evidence_2."id" = node_1."evidenceRollCallId"
  ) when node_1."evidencePolicyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" evidence_2 where evidence_2."id" = node_1."evidencePolicyActionId"
  ) end, 'null') || '}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.holder: { node(id: "position_00000000000000000000000000") { ... on Position { holder { id } } } }
select coalesce((
  select coalesce('{"holder":' || (
    select coalesce('{"id":"␟iactor ' || holder_2."id" || '␟"}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."holderId"
  ) || '}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.revisions: { node(id: "position_00000000000000000000000000") { ... on Position { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.sinceBounds: { node(id: "position_00000000000000000000000000") { ... on Position { sinceBounds { earliest } } } }
select coalesce((
  select coalesce('{"sinceBounds":' || (
    select coalesce('{"earliest":' || coalesce('"' || sinceBounds_2."earliest" || '"', 'null') || '}', '␟nPosition.sinceBounds␟') from (
      select nullif(node_1."sinceEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."sinceLatest", '9999-12-31'::date) as "latest"
    ) sinceBounds_2 where node_1."sinceEarliest" is not null
  ) || '}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.sources: { node(id: "position_00000000000000000000000000") { ... on Position { sources { id } } } }
select coalesce((
  select coalesce('{"sources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || sources_2."id" || '␟"}', '␟nPosition.sources␟'), ',') from (
      select sources_2.* from "PositionSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."positionId" = node_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.standing: { node(id: "position_00000000000000000000000000") { ... on Position { standing } } }
select coalesce((
  select coalesce('{"standing":' || (node_1."standingUntil" = '9999-12-31'::date)::text || '}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.subject: { node(id: "position_00000000000000000000000000") { ... on Position { subject { __typename } } } }
select coalesce((
  select coalesce('{"subject":' || case when node_1."proposalId" is not null then (
    select '{"__typename":"Proposal"}' from "Proposal" subject_2 where subject_2."id" = node_1."proposalId"
  ) when node_1."policyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_2 where subject_2."id" = node_1."policyActionId"
  ) end || '}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Position.through: { node(id: "position_00000000000000000000000000") { ... on Position { through { id } } } }
select coalesce((
  select coalesce('{"through":' || coalesce((
    select coalesce('{"id":"␟iactor ' || through_2."id" || '␟"}', '␟nPosition.through␟') from "Actor" named join "Actor" through_2 on through_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."throughId"
  ), 'null') || '}', '␟nQuery.node␟') from "Position" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
