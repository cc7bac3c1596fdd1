select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"title":' || to_json(proposals_1."title")::text || ',"timeframe":' || coalesce(to_json(proposals_1."timeframe")::text, 'null') || ',"venue":' || coalesce(to_json(proposals_1."venue")::text, 'null') || ',"note":' || coalesce(to_json(proposals_1."note")::text, 'null') || '}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and true and (proposal."slug" = any($1::text[]) and (proposal."timeframeEarliest" <= $2::date and proposal."timeframeLatest" >= $3::date and proposal."timeframeEarliest" is not null))) order by proposal."title" asc,proposal."id" asc limit 25
  ) proposals_1
), '') || ']}' as "json";

select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"title":' || to_json(proposals_1."title")::text || ',"timeframe":' || coalesce(to_json(proposals_1."timeframe")::text, 'null') || '}', '␟nProposalConnection.nodes␟'), ',') from (
    select proposal.* from "Proposal" proposal where (proposal."retractedAt" is null and true and (proposal."slug" = any($1::text[]) and (proposal."timeframeEarliest" <= $2::date and proposal."timeframeLatest" >= $3::date and proposal."timeframeEarliest" is not null))) order by proposal."title" asc,proposal."id" asc limit 25
  ) proposals_1
), '') || ']}' as "json";
