-- Absentee.absences: { absentees { nodes { absences { nodes { actor { id } } } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"absences":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"actor":' || (
      select coalesce('{"id":"␟iactor ' || actor_3."id" || '␟"}', '␟nAbsence.actor␟') from "Actor" named join "Actor" actor_3 on actor_3."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absences_2."actorId"
    ) || '}', '␟nAbsenceConnection.nodes␟'), ',') from (
      select absentees_1."actorId" as "id"
    ) parent cross join lateral (
      select absences.* from (
        select absence.*, roll_call."id", roll_call."heldOnEarliest", proposal."title" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" join "Proposal" proposal on proposal."id" = roll_call."proposalId" where absence."actorId" = parent."id" and (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1)
      ) absences where (true) order by absences."heldOnEarliest" asc,absences."id" asc limit 25
    ) absences_2
  ), '') || ']}}', '␟nAbsenteeConnection.nodes␟'), ',') from (
    select absentee.* from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."count", numbers."derived" from (
        select absence."actorId", count(*)::int as "count", (count(*) filter (where absence."basis" = 'DERIVED'))::int as "derived" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1) group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."actorId" and actor."retractedAt" is null where true
    ) absentee where (true) order by absentee."count" desc,absentee."id" desc limit 25
  ) absentees_1
), '') || ']}' as "json";

-- Absentee.actor: { absentees { nodes { actor { id } } } }
select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"actor":' || (
    select coalesce('{"id":"␟iactor ' || actor_2."id" || '␟"}', '␟nAbsentee.actor␟') from "Actor" named join "Actor" actor_2 on actor_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absentees_1."actorId"
  ) || '}', '␟nAbsenteeConnection.nodes␟'), ',') from (
    select absentee.* from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."count", numbers."derived" from (
        select absence."actorId", count(*)::int as "count", (count(*) filter (where absence."basis" = 'DERIVED'))::int as "derived" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1) group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."actorId" and actor."retractedAt" is null where true
    ) absentee where (true) order by absentee."count" desc,absentee."id" desc limit 25
  ) absentees_1
), '') || ']}' as "json";
