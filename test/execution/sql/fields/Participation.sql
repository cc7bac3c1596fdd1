-- Participation.actor: { node(id: "proposal_00000000000000000000000000") { ... on Proposal { participants { actor { id } } } } }
select coalesce((
  select coalesce('{"participants":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nParticipation.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = participants_2."targetId"
    ) || '}', '␟nProposal.participants␟'), ',') from (
      select participants_2.* from "Participation" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) participants_2 where link."proposalId" = node_1."id" and target."retractedAt" is null and true order by link."ordinal", target."id"
    ) participants_2
  ), '') || ']}', '␟nQuery.node␟') from "Proposal" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
