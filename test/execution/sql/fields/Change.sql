-- Change.cursor: { latestChange { cursor } }
select coalesce((
  select coalesce('{"cursor":"␟c["Change.SEQUENCE","ASC",' || to_json((latestChange_1."sequence")::text) || ']␟"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";

-- Change.entity: { latestChange { entity { __typename } } }
select coalesce((
  select coalesce('{"entity":' || coalesce(case when latestChange_1."kind" = 'SOURCE' then (
    select '{"__typename":"Source"}' from "Source" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'ACTOR' then (
    select '{"__typename":"Actor"}' from "Actor" named join "Actor" entity_2 on entity_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = coalesce((
      select merged."mergedIntoId" from "Actor" merged where merged."id" = latestChange_1."entityId"
    ), latestChange_1."entityId")
  ) when latestChange_1."kind" = 'AFFILIATION' then (
    select '{"__typename":"Affiliation"}' from "Affiliation" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'TOPIC' then (
    select '{"__typename":"Topic"}' from "Topic" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'PROPOSAL' then (
    select '{"__typename":"Proposal"}' from "Proposal" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'POLICY_ACTION' then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'MEETING' then (
    select '{"__typename":"Meeting"}' from "Meeting" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'STATEMENT' then (
    select '{"__typename":"Statement"}' from "Statement" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'ROLL_CALL' then (
    select '{"__typename":"RollCall"}' from "RollCall" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) when latestChange_1."kind" = 'POSITION' then (
    select '{"__typename":"Position"}' from "Position" entity_2 where entity_2."id" = latestChange_1."entityId"
  ) end, 'null') || '}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";

-- Change.entityId: { latestChange { entityId } }
select coalesce((
  select coalesce('{"entityId":' || coalesce('"␟i' || lower(latestChange_1."kind"::text) || ' ' || latestChange_1."entityId" || '␟"', 'null') || '}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";

-- Change.positions: { latestChange { positions { nodes { id } } } }
select coalesce((
  select coalesce('{"positions":' || coalesce(case when latestChange_1."importBatchId" is not null then '{"nodes":[' || coalesce((
    select string_agg(coalesce('{"id":"␟iposition ' || positions_2."id" || '␟"}', '␟nPositionConnection.nodes␟'), ',') from (
      select latestChange_1."importBatchId" as "id"
    ) parent cross join lateral (
      select position.* from "ImportBatch" batch cross join lateral unnest(batch."rollCallIds") as "voted"("id") join "Position" position on position."evidenceRollCallId" = "voted"."id" and position."recordedAt" = batch."recordedAt" where (batch."id" = parent."id") order by position."id" asc limit 25
    ) positions_2
  ), '') || ']}' end, 'null') || '}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
