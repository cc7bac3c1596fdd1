-- Absence.actor: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { absences { actor { id } } } } }
select coalesce((
  select coalesce('{"absences":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAbsence.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absences_2."actorId"
    ) || '}', '␟nRollCall.absences␟'), ',') from (
      select absences_2.* from "RollCallAbsence" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) absences_2 where link."rollCallId" = node_1."id" and target."retractedAt" is null and true order by target."name", target."id", link."ordinal"
    ) absences_2
  ), '') || ']}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";

-- Absence.rollCall: { node(id: "roll_call_00000000000000000000000000") { ... on RollCall { absences { rollCall { id } } } } }
select coalesce((
  select coalesce('{"absences":[' || coalesce((
    select string_agg(coalesce('{"rollCall":' || (
      select coalesce('{"id":"␟iroll_call ' || rollCall_3."id" || '␟"}', '␟nAbsence.rollCall␟') from "RollCall" rollCall_3 where rollCall_3."id" = absences_2."rollCallId"
    ) || '}', '␟nRollCall.absences␟'), ',') from (
      select absences_2.* from "RollCallAbsence" link join "Actor" target on target."id" = link."actorId" cross join lateral (
        select link.*, target."id" as "targetId"
      ) absences_2 where link."rollCallId" = node_1."id" and target."retractedAt" is null and true order by target."name", target."id", link."ordinal"
    ) absences_2
  ), '') || ']}', '␟nQuery.node␟') from "RollCall" node_1 where node_1."id" = $1::uuid and node_1."retractedAt" is null
), 'null') as "json";
