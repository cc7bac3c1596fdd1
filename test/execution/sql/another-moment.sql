select coalesce((
  select coalesce('{"positions":␟k0 ' || proposal_1."id" || '␟}', '␟nQuery.proposal␟') from "Proposal" proposal_1 where proposal_1."slug" = $1 and proposal_1."retractedAt" is null
), 'null') as "json";

select parents."id", '{"totalCount":' || (
  select count(*)::text from (
    select parents."id" as "id"
  ) parent cross join lateral ( select from "Position" position where (position."subjectId" = parent."id" and position."standingUntil" = '9999-12-31'::date and (position."holderId" in (
    select gone."id" from "Actor" gone where gone."retractedAt" is not null
  ))::int <> 1 and (position."subjectId" in (
    select gone."id" from "Proposal" gone where gone."retractedAt" is not null union all select gone."id" from "PolicyAction" gone where gone."retractedAt" is not null
  ))::int <> 1)) counted
) || '}' as "json" from unnest($1::uuid[]) as parents("id");
