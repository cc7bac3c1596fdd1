-- Meeting.body: { meeting(slug: "nothing") { body { id } } }
select coalesce((
  select coalesce('{"body":' || coalesce((
    select coalesce('{"id":"␟iactor ' || body_2."id" || '␟"}', '␟nMeeting.body␟') from "Actor" named join "Actor" body_2 on body_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = meeting_1."bodyId"
  ), 'null') || '}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

-- Meeting.heldOnBounds: { meeting(slug: "nothing") { heldOnBounds { earliest } } }
select coalesce((
  select coalesce('{"heldOnBounds":' || (
    select coalesce('{"earliest":' || coalesce('"' || heldOnBounds_2."earliest" || '"', 'null') || '}', '␟nMeeting.heldOnBounds␟') from (
      select nullif(meeting_1."heldOnEarliest", '0001-01-01'::date) as "earliest", nullif(meeting_1."heldOnLatest", '9999-12-31'::date) as "latest"
    ) heldOnBounds_2 where meeting_1."heldOnEarliest" is not null
  ) || '}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

-- Meeting.revisions: { meeting(slug: "nothing") { revisions { nodes { action } } } }
select coalesce((
  select coalesce('{"revisions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"action":"' || revisions_2."action" || '"}', '␟nRevisionConnection.nodes␟'), ',') from (
      select meeting_1."id" as "id"
    ) parent cross join lateral (
      select revision.* from "Revision" revision where (revision."entityId" = parent."id") order by revision."version" desc limit 25
    ) revisions_2
  ), '') || ']}}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

-- Meeting.rollCalls: { meeting(slug: "nothing") { rollCalls { nodes { id } } } }
select coalesce((
  select coalesce('{"rollCalls":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iroll_call ' || rollCalls_2."id" || '␟"}', '␟nRollCallConnection.nodes␟'), ',') from (
      select meeting_1."id" as "id"
    ) parent cross join lateral (
      select roll_call.* from "RollCall" roll_call where ((roll_call."meetingId" = parent."id" and roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 25
    ) rollCalls_2
  ), '') || ']}}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

-- Meeting.slug: { meeting(slug: "nothing") { slug } }
select coalesce((
  select coalesce('{"slug":"' || meeting_1."slug" || '"}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";

-- Meeting.statements: { meeting(slug: "nothing") { statements { nodes { id } } } }
select coalesce((
  select coalesce('{"statements":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟istatement ' || statements_2."id" || '␟"}', '␟nStatementConnection.nodes␟'), ',') from (
      select meeting_1."id" as "id"
    ) parent cross join lateral (
      select statement.* from "Statement" statement where (statement."retractedAt" is null and statement."meetingId" = parent."id" and true) order by statement."madeOnEarliest" asc,statement."id" asc limit 25
    ) statements_2
  ), '') || ']}}', '␟nQuery.meeting␟') from "Meeting" meeting_1 where meeting_1."slug" = $1 and meeting_1."retractedAt" is null
), 'null') as "json";
