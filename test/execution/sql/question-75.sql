select coalesce((
  select coalesce('{"slug":"' || actor_1."slug" || '","name":' || to_json(actor_1."name")::text || '}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."id" in (
    select membership."memberId" from "Affiliation" membership where membership."organizationId" in (
      select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
    ) and membership."kind" = 'MEMBERSHIP' and membership."retractedAt" is null and (membership."during" is null or (membership."duringStartLatest" <= $2::date and membership."duringLatest" >= $3::date))
  )) order by "place" limit $4 ), subject as ( select placed.*, (
    select proposal."id" from "Proposal" proposal where proposal."id" = placed."id"
  ) as "proposalId", (
    select action."id" from "PolicyAction" action where action."id" = placed."id"
  ) as "policyActionId" from ( select row_number() over (order by either."title", either."id") - 1 as "place", either.* from ( select proposal."id",proposal."title" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."slug" = any($5::text[])) union all select action."id",action."title" from "PolicyAction" action where action."retractedAt" is null and (action."slug" = any($6::text[]))) either order by "place" limit $7 ) placed ) select case when (
    select count(*) from holder
  ) > 250 then '␟e1 ␟' else case when (
    select count(*) from subject
  ) > 100 then '␟e0 ␟' else coalesce('{"rows":[' || coalesce((
    select string_agg(coalesce('{"slug":"' || rows_2."slug" || '","name":' || to_json(rows_2."name")::text || '}', '␟nStanceMatrix.rows␟'), ',') from (
      select rows_2.* from holder rows_2 order by rows_2."place"
    ) rows_2
  ), '') || '],"columns":[' || coalesce((
    select string_agg(coalesce(case when columns_2."proposalId" is not null then (
      select coalesce('{"slug":"' || columns_3."slug" || '","title":' || to_json(columns_3."title")::text || ',"date":' || coalesce(to_json(coalesce(columns_3."proposedOn", (
        select vote."heldOn" from (
          select vote.* from "RollCall" vote where vote."proposalId" = columns_3."id" and vote."retractedAt" is null order by vote."heldOnEarliest", vote."id" limit 1
        ) vote
      )))::text, 'null') || '}', '␟nStanceMatrix.columns␟') from "Proposal" columns_3 where columns_3."id" = columns_2."proposalId"
    ) when columns_2."policyActionId" is not null then (
      select coalesce('{"slug":"' || columns_3."slug" || '","title":' || to_json(columns_3."title")::text || '}', '␟nStanceMatrix.columns␟') from "PolicyAction" columns_3 where columns_3."id" = columns_2."policyActionId"
    ) end, '␟nStanceMatrix.columns␟'), ',') from (
      select columns_2.* from subject columns_2 order by columns_2."place"
    ) columns_2
  ), '') || '],"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce(case when cells_3."id" is not null then '{"stance":"' || cells_3."stance" || '","since":' || to_json(cells_3."since")::text || '}' else 'null' end, '␟nStanceMatrix.cells␟'), ',') from (
        select cells_3.* from subject left join "Position" cells_3 on cells_3."holderId" = cells_2."id" and cells_3."subjectId" = subject."id" and cells_3."standingUntil" = '9999-12-31'::date order by subject."place"
      ) cells_3
    ), '') || ']', '␟nStanceMatrix.cells␟'), ',') from (
      select cells_2.* from holder cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.stanceMatrix␟') end end from (
    select
  ) stanceMatrix_1
) as "json";

select coalesce((
  select coalesce('{"recordedAt":"' || to_char(latestChange_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.latestChange␟') from (
    select change."sequence", change."importBatchId", revision."entityId", coalesce(revision."action"::text, 'IMPORTED') as "action", coalesce(revision."entityKind", batch."entityKind") as "kind", revision."version", coalesce(batch."count", 1) as "count", coalesce(revision."recordedAt", batch."recordedAt") as "recordedAt", coalesce(revision."author", batch."author") as "author", revision."reason" from "Change" change left join "Revision" revision on revision."id" = change."revisionId" left join "ImportBatch" batch on batch."id" = change."importBatchId" order by change."sequence" desc limit 1
  ) latestChange_1
), 'null') as "json";
