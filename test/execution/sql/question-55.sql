select (
  with page as materialized (
    select listed.*, row_number() over () as "n" from (
      select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason", (change."sequence")::text as "key0" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" where ((coalesce(revision."action"::text, 'IMPORTED') = any($1::text[]))) order by change."sequence" asc limit 101
    ) listed
  ) select '{"totalCount":' || (
    select count(*)::text from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" where (coalesce(revision."action"::text, 'IMPORTED') = any($2::text[]))
  ) || ',"pageInfo":{"hasNextPage":' || exists (
    select from page where page."n" > 100
  )::text || ',"endCursor":' || coalesce((
    select '"␟c["Change.SEQUENCE","ASC",' || to_json(page."key0") || ']␟"' from page where page."n" <= 100 order by page."n" desc limit 1
  ), 'null') || '},"nodes":[' || coalesce((
    select string_agg(coalesce('{"cursor":"␟c["Change.SEQUENCE","ASC",' || to_json((changes_1."sequence")::text) || ']␟","action":"' || changes_1."action" || '","kind":"' || changes_1."kind" || '","version":' || coalesce((changes_1."version")::text, 'null') || ',"recordedAt":"' || to_char(changes_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","author":' || to_json(changes_1."author")::text || ',"reason":' || coalesce(to_json(changes_1."reason")::text, 'null') || ',"entityId":' || coalesce('"␟i' || lower(changes_1."kind"::text) || ' ' || changes_1."entityId" || '␟"', 'null') || ',"entity":' || coalesce(case when changes_1."kind" = 'SOURCE' then (
      select coalesce('{"__typename":"Source","id":"␟isource ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","title":' || to_json(entity_2."title")::text || ',"url":' || coalesce(to_json(entity_2."url")::text, 'null') || '}', '␟nChange.entity␟') from "Source" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'ACTOR' then (
      select coalesce('{"__typename":"Actor","id":"␟iactor ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","name":' || to_json(entity_2."name")::text || '}', '␟nChange.entity␟') from "Actor" named join "Actor" entity_2 on entity_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = coalesce((
        select merged."mergedIntoId" from "Actor" merged where merged."id" = changes_1."entityId"
      ), changes_1."entityId")
    ) when changes_1."kind" = 'AFFILIATION' then (
      select coalesce('{"__typename":"Affiliation","id":"␟iaffiliation ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Affiliation" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'TOPIC' then (
      select coalesce('{"__typename":"Topic","id":"␟itopic ' || entity_2."id" || '␟"}', '␟nChange.entity␟') from "Topic" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'PROPOSAL' then (
      select coalesce('{"__typename":"Proposal","id":"␟iproposal ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","title":' || to_json(entity_2."title")::text || '}', '␟nChange.entity␟') from "Proposal" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'POLICY_ACTION' then (
      select coalesce('{"__typename":"PolicyAction","id":"␟ipolicy_action ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","title":' || to_json(entity_2."title")::text || '}', '␟nChange.entity␟') from "PolicyAction" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'MEETING' then (
      select coalesce('{"__typename":"Meeting","id":"␟imeeting ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","title":' || to_json(entity_2."title")::text || '}', '␟nChange.entity␟') from "Meeting" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'STATEMENT' then (
      select coalesce('{"__typename":"Statement","id":"␟istatement ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","summary":' || to_json(entity_2."summary")::text || '}', '␟nChange.entity␟') from "Statement" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'ROLL_CALL' then (
      select coalesce('{"__typename":"RollCall","id":"␟iroll_call ' || entity_2."id" || '␟","slug":"' || entity_2."slug" || '","heldOn":' || to_json(entity_2."heldOn")::text || ',"proposal":' || (
        select coalesce('{"title":' || to_json(proposal_3."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_3 where proposal_3."id" = entity_2."proposalId"
      ) || '}', '␟nChange.entity␟') from "RollCall" entity_2 where entity_2."id" = changes_1."entityId"
    ) when changes_1."kind" = 'POSITION' then (
      select coalesce('{"__typename":"Position","id":"␟iposition ' || entity_2."id" || '␟","stance":"' || entity_2."stance" || '","since":' || to_json(entity_2."since")::text || ',"holder":' || (
        select coalesce('{"slug":"' || holder_3."slug" || '","name":' || to_json(holder_3."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_3 on holder_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = entity_2."holderId"
      ) || ',"subject":' || case when entity_2."proposalId" is not null then (
        select coalesce('{"__typename":"Proposal","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = entity_2."proposalId"
      ) when entity_2."policyActionId" is not null then (
        select coalesce('{"__typename":"PolicyAction","slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "PolicyAction" subject_3 where subject_3."id" = entity_2."policyActionId"
      ) end || '}', '␟nChange.entity␟') from "Position" entity_2 where entity_2."id" = changes_1."entityId"
    ) end, 'null') || '}', '␟nChangeConnection.nodes␟'), ',') from page changes_1 where changes_1."n" <= 100
  ), '') || ']}'
) as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
