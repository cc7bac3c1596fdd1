select '{"totalCount":' || (
  select count(*)::text from ( select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance", lag(each."subjectId") over earlier as "earlierSubjectId" from "Position" each where ((each."retractedAt" is null and each."basis" = any($1::text[]::"PositionBasis"[])) and each."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."slug" = any($2::text[])) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (action."slug" = any($3::text[])))) window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position cross join lateral (
    select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId", position."earlierSubjectId" as "subjectId"
  ) previous where (previous."id" is not null and position."stance" <> previous."stance" and (previous."holderId" in (
    select gone."id" from "Actor" gone where gone."retractedAt" is not null
  ))::int <> 1 and (previous."subjectId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
  ))::int <> 1)
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"holder":' || (
    select coalesce('{"name":' || to_json(holder_2."name")::text || '}', '␟nStanceChange.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = stanceChanges_1."holderId"
  ) || ',"from":"' || stanceChanges_1."from" || '","to":"' || stanceChanges_1."stance" || '","when":' || to_json(stanceChanges_1."since")::text || ',"previous":' || (
    select coalesce('{"since":' || to_json(previous_2."since")::text || ',"subject":' || case when previous_2."proposalId" is not null then (
      select coalesce('{"slug":"' || subject_3."slug" || '","title":' || to_json(subject_3."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_3 where subject_3."id" = previous_2."proposalId"
    ) when previous_2."policyActionId" is not null then (
      select '{}' from "PolicyAction" subject_3 where subject_3."id" = previous_2."policyActionId"
    ) end || '}', '␟nStanceChange.previous␟') from "Position" previous_2 where previous_2."id" = stanceChanges_1."previousId"
  ) || ',"subject":' || case when stanceChanges_1."proposalId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '","title":' || to_json(subject_2."title")::text || '}', '␟nStanceChange.subject␟') from "Proposal" subject_2 where subject_2."id" = stanceChanges_1."proposalId"
  ) when stanceChanges_1."policyActionId" is not null then (
    select '{}' from "PolicyAction" subject_2 where subject_2."id" = stanceChanges_1."policyActionId"
  ) end || '}', '␟nStanceChangeConnection.nodes␟'), ',') from (
    select position.*, previous."id" as "previousId", previous."stance" as "from" from ( select each.*, lag(each."id") over earlier as "earlierId", lag(each."stance") over earlier as "earlierStance", lag(each."subjectId") over earlier as "earlierSubjectId" from "Position" each where ((each."retractedAt" is null and each."basis" = any($4::text[]::"PositionBasis"[])) and each."subjectId" in ( select proposal."id" from "Proposal" proposal where proposal."retractedAt" is null and (proposal."slug" = any($5::text[])) union all select action."id" from "PolicyAction" action where action."retractedAt" is null and (action."slug" = any($6::text[])))) window earlier as (partition by each."holderId" order by each."sinceLatest", each."recordedAt", each."id")) position cross join lateral (
      select position."earlierId" as "id", position."earlierStance" as "stance", position."holderId", position."earlierSubjectId" as "subjectId"
    ) previous where ((previous."id" is not null and position."stance" <> previous."stance" and (previous."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (previous."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceLatest" asc,position."id" asc limit 100
  ) stanceChanges_1
), '') || ']}' as "json";
