select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"proposal":' || (
    select coalesce('{"slug":"' || proposal_2."slug" || '"}', '␟nRollCall.proposal␟') from "Proposal" proposal_2 where proposal_2."id" = rollCalls_1."proposalId"
  ) || '}', '␟nRollCallConnection.nodes␟'), ',') from (
    select roll_call.* from "RollCall" roll_call where ((roll_call."retractedAt" is null and (roll_call."proposalId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by roll_call."heldOnEarliest" asc,roll_call."id" asc limit 2
  ) rollCalls_1
), '') || ']}' as "json";
