select '{"nodes":[' || coalesce((
  select string_agg(coalesce('{"since":' || to_json(positions_1."since")::text || ',"stance":"' || positions_1."stance" || '","holder":' || (
    select coalesce('{"slug":"' || holder_2."slug" || '","name":' || to_json(holder_2."name")::text || '}', '␟nPosition.holder␟') from "Actor" named join "Actor" holder_2 on holder_2."id" = coalesce(named."mergedIntoId", named."id") where named."id" = positions_1."holderId"
  ) || ',"subject":' || case when positions_1."proposalId" is not null then (
    select coalesce('{"slug":"' || subject_2."slug" || '","title":' || to_json(subject_2."title")::text || '}', '␟nPosition.subject␟') from "Proposal" subject_2 where subject_2."id" = positions_1."proposalId"
  ) when positions_1."policyActionId" is not null then (
    select '{}' from "PolicyAction" subject_2 where subject_2."id" = positions_1."policyActionId"
  ) end || '}', '␟nPositionConnection.nodes␟'), ',') from (
    select position.* from "Position" position where ((position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
      select gone."id" from "Actor" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."subjectId" in (
      select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
    ))::int <> 1 and (position."basis" = any($1::text[]::"PositionBasis"[])))) order by position."sinceEarliest" asc,position."id" asc limit 50
  ) positions_1
), '') || ']}' as "json";
