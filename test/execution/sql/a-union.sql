select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"subject":' || case when positions_1."proposalId" is not null then (
    select coalesce('{"__typename":"Proposal","title":' || to_json(subject_2."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_2 where subject_2."id" = positions_1."proposalId"
  ) when positions_1."policyActionId" is not null then (
    select '{"__typename":"PolicyAction"}' from "PolicyAction" subject_2 where subject_2."id" = positions_1."policyActionId"
  ) end || '}', '␟nPositionConnection.nodes␟'), ',') from (
    select position.* from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1)) order by position."sinceEarliest" asc,position."id" asc limit 2
  ) positions_1
), '') || ']}' as "json";
