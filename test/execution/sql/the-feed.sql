select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"cursor":"␟c["Change.SEQUENCE","ASC",' || to_json((changes_1."sequence")::text) || ']␟","entityId":' || coalesce('"␟i' || lower(changes_1."kind"::text) || ' ' || changes_1."entityId" || '␟"', 'null') || ',"entity":' || coalesce(case when changes_1."kind" = 'SOURCE' then (
    select coalesce('{"id":"␟isource ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Source" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'ACTOR' then (
    select coalesce('{"id":"␟iactor ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Actor" named join "Actor" entity_2 on entity_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = coalesce((
      select merged."mergedIntoId" from "Actor" merged where merged."id" = changes_1."entityId"
    ), changes_1."entityId")
  ) when changes_1."kind" = 'AFFILIATION' then (
    select coalesce('{"id":"␟iaffiliation ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Affiliation" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'TOPIC' then (
    select coalesce('{"id":"␟itopic ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Topic" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'PROPOSAL' then (
    select coalesce('{"id":"␟iproposal ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Proposal" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'POLICY_ACTION' then (
    select coalesce('{"id":"␟ipolicy_action ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "PolicyAction" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'MEETING' then (
    select coalesce('{"id":"␟imeeting ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Meeting" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'STATEMENT' then (
    select coalesce('{"id":"␟istatement ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Statement" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'ROLL_CALL' then (
    select coalesce('{"id":"␟iroll_call ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "RollCall" entity_2 where entity_2."id" = changes_1."entityId"
  ) when changes_1."kind" = 'POSITION' then (
    select coalesce('{"id":"␟iposition ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Position" entity_2 where entity_2."id" = changes_1."entityId"
  ) end, 'null') || '}', '␟nChangeConnection.nodes␟'), ',') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" where (true) order by change."sequence" asc limit 2
  ) changes_1
), '') || ']}' as "json";
