-- Proposal.date: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { date } } }
select coalesce((
  select coalesce('{"date":' || coalesce(to_json(coalesce(node_1."proposedOn", (
    select vote."heldOn" from (
      select vote.* from "RollCall" vote where vote."proposalId" = node_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
    ) vote
  )))::text, 'null') || '}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.dateBounds: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { dateBounds { earliest } } } }
select coalesce((
  select coalesce('{"dateBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || dateBounds_2."earliest" || '"', 'null') || '}', '␟nProposal.dateBounds␟') from (
      select nullif(coalesce(node_1."proposedOnEarliest", (
        select vote."heldOnEarliest" from (
          select vote.* from "RollCall" vote where vote."proposalId" = node_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )), '0001-01-01'::date) as "earliest", nullif(coalesce(node_1."proposedOnLatest", (
        select vote."heldOnLatest" from (
          select vote.* from "RollCall" vote where vote."proposalId" = node_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )), '9999-12-31'::date) as "latest"
    ) dateBounds_2 where coalesce(node_1."proposedOnEarliest", (
      select vote."heldOnEarliest" from (
        select vote.* from "RollCall" vote where vote."proposalId" = node_1."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
      ) vote
    )) is not null
  ), 'null') || '}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.leanings: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { leanings { nodes { abstained } } } } }
select coalesce((
  select coalesce('{"leanings":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"abstained":' || (leanings_2."abstained")::text || '}', '␟nLeaningConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select leaning.* from (
        select counted.*, actor."name" as "name", counted."considered" >= $1::integer as "enough", case when counted."considered" >= $2::integer then counted."balance" / counted."weight" end as "score" from ( select position."holderId" as "id", position."holderId", related."leaningOn" as "subjectId", count(*) filter (where sided."side" = 1) as "for", count(*) filter (where sided."side" = -1) as "against", count(*) filter (where position."stance" = 'ABSTAINS') as "abstained", count(*) filter (where position."stance" in ('CONDITIONALLY_SUPPORTS', 'UNDECIDED')) as "other", count(*) as "considered", array_agg(position."id") as "positionIds", sum((related."weight" * sided."side")::numeric)::float8 as "balance", sum((related."weight")::numeric)::float8 as "weight" from ( select relation."proposalId" as "subjectId", relation."relatedId" as "leaningOn", case relation."kind" when 'ENDORSES' then 1 else -1 end as "side", coalesce(relation."weight", 1) as "weight" from "ProposalRelation" relation join "Proposal" endorsing on endorsing."id" = relation."proposalId" where relation."kind" in ('ENDORSES', 'CONTRADICTS') and endorsing."retractedAt" is null union all select bearing."policyActionId", bearing."proposalId", case bearing."bearing" when 'ADVANCES' then 1 else -1 end, coalesce(bearing."weight", 1) from "PolicyActionBearing" bearing join "PolicyAction" action on action."id" = bearing."policyActionId" where action."retractedAt" is null) related join "Position" position on position."subjectId" = related."subjectId" and position."standingUntil" = '9999-12-31'::date cross join lateral (
          select related."side" * case position."stance" when 'SUPPORTS' then 1 when 'OPPOSES' then -1 else 0 end as "side"
        ) sided where (related."leaningOn" = parent."id") group by position."holderId", related."leaningOn") counted join "Actor" actor on actor."id" = counted."holderId" where actor."retractedAt" is null and true
      ) leaning where (true) order by coalesce(leaning."score", -2) desc,leaning."considered" desc,leaning."id" desc limit 25
    ) leanings_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $3::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.opponents: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { opponents { nodes { id } } } } }
select coalesce((
  select coalesce('{"opponents":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || opponents_2."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and position."standingUntil" = '9999-12-31'::date
      ) and true) order by actor."name" asc,actor."id" asc limit 25
    ) opponents_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $2::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.participants: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { participants { actor { id } } } } }
select coalesce((
  select coalesce('{"participants":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nParticipation.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = participants_2."targetId"
    ) || '}', '␟nProposal.participants␟'), ',') from (
      select participants_2.* from "Participation" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) participants_2 where link."proposalId" = node_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) participants_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.policyActions: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { policyActions { nodes { id } } } } }
