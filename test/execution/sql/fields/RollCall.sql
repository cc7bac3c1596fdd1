-- RollCall.absences: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { absences { actor { id } } } } }
select coalesce((
  select coalesce('{"absences":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAbsence.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absences_2."actorId"
    ) || '}', '␟nRollCall.absences␟'), ',') from (
      select absences_2.* from "RollCallAbsence" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) absences_2 where link."rollCallId" = node_1."id" and target."retractedAt" is null and true order by target."name", target."id", link."ordinal"
    ) absences_2
  ), '') || ']}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.body: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { body { id } } } }
select coalesce((
  select coalesce('{"body":' || (
    select coalesce('{"id":"␟iactor ' || body_2."id" || '␟"}', '␟nRollCall.body␟') from "Actor" named join "Actor" body_2 on body_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."bodyId"
  ) || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.heldOnBounds: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { heldOnBounds { earliest } } } }
select coalesce((
  select coalesce('{"heldOnBounds":' || (
    select coalesce('{"earliest":' || coalesce('"' || heldOnBounds_2."earliest" || '"', 'null') || '}', '␟nRollCall.heldOnBounds␟') from (
      select nullif(node_1."heldOnEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."heldOnLatest", '9999-12-31'::date) as "latest"
    ) heldOnBounds_2 where node_1."heldOnEarliest" is not null
  ) || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.majority: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { majority } } }
select coalesce((
  select coalesce('{"majority":' || coalesce('"' || case when coalesce(node_1."statedYes", node_1."countedYes") + coalesce(node_1."statedNo", node_1."countedNo") = 0 then null when coalesce(node_1."statedYes", node_1."countedYes") > coalesce(node_1."statedNo", node_1."countedNo") then 'FOR' when coalesce(node_1."statedYes", node_1."countedYes") < coalesce(node_1."statedNo", node_1."countedNo") then 'AGAINST' else 'TIED' end || '"', 'null') || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.margin: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { margin } } }
select coalesce((
  select coalesce('{"margin":' || coalesce((case when coalesce(node_1."statedYes", node_1."countedYes") + coalesce(node_1."statedNo", node_1."countedNo") > 0 then abs(coalesce(node_1."statedYes", node_1."countedYes") - coalesce(node_1."statedNo", node_1."countedNo")) end)::text, 'null') || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.meeting: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { meeting { id } } } }
select coalesce((
  select coalesce('{"meeting":' || coalesce((
    select coalesce('{"id":"␟imeeting ' || meeting_2."id" || '␟"}', '␟nRollCall.meeting␟') from "Meeting" meeting_2 where meeting_2."id" = node_1."meetingId"
  ), 'null') || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.outcome: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { outcome } } }
select coalesce((
  select coalesce('{"outcome":' || coalesce('"' || coalesce(node_1."outcome"::text, (
    select decided."status"::text from "Proposal" decided where decided."id" = node_1."proposalId" and decided."status" in ('ADOPTED', 'REJECTED') and not exists (
      select from "RollCall" another where another."proposalId" = decided."id" and another."id" <> node_1."id" and another."retractedAt" is null
    )
  ), case when coalesce(node_1."statedYes", node_1."countedYes") < coalesce(node_1."statedNo", node_1."countedNo") then 'REJECTED' end) || '"', 'null') || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.outcomeBasis: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { outcomeBasis } } }
select coalesce((
  select coalesce('{"outcomeBasis":' || coalesce('"' || case when node_1."outcome" is not null then 'RECORDED' when (
    select decided."status"::text from "Proposal" decided where decided."id" = node_1."proposalId" and decided."status" in ('ADOPTED', 'REJECTED') and not exists (
      select from "RollCall" another where another."proposalId" = decided."id" and another."id" <> node_1."id" and another."retractedAt" is null
    )
  ) is not null then 'STATUS' when coalesce(node_1."statedYes", node_1."countedYes") < coalesce(node_1."statedNo", node_1."countedNo") then 'VOTES' end || '"', 'null') || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.positions: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { positions { nodes { id } } } } }
select coalesce((
  select coalesce('{"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."evidenceRollCallId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.proposal: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { proposal { id } } } }
select coalesce((
  select coalesce('{"proposal":' || (
    select coalesce('{"id":"␟iproposal ' || proposal_2."id" || '␟"}', '␟nRollCall.proposal␟') from "Proposal" proposal_2 where proposal_2."id" = node_1."proposalId"
  ) || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.revisions: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.slug: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { slug } } }
select coalesce((
  select coalesce('{"slug":"' || node_1."slug" || '"}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.sources: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { sources { id } } } }
select coalesce((
  select coalesce('{"sources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || sources_2."id" || '␟"}', '␟nRollCall.sources␟'), ',') from (
      select sources_2.* from "RollCallSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."rollCallId" = node_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.statedOutcome: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { statedOutcome } } }
select coalesce((
  select coalesce('{"statedOutcome":' || coalesce('"' || node_1."outcome" || '"', 'null') || '}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- RollCall.tally: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { tally { counted { absent } } } } }
select coalesce((
  select coalesce('{"tally":{"counted":' || (
    select coalesce('{"absent":' || coalesce((counted_2."absent")::text, 'null') || '}', '␟nRollCallTally.counted␟') from (
      select node_1."countedYes" as "yes",node_1."countedNo" as "no",node_1."countedAbstain" as "abstain",node_1."countedAbsent" as "absent"
    ) counted_2
  ) || '}}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
