select coalesce((
  select coalesce('{"id":"␟iproposal ' || proposal_1."id" || '␟","title":' || to_json(proposal_1."title")::text || ',"recordedAt":"' || to_char(proposal_1."recordedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $1 and proposal_1."retractedAt" is null
), 'null') as "json";
