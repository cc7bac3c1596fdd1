-- Contradiction.positions: { actor(slug: "russia") { contradictions { nodes { positions { id } } } } }
select coalesce((
  select coalesce('{"contradictions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"positions":[' || coalesce((
      select string_agg(coalesce('{"id":"␟iposition ' || positions_3."id" || '␟"}', '␟nContradiction.positions␟'), ',') from (
        select positions_3.* from unnest(contradictions_2."positionIds") with ordinality as listed("id", "n") join "Position" positions_3 on positions_3."id" = listed."id" order by listed."n"
      ) positions_3
    ), '') || ']}', '␟nContradictionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select contradiction.* from ( select latest."subjectId", latest."proposalId", latest."policyActionId", array_agg(latest."id" order by latest."sinceLatest" desc, latest."recordedAt" desc, latest."id" desc) as "positionIds" from ( select distinct on (position."subjectId", position."basis") position.* from "Position" position where position."holderId" = parent."id" and position."retractedAt" is null and position."subjectId" in (
        select replaced."subjectId" from "Position" replaced where replaced."holderId" = parent."id" and replaced."standingUntil" < '9999-12-31'::date
      ) order by position."subjectId", position."basis", position."sinceLatest" desc, position."recordedAt" desc, position."id" desc ) latest group by latest."subjectId", latest."proposalId", latest."policyActionId" having count(distinct latest."stance") > 1 ) contradiction left join "Proposal" proposal on proposal."id" = contradiction."proposalId" left join "PolicyAction" action on action."id" = contradiction."policyActionId" where ((contradiction."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1) order by coalesce(proposal."title", action."title") asc,contradiction."subjectId" asc limit 25
    ) contradictions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";

-- Contradiction.subject: { actor(slug: "russia") { contradictions { nodes { subject { __typename } } } } }
select coalesce((
  select coalesce('{"contradictions":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"subject":' || case when contradictions_2."proposalId" is not null then (
      select '{"__typename":"Proposal"}' from "Proposal" subject_3 where subject_3."id" = contradictions_2."proposalId"
    ) when contradictions_2."policyActionId" is not null then (
      select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_3 where subject_3."id" = contradictions_2."policyActionId"
    ) end || '}', '␟nContradictionConnection.nodes␟'), ',') from (
      select actor_1."id" as "id"
    ) parent cross join lateral (
      select contradiction.* from ( select latest."subjectId", latest."proposalId", latest."policyActionId", array_agg(latest."id" order by latest."sinceLatest" desc, latest."recordedAt" desc, latest."id" desc) as "positionIds" from ( select distinct on (position."subjectId", position."basis") position.* from "Position" position where position."holderId" = parent."id" and position."retractedAt" is null and position."subjectId" in (
        select replaced."subjectId" from "Position" replaced where replaced."holderId" = parent."id" and replaced."standingUntil" < '9999-12-31'::date
      ) order by position."subjectId", position."basis", position."sinceLatest" desc, position."recordedAt" desc, position."id" desc ) latest group by latest."subjectId", latest."proposalId", latest."policyActionId" having count(distinct latest."stance") > 1 ) contradiction left join "Proposal" proposal on proposal."id" = contradiction."proposalId" left join "PolicyAction" action on action."id" = contradiction."policyActionId" where ((contradiction."subjectId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
      ))::int <> 1) order by coalesce(proposal."title", action."title") asc,contradiction."subjectId" asc limit 25
    ) contradictions_2
  ), '') || ']}}', '␟nQuery.actor␟') from "Actor" named join "Actor" actor_1 on actor_1."id" = coalesce(named."mergedIntoId", named."id") where named."slug" = $1 and actor_1."retractedAt" is null
), 'null') as "json";
