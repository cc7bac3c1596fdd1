select coalesce((
  select coalesce('{"stanceCounts":[' || coalesce((
    select string_agg(coalesce('{"stance":"' || stanceCounts_2."stance" || '","count":' || (stanceCounts_2."count")::text || '}', '␟nProposal.stanceCounts␟'), ',') from (
      select stanceCounts_2.* from (
        select listed."stance", coalesce(counted."count", 0) as "count" from unnest(enum_range(null::"Stance")) as listed("stance") left join (
          select position."stance", count(*) as "count" from "Position" position where position."subjectId" = proposal_1."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
            select gone."id" from "Actor" gone where gone."retractedAt" is not null
          ))::int <> 1 and true group by position."stance"
        ) counted on counted."stance" = listed."stance"
      ) stanceCounts_2 order by stanceCounts_2."stance"
    ) stanceCounts_2
  ), '') || ']}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $1 and proposal_1."retractedAt" is null
), 'null') as "json";
