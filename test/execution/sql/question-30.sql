select '{"totalCount":' || (
  select count(*)::text from (
    select actor."id", actor."name", actor."id" as "actorId", numbers."count", numbers."derived" from (
      select absence."actorId", count(*)::int as "count", (count(*) filter (where absence."basis" = 'DERIVED'))::int as "derived" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
        select gone."id" from "Proposal" gone where gone."retractedAt" is not null
      ))::int <> 1 and (((roll_call."bodyId" in (
        select body."id" from "Actor" body where body."id" in (
          select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($1::text[])
        ) and body."retractedAt" is null
      ) and roll_call."session" = $2::int)))) group by 1
    ) numbers join "Actor" actor on actor."id" = numbers."actorId" and actor."retractedAt" is null where true
  ) absentee where true
) || ',"nodes":[' || coalesce((
  select string_agg(coalesce('{"actor":' || (
    select coalesce('{"slug":"' || actor_2."slug" || '","name":' || to_json(actor_2."name")::text || '}', '␟nAbsentee.actor␟') from "Actor" named join "Actor" actor_2 on actor_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = absentees_1."actorId"
  ) || ',"count":' || (absentees_1."count")::text || ',"derived":' || (absentees_1."derived")::text || ',"absences":{"nodes":[' || coalesce((
    select string_agg(coalesce('{"basis":"' || absences_2."basis" || '","rollCall":' || (
      select coalesce('{"slug":"' || rollCall_3."slug" || '","heldOn":' || to_json(rollCall_3."heldOn")::text || ',"proposal":' || (
        select coalesce('{"slug":"' || proposal_4."slug" || '","title":' || to_json(proposal_4."title")::text || '}', '␟nRollCall.proposal␟') from "Proposal" proposal_4 where proposal_4."id" = rollCall_3."proposalId"
      ) || '}', '␟nAbsence.rollCall␟') from "RollCall" rollCall_3 where rollCall_3."id" = absences_2."rollCallId"
    ) || '}', '␟nAbsenceConnection.nodes␟'), ',') from (
      select absentees_1."actorId" as "id"
    ) parent cross join lateral (
      select absences.* from (
        select absence.*, roll_call."id", roll_call."heldOnEarliest", proposal."title" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" join "Proposal" proposal on proposal."id" = roll_call."proposalId" where absence."actorId" = parent."id" and (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1 and (((roll_call."bodyId" in (
          select body."id" from "Actor" body where body."id" in (
            select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($3::text[])
          ) and body."retractedAt" is null
        ) and roll_call."session" = $4::int))))
      ) absences where (true) order by absences."heldOnEarliest" asc,absences."id" asc limit 100
    ) absences_2
  ), '') || ']}}', '␟nAbsenteeConnection.nodes␟'), ',') from (
    select absentee.* from (
      select actor."id", actor."name", actor."id" as "actorId", numbers."count", numbers."derived" from (
        select absence."actorId", count(*)::int as "count", (count(*) filter (where absence."basis" = 'DERIVED'))::int as "derived" from "RollCallAbsence" absence join "RollCall" roll_call on roll_call."id" = absence."rollCallId" where (roll_call."retractedAt" is null and (roll_call."proposalId" in (
          select gone."id" from "Proposal" gone where gone."retractedAt" is not null
        ))::int <> 1 and (((roll_call."bodyId" in (
          select body."id" from "Actor" body where body."id" in (
            select coalesce(named."mergedIntoId", named."id") from "Actor" named where named."slug" = any($5::text[])
          ) and body."retractedAt" is null
        ) and roll_call."session" = $6::int)))) group by 1
      ) numbers join "Actor" actor on actor."id" = numbers."actorId" and actor."retractedAt" is null where true
    ) absentee where (true) order by absentee."count" desc,absentee."id" desc limit 25
  ) absentees_1
), '') || ']}' as "json";