select coalesce((
  select coalesce('{"policyActions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟ipolicy_action ' || policyActions_2."id" || '␟"}', '␟nPolicyActionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select action.* from "PolicyAction" action where (action."retractedAt" is null and action."id" in (
        select bearing."policyActionId" from "PolicyActionBearing" bearing where bearing."proposalId" = parent."id" and true
      ) and true) order by coalesce(action."announcedOnEarliest",action."duringEarliest", '9999-12-31'::date) asc,action."id" asc limit 25
    ) policyActions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.positionHistory: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { positionHistory { nodes { id } } } } }
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
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.positions: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { positions { nodes { id } } } } }
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
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.proposedOnBounds: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { proposedOnBounds { earliest } } } }
select coalesce((
  select coalesce('{"proposedOnBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || proposedOnBounds_2."earliest" || '"', 'null') || '}', '␟nProposal.proposedOnBounds␟') from (
      select nullif(node_1."proposedOnEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."proposedOnLatest", '9999-12-31'::date) as "latest"
    ) proposedOnBounds_2 where node_1."proposedOnEarliest" is not null
  ), 'null') || '}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.relatedFrom: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { relatedFrom { kind } } } }
select coalesce((
  select coalesce('{"relatedFrom":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relatedFrom_2."kind" || '"}', '␟nProposal.relatedFrom␟'), ',') from (
      select relatedFrom_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."proposalId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relatedFrom_2 where link."relatedId" = node_1."id" and target."retractedAt" is null and true order by target."title", target."id", link."ordinal"
    ) relatedFrom_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.relations: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { relations { kind } } } }
select coalesce((
  select coalesce('{"relations":[' || coalesce((
    select string_agg(coalesce('{"kind":"' || relations_2."kind" || '"}', '␟nProposal.relations␟'), ',') from (
      select relations_2.* from "ProposalRelation" link join "Proposal" target on target."id" = link."relatedId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) relations_2 where link."proposalId" = node_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) relations_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.revisions: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.rollCalls: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { rollCalls { nodes { id } } } } }
select coalesce((
  select coalesce('{"rollCalls":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iroll_call ' || rollCalls_2."id" || '␟"}', '␟nRollCallConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select roll_call.* from "RollCall" roll_call where ((roll_call."proposalId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 25
    ) rollCalls_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.slug: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { slug } } }
select coalesce((
  select coalesce('{"slug":"' || node_1."slug" || '"}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.sources: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { sources { id } } } }
select coalesce((
  select coalesce('{"sources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || sources_2."id" || '␟"}', '␟nProposal.sources␟'), ',') from (
      select sources_2.* from "ProposalSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."proposalId" = node_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.sponsors: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { sponsors { id } } } }
select coalesce((
  select coalesce('{"sponsors":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || sponsors_2."id" || '␟"}', '␟nProposal.sponsors␟'), ',') from (
      select sponsors_2.* from "ProposalSponsor" link join "Actor" sponsors_2 on sponsors_2."id" = link."actorId" where link."proposalId" = node_1."id" and sponsors_2."retractedAt" is null order by link."ordinal", sponsors_2."id"
    ) sponsors_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.stanceCounts: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { stanceCounts { count } } } }
select coalesce((
  select coalesce('{"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"count":' || (stanceCounts_2."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = node_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.statements: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { statements { nodes { id } } } } }
select coalesce((
  select coalesce('{"statements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟istatement ' || statements_2."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."id" in ( select mention."statementId" from "StatementMention" mention where mention."proposalId" = parent."id") and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) statements_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.supporters: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { supporters { nodes { id } } } } }
select coalesce((
  select coalesce('{"supporters":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iactor ' || supporters_2."id" || '␟"}', '␟nActorConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select actor.* from "Actor" actor where (actor."retractedAt" is null and actor."id" in (
        select position."holderId" from "Position" position where position."subjectId" = parent."id" and position."stance" = $1::text::"Stance" and position."standingUntil" = '9999-12-31'::date
      ) and true) order by actor."name" asc,actor."id" asc limit 25
    ) supporters_2
  ), '') || ']}}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $2::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.timeframeBounds: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { timeframeBounds { earliest } } } }
select coalesce((
  select coalesce('{"timeframeBounds":' || coalesce((
    select coalesce('{"earliest":' || coalesce('"' || timeframeBounds_2."earliest" || '"', 'null') || '}', '␟nProposal.timeframeBounds␟') from (
      select nullif(node_1."timeframeEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."timeframeLatest", '9999-12-31'::date) as "latest"
    ) timeframeBounds_2 where node_1."timeframeEarliest" is not null
  ), 'null') || '}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Proposal.topics: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { topics { id } } } }
select coalesce((
  select coalesce('{"topics":[' || coalesce((
    select string_agg(coalesce('{"id":"␟itopic ' || topics_2."id" || '␟"}', '␟nProposal.topics␟'), ',') from (
      select topics_2.* from "ProposalTopic" link join "Topic" topics_2 on topics_2."id" = link."topicId" where link."proposalId" = node_1."id" and topics_2."retractedAt" is null order by link."ordinal", topics_2."id"
    ) topics_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
