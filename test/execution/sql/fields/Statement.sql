-- Statement.capacity: { node(id: "statement_00000000000000000000000000") { ... on Statement { capacity { id } } } }
select coalesce((
  select coalesce('{"capacity":' || coalesce((
    select coalesce('{"id":"␟iaffiliation ' || capacity_2."id" || '␟"}', '␟nStatement.capacity␟') from "Affiliation" capacity_2 where capacity_2."id" = node_1."capacityId"
  ), 'null') || '}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.inReplyTo: { node(id: "statement_00000000000000000000000000") { ... on Statement { inReplyTo { id } } } }
select coalesce((
  select coalesce('{"inReplyTo":' || coalesce((
    select coalesce('{"id":"␟istatement ' || inReplyTo_2."id" || '␟"}', '␟nStatement.inReplyTo␟') from "Statement" inReplyTo_2 where inReplyTo_2."id" = node_1."inReplyToId"
  ), 'null') || '}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.madeOnBounds: { node(id: "statement_00000000000000000000000000") { ... on Statement { madeOnBounds { earliest } } } }
select coalesce((
  select coalesce('{"madeOnBounds":' || (
    select coalesce('{"earliest":' || coalesce('"' || madeOnBounds_2."earliest" || '"', 'null') || '}', '␟nStatement.madeOnBounds␟') from (
      select nullif(node_1."madeOnEarliest", '0001-01-01'::date) as "earliest", nullif(node_1."madeOnLatest", '9999-12-31'::date) as "latest"
    ) madeOnBounds_2 where node_1."madeOnEarliest" is not null
  ) || '}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.meeting: { node(id: "statement_00000000000000000000000000") { ... on Statement { meeting { id } } } }
select coalesce((
  select coalesce('{"meeting":' || coalesce((
    select coalesce('{"id":"␟imeeting ' || meeting_2."id" || '␟"}', '␟nStatement.meeting␟') from "Meeting" meeting_2 where meeting_2."id" = node_1."meetingId"
  ), 'null') || '}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.mentions: { node(id: "statement_00000000000000000000000000") { ... on Statement { mentions { __typename } } } }
select coalesce((
  select coalesce('{"mentions":[' || coalesce((
    select string_agg(coalesce(case when mentions_2."proposalId" is not null then (
      select '{"__typename":"Proposal"}' from "Proposal" mentions_3 where mentions_3."id" = mentions_2."proposalId"
    ) when mentions_2."policyActionId" is not null then (
      select '{"__typename":"PolicyAction"}' from "PolicyAction" mentions_3 where mentions_3."id" = mentions_2."policyActionId"
    ) when mentions_2."actorId" is not null then (
      select '{"__typename":"Actor"}' from "Actor" named join "Actor" mentions_3 on mentions_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = mentions_2."actorId"
    ) end, '␟nStatement.mentions␟'), ',') from (
      select mentions_2.* from "StatementMention" mentions_2 where mentions_2."statementId" = node_1."id" and (coalesce(mentions_2."proposalId", mentions_2."policyActionId", mentions_2."actorId") in (
        select "id" from "Proposal" where "retractedAt" is not null union all select "id" from "PolicyAction" where "retractedAt" is not null union all select "id" from "Actor" where "retractedAt" is not null
      ))::int <> 1 order by mentions_2."ordinal"
    ) mentions_2
  ), '') || ']}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.onBehalfOf: { node(id: "statement_00000000000000000000000000") { ... on Statement { onBehalfOf { id } } } }
select coalesce((
  select coalesce('{"onBehalfOf":' || coalesce((
    select coalesce('{"id":"␟iactor ' || onBehalfOf_2."id" || '␟"}', '␟nStatement.onBehalfOf␟') from "Actor" named join "Actor" onBehalfOf_2 on onBehalfOf_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."onBehalfOfId"
  ), 'null') || '}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.positions: { node(id: "statement_00000000000000000000000000") { ... on Statement { positions { nodes { id } } } } }
select coalesce((
  select coalesce('{"positions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select position.* from "Position" position where ((position."evidenceStatementId" = parent."id" and position."retractedAt" is null and (position."holderId" in (
        select gone."id" from "Actor" gone where gone."retractedAt" is not null
      ))::int <> 1 and (position."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 25
    ) positions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.replies: { node(id: "statement_00000000000000000000000000") { ... on Statement { replies { nodes { id } } } } }
select coalesce((
  select coalesce('{"replies":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟istatement ' || replies_2."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."inReplyToId" = parent."id" and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) replies_2
  ), '') || ']}}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.revisions: { node(id: "statement_00000000000000000000000000") { ... on Statement { revisions { nodes { action } } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select node_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.slug: { node(id: "statement_00000000000000000000000000") { ... on Statement { slug } } }
select coalesce((
  select coalesce('{"slug":"' || node_1."slug" || '"}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.sources: { node(id: "statement_00000000000000000000000000") { ... on Statement { sources { id } } } }
select coalesce((
  select coalesce('{"sources":[' || coalesce((
    select string_agg(coalesce('{"id":"␟isource ' || sources_2."id" || '␟"}', '␟nStatement.sources␟'), ',') from (
      select sources_2.* from "StatementSource" link join "Source" sources_2 on sources_2."id" = link."sourceId" where link."statementId" = node_1."id" and sources_2."retractedAt" is null order by link."ordinal", sources_2."id"
    ) sources_2
  ), '') || ']}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Statement.speaker: { node(id: "statement_00000000000000000000000000") { ... on Statement { speaker { id } } } }
select coalesce((
  select coalesce('{"speaker":' || coalesce((
    select coalesce('{"id":"␟iactor ' || speaker_2."id" || '␟"}', '␟nStatement.speaker␟') from "Actor" named join "Actor" speaker_2 on speaker_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = node_1."speakerId"
  ), 'null') || '}', '␟nQuery.node␟') from "Statement" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
