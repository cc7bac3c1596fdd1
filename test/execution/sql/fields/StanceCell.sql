-- StanceCell.position: { stanceMatrix(holders: { kinds: [STATE] }) { cells { position { id } } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), subject as ( select placed.*, (
    select proposal."id" from "Proposal" proposal where proposal."id" = placed."id"
  ) as "proposalId", (
    select action."id" from "PolicyAction" action where action."id" = placed."id"
  ) as "policyActionId" from ( select row_number() over (order by either."title", either."id") - 1 as "place", either.* from ( select proposal."id",proposal."title" from "Proposal" proposal where proposal."retractedAt" is null and true union all select action."id",action."title" from "PolicyAction" action where action."retractedAt" is null and true) either order by "place" limit $3 ) placed ) select case when (
    select count(*) from holder
  ) > 250 then '␟e1 ␟' else case when (
    select count(*) from subject
  ) > 100 then '␟e0 ␟' else coalesce('{"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce(case when cells_3."id" is not null then '{"position":{"id":"␟iposition ' || cells_3."id" || '␟"}}' else 'null' end, '␟nStanceMatrix.cells␟'), ',') from (
        select cells_3.* from subject left join "Position" cells_3 on cells_3."holderId" = cells_2."id" and cells_3."subjectId" = subject."id" and cells_3."standingUntil" = '9999-12-31'::date order by subject."place"
      ) cells_3
    ), '') || ']', '␟nStanceMatrix.cells␟'), ',') from (
      select cells_2.* from holder cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.stanceMatrix␟') end end from (
    select
  ) stanceMatrix_1
) as "json";

-- StanceCell.sinceBounds: { stanceMatrix(holders: { kinds: [STATE] }) { cells { sinceBounds { earliest } } } }
select (
  with holder as ( select row_number() over (order by actor."name", actor."id") - 1 as "place", actor.* from "Actor" actor where actor."retractedAt" is null and (actor."kind" = any($1::text[]::"ActorKind"[])) order by "place" limit $2 ), subject as ( select placed.*, (
    select proposal."id" from "Proposal" proposal where proposal."id" = placed."id"
  ) as "proposalId", (
    select action."id" from "PolicyAction" action where action."id" = placed."id"
  ) as "policyActionId" from ( select row_number() over (order by either."title", either."id") - 1 as "place", either.* from ( select proposal."id",proposal."title" from "Proposal" proposal where proposal."retractedAt" is null and true union all select action."id",action."title" from "PolicyAction" action where action."retractedAt" is null and true) either order by "place" limit $3 ) placed ) select case when (
    select count(*) from holder
  ) > 250 then '␟e1 ␟' else case when (
    select count(*) from subject
  ) > 100 then '␟e0 ␟' else coalesce('{"cells":[' || coalesce((
    select string_agg(coalesce('[' || coalesce((
      select string_agg(coalesce(case when cells_3."id" is not null then '{"sinceBounds":' || (
        select coalesce('{"earliest":' || coalesce('"' || sinceBounds_4."earliest" || '"', 'null') || '}', '␟nStanceCell.sinceBounds␟') from (
          select nullif(cells_3."sinceEarliest", '0001-01-01'::date) as "earliest", nullif(cells_3."sinceLatest", '9999-12-31'::date) as "latest"
        ) sinceBounds_4 where cells_3."sinceEarliest" is not null
      ) || '}' else 'null' end, '␟nStanceMatrix.cells␟'), ',') from (
        select cells_3.* from subject left join "Position" cells_3 on cells_3."holderId" = cells_2."id" and cells_3."subjectId" = subject."id" and cells_3."standingUntil" = '9999-12-31'::date order by subject."place"
      ) cells_3
    ), '') || ']', '␟nStanceMatrix.cells␟'), ',') from (
      select cells_2.* from holder cells_2 order by cells_2."place"
    ) cells_2
  ), '') || ']}', '␟nQuery.stanceMatrix␟') end end from (
    select
  ) stanceMatrix_1
) as "json";
