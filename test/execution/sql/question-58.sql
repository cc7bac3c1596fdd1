select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || proposals_1."slug" || '"}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and true and true) order by proposal."updatedAt" desc,proposal."id" desc limit 500
  ) proposals_1
), '') || ']}' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"slug":"' || actors_1."slug" || '"}', '␟nActorConnection.nodes␟'), ',') from (
    select actor.* from "Actor" actor where (actor."retractedAt" is null and true and true) order by actor."updatedAt" desc,actor."id" desc limit 500
  ) actors_1
), '') || ']}' as "json";
