-- PolicyAction.agent: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { agent { id } } } }
select coalesce((
  select coalesce('{"agent":' || (
    select coalesce('{"id":"␟iactor ' || agent_2."id" || '␟"}', '␟nPolicyAction.agent␟') from "Actor" named join "Actor" agent_2 on agent_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."agentId"
  ) || '}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.announcedOnBounds: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { announcedOnBounds { earliest } } } }
select coalesce((
  select coalesce('{"announcedOnBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || announcedOnBounds_2."earliest" || '"', 'null') || '}', '␟nPolicyAction.announcedOnBounds␟') from (
      select nullif(node_1."announcedOnEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."announcedOnLatest", '9999-12-31'::date) as "latest"
    ) announcedOnBounds_2 where node_1."announcedOnEarliest" is not null
  ), 'null') || '}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.bearsOn: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { bearsOn { bearing } } } }
select coalesce((
  select coalesce('{"bearsOn":[' || coalesce((
    select string_agg(coalesce('{"bearing":"' || bearsOn_2."bearing" || '"}', '␟nPolicyAction.bearsOn␟'), ',') from (
      select bearsOn_2.* from "PolicyActionBearing" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) bearsOn_2 where link."policyActionId" = node_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) bearsOn_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.duringBounds: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { duringBounds { earliest } } } }
select coalesce((
  select coalesce('{"duringBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || duringBounds_2."earliest" || '"', 'null') || '}', '␟nPolicyAction.duringBounds␟') from (
      select nullif(node_1."duringEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."duringLatest", '9999-12-31'::date) as "latest"
    ) duringBounds_2 where node_1."duringEarliest" is not null
  ), 'null') || '}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.opponents: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { opponents { nodes { id } } } } }
select coalesce((
  select coalesce('{"opponents":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || opponents_2."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and position."standingUntil" = '9999-12-31'::date
      ) and true) order by actor."name" asc,actor."id" asc limit 25
    ) opponents_2
  ), '') || ']}}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $2::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.positionHistory: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { positionHistory { nodes { id } } } } }
select coalesce((
  select coalesce('{"positionHistory":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positionHistory_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."subjectId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positionHistory_2
  ), '') || ']}}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.positions: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { positions { nodes { id } } } } }
select coalesce((
  select coalesce('{"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.reversedBy: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { reversedBy { id } } } }
select coalesce((
  select coalesce('{"reversedBy":[' || coalesce((
    select string_agg(coalesce('{"id":"␟ipolicy_action ' || reversedBy_2."id" || '␟"}', '␟nPolicyAction.reversedBy␟'), ',') from (
      select reversedBy_2.* from "PolicyActionReversal" link join "PolicyAction" reversedBy_2 on reversedBy_2."id" = link."reversingId" where link."reversedId" = node_1."id" and reversedBy_2."retractedAt" is null order by reversedBy_2."title", reversedBy_2."id", link."ordinal"
    ) reversedBy_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.reverses: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { reverses { id } } } }
select coalesce((
  select coalesce('{"reverses":[' || coalesce((
    select string_agg(coalesce('{"id":"␟ipolicy_action ' || reverses_2."id" || '␟"}', '␟nPolicyAction.reverses␟'), ',') from (
      select reverses_2.* from "PolicyActionReversal" link join "PolicyAction" reverses_2 on reverses_2."id" = link."reversedId" where link."reversingId" = node_1."id" and reverses_2."retractedAt" is null order by link."ordinal", reverses_2."id"
    ) reverses_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.revisions: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.slug: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { slug } } }
select coalesce((
  select coalesce('{"slug":"' || node_1."slug" || '"}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.sources: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { sources { id } } } }
select coalesce((
  select coalesce('{"sources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || sources_2."id" || '␟"}', '␟nPolicyAction.sources␟'), ',') from (
      select sources_2.* from "PolicyActionSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."policyActionId" = node_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.stanceCounts: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { stanceCounts { count } } } }
select coalesce((
  select coalesce('{"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"count":' || (stanceCounts_2."count")::text || '}', '␟nPolicyAction.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = node_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.statements: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { statements { nodes { id } } } } }
select coalesce((
  select coalesce('{"statements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟istatement ' || statements_2."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in ( select mention."statementId" from "StatementMention" mention where mention."policyActionId" = parent."id") and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) statements_2
  ), '') || ']}}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.supporters: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { supporters { nodes { id } } } } }
select coalesce((
  select coalesce('{"supporters":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || supporters_2."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and position."standingUntil" = '9999-12-31'::date
      ) and true) order by actor."name" asc,actor."id" asc limit 25
    ) supporters_2
  ), '') || ']}}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $2::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.targets: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { targets { id } } } }
select coalesce((
  select coalesce('{"targets":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || targets_2."id" || '␟"}', '␟nPolicyAction.targets␟'), ',') from (
      select targets_2.* from "PolicyActionTarget" link join "Actor" targets_2 on targets_2."id" = link."actorId" where link."policyActionId" = node_1."id" and targets_2."retractedAt" is null order by link."ordinal", targets_2."id"
    ) targets_2
  ), '') || ']}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- PolicyAction.through: { node(id: "policy_action_00000000000000000000000000") { ... on PolicyAction { through { id } } } }
select coalesce((
  select coalesce('{"through":' || coalesce((
    select coalesce('{"id":"␟iactor ' || through_2."id" || '␟"}', '␟nPolicyAction.through␟') from "Actor" named join "Actor" through_2 on through_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."throughId"
  ), 'null') || '}', '␟nQuery.node␟') from "PolicyAction" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
